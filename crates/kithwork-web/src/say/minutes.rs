//! Lengths of time.

use super::locale::locale;
use kithwork_core::written;

/// A length to the minute: `45 min`, `2 h`, `3 h 20`. The space does not break.
pub(crate) fn duration(minutes: u64) -> String {
    written::duration(locale(), minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        assert_eq!(duration(0), "0\u{a0}min");
        assert_eq!(duration(45), "45\u{a0}min");
        assert_eq!(duration(200), "3\u{a0}h\u{a0}20");
        assert_eq!(duration(125), "2\u{a0}h\u{a0}05");
        assert_eq!(
            duration(47 * 60 + 30),
            "47\u{a0}h\u{a0}30",
            "long ones too: one sum, one way of saying it"
        );
        assert_eq!(duration(1_200 * 60), "1,200\u{a0}h");
    }
}
