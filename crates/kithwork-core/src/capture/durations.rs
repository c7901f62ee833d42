//! Lengths of time in plain words: `45m`, `half an hour`, `1.5 hrs`.

use super::words::Word;

/// The longest length of time that is taken for one conversation or meeting, minutes.
const LONGEST: u32 = 24 * 60;

/// A length of time that begins at word `at`: its minutes, and how many words it takes.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    for (phrase, minutes) in FIXED {
        let length = phrase.split(' ').count();
        if phrase.split(' ').enumerate().all(|(i, word)| low(i) == word) {
            return Some((*minutes, length));
        }
    }
    let (minutes, length) = joined(low(0)).map(|m| (m, 1)).or_else(|| apart(&low))?;
    let (more, rest) =
        joined(low(length)).filter(|&m| m < 60 && minutes % 60 == 0).map_or((0, 0), |m| (m, 1));
    let whole = minutes + more;
    (1..=LONGEST).contains(&whole).then_some((whole, length + rest))
}

const FIXED: &[(&str, u32)] = &[
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("hour and a half", 90),
    ("an hour and a quarter", 75),
    ("three quarters of an hour", 45),
    ("quarter of an hour", 15),
    ("two and a half hours", 150),
    ("half an hour", 30),
    ("half hour", 30),
    ("a couple of hours", 120),
    ("couple of hours", 120),
    ("an hour", 60),
    ("half a day", 240),
];

/// `45m`, `1h`, `1h30`, `1.5hrs`.
fn joined(low: &str) -> Option<u32> {
    let split = low.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (number, unit) = low.split_at_checked(split)?;
    let (unit, minutes) = match unit.find(|c: char| c.is_ascii_digit()) {
        Some(more) => {
            let (unit, rest) = unit.split_at_checked(more)?;
            (unit, rest.trim_end_matches("mins").trim_end_matches('m').parse().ok()?)
        }
        None => (unit, 0),
    };
    minutes_of(number, unit)?.checked_add(minutes)
}

/// `45 minutes`, `an hour`, `two hours`.
fn apart<'w>(low: &impl Fn(usize) -> &'w str) -> Option<(u32, usize)> {
    if let (Some(tens @ 20..), Some(ones @ 1..=9)) = (number_word(low(0)), number_word(low(1)))
        && let Some(minutes) = minutes_of(&(tens + ones).to_string(), low(2))
    {
        return Some((minutes, 3));
    }
    let number = number_word(low(0)).map(|n| n.to_string());
    Some((minutes_of(number.as_deref().unwrap_or(low(0)), low(1))?, 2))
}

fn minutes_of(number: &str, unit: &str) -> Option<u32> {
    let per_unit = match unit {
        "m" | "min" | "mins" | "minute" | "minutes" | "minuets" | "minuts" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => 60,
        _ => return None,
    };
    let (whole, tenths) = number.split_once('.').unwrap_or((number, ""));
    let whole: u32 = whole.parse().ok()?;
    let part = match tenths {
        "" => 0,
        "25" => per_unit / 4,
        "5" | "50" => per_unit / 2,
        "75" => per_unit * 3 / 4,
        _ => return None,
    };
    whole.checked_mul(per_unit)?.checked_add(part)
}

/// A number as digits or as a word.
pub(super) fn number_word(low: &str) -> Option<u32> {
    let known = match low {
        "one" | "a" | "an" => 1,
        "two" | "couple" => 2,
        "three" | "few" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "ninety" => 90,
        _ => return low.parse().ok().filter(|n| *n < 1000),
    };
    Some(known)
}
