//! Keys: what makes a record the same record again in its source.

use std::collections::HashMap;

/// A text in lower case with single blanks.
pub(crate) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let mut folded = words.next().unwrap_or_default().to_owned();
    for word in words {
        folded.push(' ');
        folded.push_str(word);
    }
    folded
}

/// A key from its parts: `meetings|2026-11-12|thursday chapter`.
pub(crate) fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().map(folded).collect::<Vec<_>>().join("|")
}

/// Names in an order that does not depend on how a cell lists them.
pub(crate) fn names(people: &[String]) -> String {
    let mut folded: Vec<_> = people.iter().map(|name| self::folded(name)).collect();
    folded.sort_unstable();
    folded.join(";")
}

/// Numbers equal keys of one file, so that all count: `…`, `…#2`, `…#3`.
#[derive(Debug, Default)]
pub(crate) struct Keys(HashMap<String, u64>);

impl Keys {
    /// The key, numbered where it came before.
    pub(crate) fn numbered(&mut self, key: String) -> String {
        let count = self.0.entry(key.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { key } else { format!("{key}#{count}") }
    }
}

/// A name for octets that have none of their own, the same for the same octets.
pub(crate) fn digest(octets: &[u8]) -> String {
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, octets).to_string()
}
