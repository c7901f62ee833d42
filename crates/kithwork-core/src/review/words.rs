//! Counts and shares in plain words.

use crate::facts::Locale;
use crate::written;

/// `1 person`, `3 people`: a count with the right form of its noun.
pub(crate) fn many(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// A share as people say it: `37%`. The sentences of the review are English, so they write it as
/// English does.
pub(crate) fn per_cent(share: f64) -> String {
    written::share(Locale::EnGb, share)
}

/// The same beside the line that it is measured by, on whose side it is seen to lie: `49.6%`.
pub(super) fn per_cent_beside(share: f64, line: f64) -> String {
    written::share_beside(Locale::EnGb, share, line)
}

/// A share with a decimal, where whole per cent would be too coarse: `0.9%`.
pub(super) fn tenths(share: f64) -> String {
    written::percent(Locale::EnGb, &format!("{:.1}", share * 100.0))
}

/// `30 to 62%`: an interval of a share.
pub(super) fn from_to((low, high): (f64, f64)) -> String {
    let high = written::percent(Locale::EnGb, &format!("{:.0}", 100.0 * high));
    format!("{:.0} to {high}", 100.0 * low)
}

/// `, likely 30 to 62%`: an interval of 80 % of a share as the end of a sentence.
pub(super) fn of_share(interval: (f64, f64)) -> String {
    format!(", likely {}", from_to(interval))
}

/// `, very likely 20 to 73%`: the same of an interval of 95 %. The two words are never mixed (after the scale of the
/// IPCC's guidance note on uncertainties, 2010).
pub(super) fn of_share_widely(interval: (f64, f64)) -> String {
    format!(", very likely {}", from_to(interval))
}

#[cfg(test)]
mod tests {
    use super::{many, of_share};

    #[test]
    fn an_interval_reads_on_in_whole_percent() {
        assert_eq!(of_share((0.304, 0.619)), ", likely 30 to 62%");
    }

    #[test]
    fn one_is_no_plural() {
        assert_eq!(many(1, "person", "people"), "1 person");
        assert_eq!(many(0, "person", "people"), "0 people");
    }
}
