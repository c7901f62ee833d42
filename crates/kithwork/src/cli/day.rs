//! A day as it is written on the command line.

use jiff::civil::Date;

/// Reads a day such as 2026-03-04.
///
/// # Errors
/// What is wrong with it, in plain words.
pub(super) fn day(said: &str) -> Result<Date, String> {
    match said.parse() {
        Ok(day) => Ok(day),
        // jiff's own words speak of formats; the command line's readers want the way out.
        Err(_) => Err("there is no such day; write it like 2026-03-04".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_refused_in_plain_words() {
        assert_eq!(day("2026-03-04"), Ok(jiff::civil::date(2026, 3, 4)));
        for wrong in ["31/12/2026", "2026-02-30", "friday", ""] {
            assert!(day(wrong).is_err_and(|why| why.contains("write it like")), "{wrong}");
        }
    }
}
