//! What is left of texts that named somebody who was erased.

/// What stands where someone's name or address was.
pub const ERASED: &str = "(erased)";

/// A trace of somebody as it is looked for in texts: letter by letter, lower case.
pub fn letters(text: &str) -> Vec<char> {
    text.trim().chars().map(lower).collect()
}

/// One letter for one letter, so that places in the text stay what they are.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The text without the traces, as far as they stand as words of their own; none where it holds none
/// of them.
pub fn scrub(text: &str, traces: &[Vec<char>]) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let lowered: Vec<char> = chars.iter().copied().map(lower).collect();
    let (mut kept, mut at, mut found) = (String::with_capacity(text.len()), 0, false);
    while let Some(&c) = chars.get(at) {
        if let Some(trace) = traces.iter().find(|trace| stands_at(&lowered, at, trace)) {
            kept.push_str(ERASED);
            at += trace.len().max(1);
            found = true;
        } else {
            kept.push(c);
            at += 1;
        }
    }
    found.then_some(kept)
}

/// Whether the trace stands there as words of its own.
fn stands_at(text: &[char], at: usize, trace: &[char]) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let is_letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    !trace.is_empty()
        && rest.starts_with(trace)
        && !is_letter(rest.get(trace.len()))
        && !is_letter(at.checked_sub(1).and_then(|before| text.get(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_only_as_words_of_their_own() {
        let traces = [letters("Ann Lee"), letters("ann"), letters("")];
        let scrubbed = scrub("ANN LEE met Ann; Annabel cannot. ann", &traces);
        assert_eq!(scrubbed.as_deref(), Some("(erased) met (erased); Annabel cannot. (erased)"));
        assert_eq!(scrub("Annabel", &traces), None);
    }
}
