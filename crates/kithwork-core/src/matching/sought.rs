//! The owner's words as they read on within a sentence.

/// Verbs that a need begins with where somebody wants to do something, and that are nothing else.
const TO_DO: [&str; 24] = [
    "become",
    "build",
    "cut",
    "expand",
    "find",
    "finish",
    "fix",
    "get",
    "grow",
    "hire",
    "improve",
    "increase",
    "keep",
    "learn",
    "make",
    "meet",
    "open",
    "raise",
    "reduce",
    "save",
    "sell",
    "set",
    "speak",
    "understand",
];

/// The words without a closing stop: `A bookkeeper` loses its capital, `VAT advice` and `Lancaster solicitors` keep
/// theirs.
pub fn plain(words: &str) -> String {
    let words = words.trim().trim_end_matches(['.', '!', ' ']);
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let opens =
        ["A", "An", "The", "Someone", "Somebody", "Anyone", "Anybody", "Any", "More", "Help"];
    if rest.is_empty() || !opens.contains(&first) {
        return words.to_owned();
    }
    format!("{} {rest}", first.to_lowercase())
}

/// What somebody looks for, as it follows `looks for`: `open a second shop` is a way to do that.
pub fn sought(need: &str) -> String {
    let need = plain(need);
    let to_do = need.strip_prefix("to ").unwrap_or(&need);
    let (verb, rest) = to_do.split_once(' ').unwrap_or((to_do, ""));
    let is_to_do = to_do.len() < need.len() || TO_DO.contains(&verb.to_lowercase().as_str());
    if rest.is_empty() || !is_to_do {
        need
    } else {
        format!("a way to {} {rest}", verb.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, sought};

    #[test]
    fn words_read_on_within_a_sentence() {
        assert_eq!(plain("A wholesale agent for Scotland. "), "a wholesale agent for Scotland");
        assert_eq!(plain("Someone for the VAT return"), "someone for the VAT return");
        for kept in ["VAT advice", "Lancaster solicitors", "A", "growing firms of 5 to 50", ""] {
            assert_eq!((plain(kept).as_str(), sought(kept).as_str()), (kept, kept));
        }
        assert_eq!(sought("open a second shop."), "a way to open a second shop");
        assert_eq!(sought("to meet HR directors"), "a way to meet HR directors");
    }
}
