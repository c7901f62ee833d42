//! Counts in plain words.

/// `1 person`, `3 people`: a count with the right form of its noun.
pub(crate) fn many(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// `, likely 30 to 62 %`: an interval of a share as the end of a sentence.
pub(super) fn of_share((low, high): (f64, f64)) -> String {
    format!(", likely {:.0} to {:.0} %", 100.0 * low, 100.0 * high)
}

#[cfg(test)]
mod tests {
    use super::{many, of_share};

    #[test]
    fn an_interval_reads_on_in_whole_percent() {
        assert_eq!(of_share((0.304, 0.619)), ", likely 30 to 62 %");
    }

    #[test]
    fn one_is_no_plural() {
        assert_eq!(many(1, "person", "people"), "1 person");
        assert_eq!(many(0, "person", "people"), "0 people");
    }
}
