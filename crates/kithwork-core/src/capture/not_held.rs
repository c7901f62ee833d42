//! What was arranged and did not take place: `121 with Tom cancelled`, `lunch with Ann didn't happen`.

use super::reading::Reading;
use super::words::Break;

/// Words that say so wherever they stand.
const SAYS: [&str; 21] = [
    "did not happen",
    "didnt happen",
    "never happened",
    "did not take place",
    "didnt take place",
    "did not show",
    "didnt show",
    "did not turn up",
    "didnt turn up",
    "never turned up",
    "no show",
    "no-show",
    "called off",
    "called it off",
    "fell through",
    "stood me up",
    "had to cancel",
    "has to cancel",
    "was cancelled",
    "got cancelled",
    "been cancelled",
];

/// Verbs that say so where no object follows: `cancelled`, but not `cancelled his subscription`.
const VERBS: [&str; 8] = [
    "cancelled",
    "canceled",
    "cancels",
    "postponed",
    "rescheduled",
    "rearranged",
    "moved",
    "delayed",
];

/// Whether the encounter that a note tells of did not take place.
pub(super) fn is_said(reading: &Reading<'_>) -> bool {
    let own = |at: usize| reading.is_encounter(at);
    (0..reading.words.len()).filter(|&at| own(at)).any(|at| {
        SAYS.iter()
            .any(|says| says.split(' ').enumerate().all(|(n, word)| reading.low(at + n) == word))
            || says_alone(reading, at)
    })
}

/// Whether a verb stands right after whom or when it was, with nothing after it but why or until when.
fn says_alone(reading: &Reading<'_>, at: usize) -> bool {
    let low = reading.low(at);
    let named = at.checked_sub(1).is_some_and(|i| {
        matches!(reading.low(i), "is" | "was" | "he" | "she" | "they")
            || reading.mentions.iter().any(|m| m.at.end == at)
            || reading.names_a_day(i)
    });
    let ends = reading.words.get(at).is_none_or(|word| word.ends != Break::None)
        || at + 1 == reading.words.len();
    let goes_on = matches!(
        reading.low(at + 1),
        "again"
            | "on"
            | "because"
            | "at"
            | "last"
            | "so"
            | "due"
            | "and"
            | "but"
            | "by"
            | "as"
            | "until"
            | "till"
            | "to"
            | "this"
            | "next"
            | "me"
            | "us"
    );
    // `Moved to Leeds` is somebody's life; `moved to Thursday` is a talk's.
    let moves = low != "moved" || reading.names_a_day(at + 2);
    VERBS.contains(&low) && named && (ends || goes_on) && moves
}
