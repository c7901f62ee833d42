//! A length of time as one says it to somebody.

use std::borrow::Cow;

/// So many minutes within a sentence, in English: `half an hour`, `an hour`, `50 minutes`. From 1 minute on.
pub fn spelt(minutes: u32) -> Cow<'static, str> {
    let said = match minutes {
        1 => "a minute",
        30 => "half an hour",
        45 => "three quarters of an hour",
        60 => "an hour",
        75 => "an hour and a quarter",
        90 => "an hour and a half",
        120 => "two hours",
        _ => return Cow::Owned(format!("{minutes} minutes")),
    };
    Cow::Borrowed(said)
}

#[cfg(test)]
mod tests {
    use super::spelt;

    #[test]
    fn what_people_have_words_for_is_said_in_words() {
        assert_eq!(
            [30, 45, 60, 90, 50].map(spelt),
            [
                "half an hour",
                "three quarters of an hour",
                "an hour",
                "an hour and a half",
                "50 minutes"
            ]
        );
    }
}
