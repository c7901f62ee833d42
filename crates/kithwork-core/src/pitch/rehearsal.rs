//! How long the minute takes to say (row 34). The model and its defaults: `docs/models/rehearsal.md`.

use super::ask::{Ask, ask};
use super::sentences::words;
use crate::review::words::many;
use serde::Serialize;

/// Words a minute where the owner's own pace is unknown; our judgement, within what is usual for
/// English read to a room.
pub const USUAL_PACE: u32 = 150;
/// So long a minute is, seconds.
pub const MINUTE: u32 = 60;
/// So much longer or shorter it may be, seconds (row 34).
pub const LEEWAY: u32 = 5;
/// Nobody is understood outside of these, words a minute: a stopwatch that says so was left running.
const PACES: std::ops::RangeInclusive<u32> = 60..=300;

/// Whether a text fills its minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Length {
    Empty,
    Under,
    Right,
    Over,
}

/// A minute, rehearsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rehearsal {
    /// Its words.
    pub words: u32,
    /// Words a minute.
    pub pace: u32,
    /// Whether that is the owner's own pace, not the usual one.
    pub is_own_pace: bool,
    /// How long it takes, whole seconds, rounded half up.
    pub seconds: u32,
    /// Whether that is a minute.
    pub length: Length,
    /// Words too many, or too few below nought; 0 where it is a minute.
    pub spare: i64,
    /// What it asks for.
    pub ask: Ask,
    /// The length in plain words.
    pub says: String,
}

/// How long a text takes at the owner's pace, in words a minute; without one, at the usual pace. A pace
/// that nobody speaks at counts as unknown.
pub fn rehearse(text: &str, own: Option<u32>) -> Rehearsal {
    let own = own.filter(|pace| PACES.contains(pace));
    let pace = own.unwrap_or(USUAL_PACE);
    let words = u32::try_from(words(text).count()).unwrap_or(u32::MAX);
    let seconds = scaled(words, MINUTE, pace);
    let length = length(words, seconds);
    let spare = spare(words, pace, length);
    Rehearsal {
        words,
        pace,
        is_own_pace: own.is_some(),
        seconds,
        length,
        spare,
        ask: ask(text),
        says: says(seconds, length, spare),
    }
}

/// The pace at which so many words took so long; none where nobody speaks like that.
pub fn pace(words: u32, seconds: u32) -> Option<u32> {
    let pace = if seconds == 0 { 0 } else { scaled(words, MINUTE, seconds) };
    Some(pace).filter(|pace| PACES.contains(pace))
}

/// `of · by / per`, rounded half up.
fn scaled(of: u32, by: u32, per: u32) -> u32 {
    let (of, by, per) = (u64::from(of), u64::from(by), u64::from(per.max(1)));
    u32::try_from((2 * of * by + per) / (2 * per)).unwrap_or(u32::MAX)
}

fn length(words: u32, seconds: u32) -> Length {
    match seconds {
        _ if words == 0 => Length::Empty,
        seconds if seconds < MINUTE - LEEWAY => Length::Under,
        seconds if seconds > MINUTE + LEEWAY => Length::Over,
        _ => Length::Right,
    }
}

fn spare(words: u32, pace: u32, length: Length) -> i64 {
    match length {
        Length::Under | Length::Over => i64::from(words) - i64::from(scaled(MINUTE, pace, MINUTE)),
        Length::Empty | Length::Right => 0,
    }
}

fn says(seconds: u32, length: Length, spare: i64) -> String {
    match length {
        Length::Empty => "There are no words yet.".to_owned(),
        Length::Right => format!("{seconds} seconds: a minute."),
        Length::Over => {
            let spare = many(spare.unsigned_abs(), "word", "words");
            format!("{seconds} seconds, over a minute: {spare} too many.")
        }
        Length::Under => {
            let room = many(spare.unsigned_abs(), "more word", "more words");
            let seconds = many(seconds.into(), "second", "seconds");
            format!("{seconds}, under a minute: room for {room}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(n: usize) -> String {
        vec!["word"; n].join(" ")
    }

    /// Acceptance test 34.
    #[test]
    fn a_hundred_and_seventy_words_at_150_a_minute_take_68_seconds_which_is_over() {
        let told = rehearse(&words(170), Some(150));
        assert_eq!((told.seconds, told.length, told.spare), (68, Length::Over, 20));
        assert!(told.is_own_pace);
    }

    #[test]
    fn five_seconds_more_or_less_are_still_a_minute() {
        // At 60 words a minute a word is a second.
        for (said, length) in [
            (0, Length::Empty),
            (1, Length::Under),
            (54, Length::Under),
            (55, Length::Right),
            (65, Length::Right),
            (66, Length::Over),
        ] {
            assert_eq!(rehearse(&words(said), Some(60)).length, length, "{said}");
        }
    }

    #[test]
    fn without_a_pace_of_ones_own_the_usual_one_is_taken_and_said() {
        for own in [None, Some(0), Some(1_000)] {
            let told = rehearse(&words(150), own);
            assert_eq!((told.pace, told.is_own_pace, told.seconds), (USUAL_PACE, false, 60));
        }
    }

    #[test]
    fn a_stopwatch_left_running_teaches_no_pace() {
        assert_eq!(pace(170, 72), Some(142));
        assert_eq!(pace(170, 68), Some(150));
        assert_eq!(
            (pace(170, 0), pace(170, 3_600), pace(0, 60), pace(170, 5)),
            (None, None, None, None)
        );
    }
}
