//! What was arranged and did not take place: `121 with Tom cancelled`, `lunch with Ann didn't happen`.
//! Whatever else fell through, `his contract was cancelled`, is news that was told at a talk.

use super::reading::Reading;
use super::words::Break;
use super::{durations, energy, kinds};

/// Of what a phrase says that it did not come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// Of what stands before it: `the lunch fell through`.
    Before,
    /// Of what stands after it, where anything does: `had to cancel the lunch`.
    After,
    /// Of what stands before it, where nothing follows: `the lunch is off`, and not `off to Spain`.
    BeforeAlone,
    /// Of the one who was to come: `he didn't show`.
    Comer,
}

/// Phrases that say so.
const SAYS: [(&str, Of); 22] = [
    ("is off", Of::BeforeAlone),
    ("did not happen", Of::Before),
    ("didnt happen", Of::Before),
    ("never happened", Of::Before),
    ("did not take place", Of::Before),
    ("didnt take place", Of::Before),
    ("did not show", Of::Comer),
    ("didnt show", Of::Comer),
    ("did not turn up", Of::Comer),
    ("didnt turn up", Of::Comer),
    ("never turned up", Of::Comer),
    ("no show", Of::Comer),
    ("no-show", Of::Comer),
    ("called off", Of::After),
    ("called it off", Of::After),
    ("fell through", Of::Before),
    ("stood me up", Of::Comer),
    ("had to cancel", Of::After),
    ("has to cancel", Of::After),
    ("was cancelled", Of::Before),
    ("got cancelled", Of::Before),
    ("been cancelled", Of::Before),
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

/// What is met at, besides the kinds of conversation.
const MEETINGS: [&str; 8] =
    ["meeting", "session", "event", "appointment", "chat", "date", "one", "evening"];

/// Who comes along: `lunch with Ann and her team`.
const COMPANY: [&str; 12] = [
    "team",
    "partner",
    "wife",
    "husband",
    "colleague",
    "colleagues",
    "boss",
    "assistant",
    "sister",
    "brother",
    "friend",
    "others",
];

/// Whether the encounter that a note tells of did not take place.
pub(super) fn is_said(reading: &Reading<'_>) -> bool {
    let own = |at: usize| reading.is_encounter(at);
    (0..reading.words.len()).filter(|&at| own(at)).any(|at| {
        SAYS.iter().any(|(says, of)| {
            let length = says.split(' ').count();
            let stands = says.split(' ').enumerate().all(|(n, word)| reading.low(at + n) == word);
            stands && is_of_the_meeting(reading, at, at + length, *of)
        }) || says_alone(reading, at)
            || is_called_off(reading, at)
    })
}

fn is_of_the_meeting(reading: &Reading<'_>, at: usize, after: usize, of: Of) -> bool {
    match of {
        Of::Before => !is_of_another(reading, at),
        Of::BeforeAlone => {
            ends(reading, after) && !is_somebody(reading, at) && !is_of_another(reading, at)
        }
        Of::After => object(reading, after).unwrap_or_else(|| !is_of_another(reading, at)),
        // `She didn't show me the plans`.
        Of::Comer => {
            ends(reading, after)
                || !matches!(reading.low(after), "me" | "us" | "any" | "the" | "his" | "her")
        }
    }
}

/// `He is off`, `Priya is off, back Monday`: whoever is away, and no meeting.
fn is_somebody(reading: &Reading<'_>, at: usize) -> bool {
    let pronoun = at.checked_sub(1).is_none_or(|i| matches!(reading.low(i), "he" | "she" | "they"));
    let mut named = reading.mentions.iter().filter(|m| m.at.end == at);
    pronoun || named.any(|m| m.at.start.checked_sub(1).is_none_or(|i| ends(reading, i + 1)))
}

/// Whether a verb stands right after whom or when it was, with nothing after it but why or until when.
fn says_alone(reading: &Reading<'_>, at: usize) -> bool {
    let low = reading.low(at);
    if !VERBS.contains(&low) {
        return false;
    }
    let is_passive = at.checked_sub(1).is_some_and(|i| matches!(reading.low(i), "is" | "was"));
    let named = at.checked_sub(1).is_some_and(|i| {
        is_passive
            || matches!(reading.low(i), "he" | "she" | "they")
            || reading.mentions.iter().any(|m| m.at.end == at)
            || reading.names_a_day(i)
    });
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
    let subject = at.saturating_sub(usize::from(is_passive));
    named && (ends(reading, at + 1) || goes_on) && moves && !is_of_another(reading, subject)
}

/// `Cancelled coffee with Ann`, `Tom moved Thursday's lunch`: whoever opens a note called off what one meets at. What
/// took a while, as in `rescheduled coffee with Tom, 45 min`, was held.
fn is_called_off(reading: &Reading<'_>, at: usize) -> bool {
    let took = |i: usize| {
        durations::at(&reading.words, i).is_some() || energy::at(&reading.words, i).is_some()
    };
    let by_whom = || reading.mentions.iter().any(|m| m.at == (0..at));
    let is_mine = || at == 1 && matches!(reading.low(0), "i" | "we");
    let opens = VERBS.contains(&reading.low(at)) && (at == 0 || is_mine() || by_whom());
    if !opens || reading.sentence(at).any(took) {
        return false;
    }
    let is_theirs = matches!(reading.low(at + 1), "his" | "her" | "their");
    let from = at + 1 + usize::from(is_led(reading, at + 1));
    let end =
        (from..reading.words.len()).find(|&i| ends(reading, i) || is_preposition(reading.low(i)));
    !is_theirs && is_met_at(reading, from, end.unwrap_or(reading.words.len()))
}

/// Whether nothing follows before word `at`, or there is none.
fn ends(reading: &Reading<'_>, at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|i| reading.words.get(i));
    at >= reading.words.len() || last.is_none_or(|word| word.ends != Break::None)
}

/// Whether what follows is what is met at; none where nothing that could be called off follows.
fn object(reading: &Reading<'_>, at: usize) -> Option<bool> {
    if ends(reading, at) || !is_led(reading, at) {
        return None;
    }
    let until =
        (at + 1..reading.words.len()).find(|&i| ends(reading, i) || is_preposition(reading.low(i)));
    Some(is_met_at(reading, at + 1, until.unwrap_or(reading.words.len())))
}

/// Whether what a phrase at word `at` is said of is something else than the meeting: a thing with an
/// article or an owner before it, `his contract`, that nobody meets at. A place one meets at or a company
/// in which one comes is no such thing: `coffee at the station`, `lunch with Ann and her team`.
fn is_of_another(reading: &Reading<'_>, at: usize) -> bool {
    let begins = (0..at).rev().find(|&i| ends(reading, i + 1)).map_or(0, |i| i + 1);
    for lead in (begins..at).rev().filter(|&i| is_led(reading, i)) {
        let head = lead + 1..at;
        let until = head.clone().find(|&i| is_preposition(reading.low(i))).unwrap_or(at);
        let before = if lead > begins { reading.low(lead - 1) } else { "" };
        let comes_along =
            before == "and" && head.clone().any(|i| COMPANY.contains(&reading.low(i)));
        if head.is_empty() || is_preposition(before) || comes_along {
            continue;
        }
        return !is_met_at(reading, lead + 1, until);
    }
    false
}

/// Whether word `at` leads to a thing: an article, or whose it is.
fn is_led(reading: &Reading<'_>, at: usize) -> bool {
    let low = reading.low(at);
    // A contraction makes two words of one: `he's` owns nothing.
    let stands_for_is = matches!(
        low,
        "he" | "she"
            | "it"
            | "is"
            | "has"
            | "that"
            | "there"
            | "who"
            | "what"
            | "they"
            | "we"
            | "i"
    );
    let owns = reading.words.get(at).is_some_and(|word| {
        (word.raw.ends_with("'s") || word.raw.ends_with("’s")) && !stands_for_is
    });
    owns || matches!(
        low,
        "his" | "her" | "their" | "its" | "my" | "our" | "your" | "the" | "a" | "an"
    )
}

fn is_preposition(low: &str) -> bool {
    matches!(
        low,
        "with"
            | "at"
            | "in"
            | "on"
            | "for"
            | "of"
            | "to"
            | "from"
            | "by"
            | "near"
            | "after"
            | "before"
            | "about"
    )
}

/// Whether the thing that these words name is one at which people meet: its last word tells.
fn is_met_at(reading: &Reading<'_>, from: usize, until: usize) -> bool {
    (from..until).any(|i| {
        let kind = kinds::at(&reading.words, i).is_some_and(|(_, length)| i + length >= until);
        let is_last = i + 1 == until;
        let room = reading.rooms.iter().any(|r| r.at.contains(&i));
        kind || (is_last && (room || MEETINGS.contains(&reading.low(i)) || reading.names_a_day(i)))
    })
}
