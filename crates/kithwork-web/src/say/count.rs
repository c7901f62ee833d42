//! Counts, shares and lists.

use super::locale::locale;
use kithwork_core::written;

/// Letters of a name that are shown where space is short; nobody's real name is longer.
const SHORT: usize = 60;

/// A whole number, its thousands parted: `1,250`.
pub(crate) fn number(n: u64) -> String {
    written::number(locale(), n)
}

/// A count in a sentence: in words up to ten, in digits above.
pub(crate) fn spelled(n: u64) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    usize::try_from(n).ok().and_then(|i| WORDS.get(i)).map_or_else(|| number(n), |w| (*w).into())
}

/// A count with its noun: `one promise`, `23 promises`.
pub(crate) fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", spelled(n), if n == 1 { one } else { many })
}

/// How often: `once`, `twice`, `three times`, `23 times`.
pub(crate) fn times(n: u64) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", spelled(n)),
    }
}

/// Help both ways: `You helped twice and were helped once`, or that none is noted.
pub(crate) fn help(given: u64, received: u64) -> String {
    match (given, received) {
        (0, 0) => "No help is noted yet, either way".to_owned(),
        (_, 0) => format!("You helped {} and no help to you is noted", times(given)),
        (0, _) => format!("No help of yours is noted and you were helped {}", times(received)),
        _ => format!("You helped {} and were helped {}", times(given), times(received)),
    }
}

/// A share as whole per cent. What is not quite nothing or not quite all is never rounded to it.
pub(crate) fn percent(share: f64) -> String {
    written::share(locale(), share)
}

/// A share beside the line it is measured by: rounding never hides on which side of it it lies.
pub(crate) fn percent_beside(share: f64, line: f64) -> String {
    written::share_beside(locale(), share, line)
}

/// A number to two decimals at most.
pub(crate) fn decimal(value: f64) -> String {
    written::decimal(locale(), value)
}

/// Things in a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A name that fits on a line.
pub(crate) fn shortened(name: &str) -> String {
    cut(name, SHORT)
}

/// At most so many letters of a text, with an ellipsis: cut between words, or within one that is absurdly long.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let kept: String = text.chars().take(most).collect();
    let Some(next) = text.chars().nth(most) else { return kept };
    let whole = kept.rsplit_once(' ').map(|(words, _)| words);
    let whole = whole.filter(|words| next != ' ' && words.chars().count() * 3 > most);
    format!("{}…", whole.unwrap_or(&kept).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_people_write_them() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_250), "1,250");
        assert_eq!(number(12_345_678), "12,345,678");
        assert_eq!(counted(1, "promise", "promises"), "one promise");
        assert_eq!(counted(0, "promise", "promises"), "no promises");
        assert_eq!(counted(1_071, "promise", "promises"), "1,071 promises");
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        assert_eq!(shortened("Zoë"), "Zoë");
        assert_eq!(cut("Who is in her world", 16), "Who is in her…");
        assert_eq!(cut("Who is in her world", 13), "Who is in her…");
        assert_eq!(cut("Chamber Business Lunch", 15), "Chamber…");
        let cut = shortened(&"ß".repeat(10_000));
        assert_eq!(cut.chars().count(), SHORT + 1);
    }

    #[test]
    fn lists_end_with_and() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&names), "a, b and c");
        assert_eq!(listed(&names[..2]), "a and b");
    }
}
