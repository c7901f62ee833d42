//! Counts in plain words.

/// `1 person`, `3 people`: a count with the right form of its noun.
pub(super) fn many(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

#[cfg(test)]
mod tests {
    use super::many;

    #[test]
    fn one_is_no_plural() {
        assert_eq!(many(1, "person", "people"), "1 person");
        assert_eq!(many(0, "person", "people"), "0 people");
    }
}
