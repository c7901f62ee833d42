//! Whether what a note tells keeps a promise: what was done is what was promised, or the note says so.

use super::lexicon::is_doing;
use super::words::{Word, is_in, words};
use std::collections::BTreeSet;

/// Whether what was done for somebody is what they were promised: all that one of the two names, without their own
/// name, the other names too. `The list` keeps `send her the price list`, and `the guest list` does not.
pub fn is_what_was_promised(promised: &str, done: &str, name: &str) -> bool {
    let promised = words(promised);
    // `Send her the quote`, but `the quote`: what it opens with is what is to be done.
    let verb = promised.first().is_some_and(|word| is_doing(&word.low));
    let promised = things(promised.get(usize::from(verb)..).unwrap_or_default(), name);
    let done = things(&words(done), name);
    let is_named = !promised.is_empty() && !done.is_empty();
    is_named && (promised.is_subset(&done) || done.is_subset(&promised))
}

/// Whether a note says itself that what it tells was promised: `sent her the list as promised`.
pub fn says_as_promised(text: &str) -> bool {
    let words = words(text);
    words.windows(2).any(|pair| {
        let [lead, promised] = pair else { return false };
        promised.low == "promised" && matches!(lead.low.as_str(), "as" | "had" | "would")
    })
}

/// The things that words name, in the singular.
fn things(said: &[Word<'_>], name: &str) -> BTreeSet<String> {
    let own: BTreeSet<String> = words(name).into_iter().map(|word| word.low).collect();
    let named = said.iter().map(|word| word.low.as_str());
    let named = named.filter(|low| !own.contains(*low) && !is_in(JOINTS, low));
    named.map(|low| low.strip_suffix('s').unwrap_or(low).to_owned()).collect()
}

/// What joins words and names nothing.
const JOINTS: &str = "a an the to for of on in with and or some more my our your his her their him them it its that \
    this these those me us i as about over at by from up out through via after into so also too promised touch \
    introduction";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_keeps_the_promise_that_names_it_and_no_other() {
        let is_it = |promised, done| is_what_was_promised(promised, done, "Sarah Jones");
        for (promised, done) in [
            ("send her the price list", "the price list"),
            ("send her the price list", "the list"),
            ("send Sarah the contract", "the contract for the office move"),
            ("introduce her to Dave", "Dave Okafor"),
            ("the names of two accountants", "names of two accountants"),
            ("send her a quote", "the quote"),
            ("the review", "a review"),
            ("put her in touch with Dave", "Dave Okafor"),
        ] {
            assert!(is_it(promised, done), "{promised}: {done}");
        }
        for (promised, done) in [
            ("send her the price list", "the guest list"),
            ("send her the price list", "it"),
            ("call her", "the price list"),
            ("introduce her to Dave", "Ann Lee"),
            ("introduce Sarah to Dave", "Sarah"),
        ] {
            assert!(!is_it(promised, done), "{promised}: {done}");
        }
    }

    #[test]
    fn a_note_may_say_itself_that_it_was_promised() {
        for text in ["Sent her the list as promised", "gave Tom the number I'd promised him"] {
            assert!(says_as_promised(text), "{text}");
        }
        for text in ["Promised her the list", "She promised to send it", "promised"] {
            assert!(!says_as_promised(text), "{text}");
        }
    }
}
