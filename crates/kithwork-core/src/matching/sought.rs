//! The owner's words as they read on within a sentence.

/// Verbs that a need begins with where somebody wants to do something, and that are nothing else.
const TO_DO: [&str; 14] = [
    "become",
    "expand",
    "find",
    "get",
    "hire",
    "improve",
    "increase",
    "learn",
    "make",
    "meet",
    "reduce",
    "sell",
    "speak",
    "understand",
];
/// Those that are other words too: `open source developers`, `cut flowers`.
const MAY_BE_TO_DO: [&str; 9] =
    ["build", "cut", "finish", "fix", "grow", "keep", "open", "raise", "set"];
/// What such a verb leads to.
const OBJECTS: [&str; 9] = ["a", "an", "the", "my", "her", "his", "their", "up", "more"];

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
    let (verb, next) = (verb.to_lowercase(), rest.split(' ').next().unwrap_or_default());
    let may_be = MAY_BE_TO_DO.contains(&verb.as_str()) && OBJECTS.contains(&next);
    let is_to_do = to_do.len() < need.len() || TO_DO.contains(&verb.as_str()) || may_be;
    if rest.is_empty() || !is_to_do { need } else { format!("a way to {verb} {rest}") }
}

#[cfg(test)]
mod tests {
    use super::{plain, sought};

    #[test]
    fn words_read_on_within_a_sentence() {
        assert_eq!(plain("A wholesale agent for Scotland. "), "a wholesale agent for Scotland");
        assert_eq!(plain("Someone for the VAT return"), "someone for the VAT return");
        let kept = ["VAT advice", "Lancaster solicitors", "A", "growing firms of 5 to 50", ""];
        for kept in
            kept.into_iter().chain(["open source developers", "cut flowers", "set designers"])
        {
            assert_eq!((plain(kept).as_str(), sought(kept).as_str()), (kept, kept));
        }
        assert_eq!(sought("open a second shop."), "a way to open a second shop");
        assert_eq!(sought("to meet HR directors"), "a way to meet HR directors");
    }
}
