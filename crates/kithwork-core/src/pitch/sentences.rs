//! A text, cut into sentences and words.

/// The sentences of a text, in order, each trimmed and with its mark. A dot inside a word or a number
/// (`kith.example`, `9.30`) ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let (mut all, mut from) = (Vec::new(), 0);
    let mut marks = text.char_indices().peekable();
    while let Some((at, c)) = marks.next() {
        let next = marks.peek().map(|(_, next)| *next);
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' | '…' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if ends {
            let to = at + c.len_utf8();
            all.push(text.get(from..to).unwrap_or_default().trim());
            from = to;
        }
    }
    all.push(text.get(from..).unwrap_or_default().trim());
    all.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    all
}

/// What is spoken: groups of letters and digits between blanks. A dash by itself is not a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// The word without the marks around it, in small letters, with plain apostrophes.
pub(super) fn bare(word: &str) -> String {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    inner.replace('’', "'").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_within_a_word_ends_no_sentence() {
        let text = "We open at 9.30. Look at kith.example!  — \nWho knows a baker?";
        assert_eq!(
            sentences(text),
            ["We open at 9.30.", "Look at kith.example!", "Who knows a baker?"]
        );
        assert!(sentences(" … \n").is_empty());
        assert_eq!(words("paid – in 9 days").count(), 4);
        assert_eq!(bare("“Baker’s,"), "baker's");
    }
}
