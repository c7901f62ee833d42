//! Lengths of time in plain words: `45m`, `half an hour`, `1 h 30`, `2.5 hrs`, `7:00 to 8:30`.

use super::clock;
use super::words::{Break, Word};

/// The longest length of time that is taken for one conversation or meeting, minutes.
const LONGEST: u32 = 24 * 60;

/// A length of time that begins at word `at`: its minutes, and how many words it takes.
pub(super) fn at(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    clock::between(words, at).or_else(|| length(words, at))
}

/// The same where it is said as such, and not by when it began and ended.
pub(super) fn length(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let low = |i: usize| words.get(at + i).map_or("", |w| w.low.as_str());
    let fixed = FIXED.iter().find_map(|(phrase, minutes)| {
        let fits = phrase.split(' ').enumerate().all(|(i, word)| low(i) == word);
        fits.then(|| (*minutes, phrase.split(' ').count()))
    });
    let (minutes, words_taken) = match fixed.or_else(|| measured(&low))? {
        (minutes, taken) if minutes % 60 == 0 && is_joined(words, at + taken - 1) => {
            let (more, rest) = more(words, at, taken).unwrap_or_default();
            (minutes + more, taken + rest)
        }
        whole => whole,
    };
    (1..=LONGEST).contains(&minutes).then_some((minutes, words_taken))
}

/// Whether a word is a unit of time.
pub(super) fn is_unit(low: &str) -> bool {
    unit(low).is_some()
}

const FIXED: &[(&str, u32)] =
    &[("hour and a half", 90), ("hour and a quarter", 75), ("half a day", 240)];

/// What stands behind whole hours: `30`, `30 min`, `and a half`.
fn more(words: &[Word<'_>], at: usize, taken: usize) -> Option<(u32, usize)> {
    let low = |i: usize| words.get(at + taken + i).map_or("", |w| w.low.as_str());
    let and = usize::from(low(0) == "and");
    if let Some((minutes, length)) = part(&low, and).filter(|_| and == 1) {
        return Some((minutes, and + length));
    }
    if let Some((minutes, length)) = measured(&|i| low(and + i)).filter(|&(m, _)| m < 60) {
        // `At the Chamber 2 h 30 min travel`: the hours were the meeting's.
        let begins = at == 0 || !is_joined(words, at - 1);
        return (begins || !super::travel::is_way(low(and + length)))
            .then_some((minutes, and + length));
    }
    let number =
        low(0).parse().ok().filter(|minutes| (1..60).contains(minutes) && low(0).len() == 2)?;
    let counts =
        clock::counts(words, at + taken) || (is_joined(words, at + taken) && is_unit(low(1)));
    (!counts).then_some((number, 1))
}

fn is_joined(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.ends == Break::None)
}

/// A number with its unit, in one word or in several.
fn measured<'w>(low: &impl Fn(usize) -> &'w str) -> Option<(u32, usize)> {
    if let Some(minutes) = joined(low(0)) {
        return Some((minutes, 1));
    }
    quantities(low).into_iter().flatten().find_map(|(sixtieths, length)| {
        let of_it = unit(low(length))?;
        Some((sixtieths.checked_mul(of_it)? / 60, length + 1))
    })
}

/// `45m`, `1h30`, `1.5hrs`, `1½h`, `45-minute`, `half-hour`.
fn joined(low: &str) -> Option<u32> {
    let split = low.find(|c: char| c.is_alphabetic() || c == '-')?;
    let (number, rest) = low.split_at_checked(split)?;
    if number.is_empty() {
        let (word, of_it) = low.split_once('-')?;
        let sixtieths = if word == "half" { 30 } else { number_word(word)?.checked_mul(60)? };
        return Some(sixtieths.checked_mul(unit(of_it)?)? / 60);
    }
    let rest = rest.trim_start_matches('-');
    let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
    let (of_it, more) = rest.split_at_checked(letters)?;
    let more = match more.trim_end_matches(|c: char| c.is_ascii_alphabetic()) {
        "" => 0,
        digits => digits.parse().ok().filter(|minutes| *minutes < 60)?,
    };
    (numeral(number)?.checked_mul(unit(of_it)?)? / 60).checked_add(more)
}

/// The numbers that may stand at the beginning, the longest first: each in sixtieths, with the words it
/// takes.
fn quantities<'w>(low: &impl Fn(usize) -> &'w str) -> [Option<(u32, usize)>; 5] {
    let whole = numeral(low(0)).or_else(|| number_word(low(0)).map(|n| n * 60));
    let and_part = || {
        let (part, length) = part(low, 2).filter(|_| low(1) == "and")?;
        Some((whole?.checked_add(part)?, 2 + length))
    };
    let fraction = || {
        let part = numeral(low(1)).filter(|part| *part < 60)?;
        Some((whole.filter(|whole| whole % 60 == 0)?.checked_add(part)?, 2))
    };
    let tens = || match (number_word(low(0))?, number_word(low(1))?) {
        (tens @ 20.., ones @ 1..=9) => Some(((tens + ones) * 60, 2)),
        _ => None,
    };
    [couple(low), part(low, 0), and_part(), fraction().or_else(tens), whole.map(|whole| (whole, 1))]
}

/// `A couple of`.
fn couple<'w>(low: &impl Fn(usize) -> &'w str) -> Option<(u32, usize)> {
    let article = usize::from(low(0) == "a");
    (low(article) == "couple").then(|| (120, article + 1 + usize::from(low(article + 1) == "of")))
}

/// A part of one, in sixtieths: `half an`, `a half`, `three quarters of an`.
fn part<'w>(low: &impl Fn(usize) -> &'w str, at: usize) -> Option<(u32, usize)> {
    let article = usize::from(matches!(low(at), "a" | "an"));
    let (sixtieths, length) = match (low(at + article), low(at + article + 1)) {
        ("half", _) => (30, 1),
        ("quarter", _) => (15, 1),
        ("three", "quarters") => (45, 2),
        (number, _) => (numeral(number).filter(|part| *part < 60 && *part > 0)?, 1),
    };
    let length = article + length;
    let of = usize::from(low(at + length) == "of");
    let an = usize::from(matches!(low(at + length + of), "a" | "an"));
    Some((sixtieths, length + of + an))
}

/// A number in digits, in sixtieths: `90`, `2.5`, `1½`, `3/4`, `1:30`.
fn numeral(text: &str) -> Option<u32> {
    let whole = |digits: &str| digits.parse::<u32>().ok().filter(|n| *n < 10_000);
    if let Some((hours, minutes)) = text.split_once(':') {
        return (minutes.len() == 2).then_some(whole(hours)? * 60 + whole(minutes)?);
    }
    if let Some((above, below)) = text.split_once('/') {
        let (above, below) = (whole(above)?, whole(below)?);
        return (above < below && (2..=4).contains(&below)).then(|| above * 60 / below);
    }
    for (sign, sixtieths) in [('½', 30), ('¼', 15), ('¾', 45), ('⅓', 20), ('⅔', 40)] {
        if let Some(before) = text.strip_suffix(sign) {
            let before = if before.is_empty() { 0 } else { whole(before)? };
            return Some(before * 60 + sixtieths);
        }
    }
    let Some((ones, part)) = text.split_once('.') else { return Some(whole(text)? * 60) };
    let part = match part {
        // `1.30 h` is said of half an hour by everybody who writes it.
        "15" | "30" | "45" => whole(part)?,
        _ if part.len() > 2 => return None,
        _ => whole(part)? * 60 / 10_u32.pow(u32::try_from(part.len()).ok()?),
    };
    Some(whole(ones)? * 60 + part)
}

/// How many minutes a unit has.
fn unit(low: &str) -> Option<u32> {
    match low {
        "m" | "min" | "mins" | "minute" | "minutes" | "minuets" | "minuts" => Some(1),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<(u32, usize)> {
        at(&super::super::words::words(text), 0)
    }

    #[test]
    fn lengths_are_read_as_people_write_and_say_them() {
        for (text, minutes) in [
            ("1 h 30", 90),
            ("1 h 30 at the Chamber", 90),
            ("1 h 05", 65),
            ("1 hr 30 min", 90),
            ("1 hour 30 minutes", 90),
            ("1 hour and 20 minutes", 80),
            ("2hrs 15mins", 135),
            ("1h30", 90),
            ("1h30m", 90),
            ("1h 30m", 90),
            ("1½ h", 90),
            ("1½h", 90),
            ("½ hour", 30),
            ("1 ½ hours", 90),
            ("1 1/2 hours", 90),
            ("1/2 hour", 30),
            ("3/4 hour", 45),
            ("3/4 of an hour", 45),
            ("an hour and a half", 90),
            ("an hour and a quarter", 75),
            ("an hour and three quarters", 105),
            ("an hour and twenty minutes", 80),
            ("hour and a half", 90),
            ("one and a half hours", 90),
            ("2 and a half hours", 150),
            ("two and a quarter hours", 135),
            ("90 mins", 90),
            ("90 min", 90),
            ("90-minute", 90),
            ("two-hour", 120),
            ("2.5 hrs", 150),
            ("2.25 hours", 135),
            ("1.30 hrs", 90),
            ("1:30 h", 90),
            ("half an hour", 30),
            ("half hour", 30),
            ("a half hour", 30),
            ("half-hour", 30),
            ("quarter of an hour", 15),
            ("three quarters of an hour", 45),
            ("a couple of hours", 120),
            ("couple hours", 120),
            ("twenty five minutes", 25),
            ("three hours", 180),
            ("half a day", 240),
        ] {
            assert_eq!(said(text).map(|(m, _)| m), Some(minutes), "{text}");
        }
    }

    #[test]
    fn what_is_behind_hours_may_be_something_else() {
        for (text, minutes, length) in [
            ("2 h, 30 min travel", 120, 2),
            ("2 h 30 people", 120, 2),
            ("2 h 30 November", 120, 2),
            ("2 h 12 cards", 120, 2),
            ("2 h and 2 people", 120, 2),
            ("2 h 5", 120, 2),
            ("45 min 30", 45, 2),
        ] {
            assert_eq!(said(text), Some((minutes, length)), "{text}");
        }
        let travelled = super::super::words::words("Chamber 2 h 30 min travel");
        assert_eq!(at(&travelled, 1), Some((120, 2)));
    }

    #[test]
    fn what_is_no_length_is_none() {
        for text in [
            "1-2-1",
            "121",
            "5 people",
            "an idea",
            "9999999999 h",
            "25 hours",
            "0 min",
            "1/0 h",
            "½",
            "h",
            "1.2.3 h",
            "",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
