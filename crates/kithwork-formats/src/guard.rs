//! A wall around other people's parsers. They are careful and fuzzed, but their formats are deep, and
//! one file that they stumble over must cost that record, not the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a parser makes of its input; none where it panicked. Nothing it touched is used afterwards.
pub(crate) fn sound<T>(parse: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(parse)).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_parser_that_panics_costs_its_record_only() {
        assert_eq!(super::sound(|| 7), Some(7));
        assert_eq!(super::sound::<u8>(|| panic!("a defect")), None);
    }
}
