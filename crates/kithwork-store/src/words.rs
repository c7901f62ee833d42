//! What can be searched of a fact, folded to plain letters, so that both databases find the same.

use crate::cell::{Cell, CellType};
use crate::sheet::Sheet;
use kithwork_core::fact::{Fact, FactKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

/// PostgreSQL indexes no row of more than 2704 bytes; four bytes a letter leaves room.
const NAME_LETTERS: usize = 500;
/// PostgreSQL's text vectors end at 1 MiB.
const TEXT_LETTERS: usize = 100_000;
/// More words than anyone types; a pasted page must not become a hundred queries.
const QUERY_WORDS: usize = 8;

/// One searchable field of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The fact's kind.
    pub(crate) kind: FactKind,
    /// The fact.
    pub(crate) id: Uuid,
    /// Which field of [`FIELDS`].
    pub(crate) field: &'static str,
    /// Its words, folded.
    pub(crate) words: String,
}

impl Entry {
    /// The table it stands in.
    pub(crate) fn sheet() -> Sheet {
        use CellType::{Id, Text};
        Sheet::plain(
            "search_entry",
            &[("fact_kind", Text), ("fact_id", Id), ("field", Text), ("words", Text)],
        )
    }

    /// Its cells, in the order of the table's columns.
    pub(crate) fn cells(self) -> Vec<Cell> {
        vec![
            Cell::Text(Some(self.kind.name().to_owned())),
            Cell::Id(Some(self.id)),
            Cell::Text(Some(self.field.to_owned())),
            Cell::Text(Some(self.words)),
        ]
    }
}

/// Where a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Whom it is about.
    pub(crate) person: Uuid,
    /// Which field of [`FIELDS`].
    pub(crate) field: String,
}

/// Lower case, without accents, with single blanks in place of whatever is no letter or digit.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a query, folded; hostile text is only words.
pub(crate) fn query(text: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    words.truncate(QUERY_WORDS);
    words
}

/// The searchable fields of a fact and their folded words; empty ones are left out, but never a
/// name, by which people are listed.
pub(crate) fn entries(fact: &Fact) -> Vec<(&'static str, String)> {
    let mut entries = Vec::new();
    for (field, texts) in fields(fact) {
        let letters = if field == "name" { NAME_LETTERS } else { TEXT_LETTERS };
        let words: String = fold(&texts.join(" ")).chars().take(letters).collect();
        if !words.is_empty() || field == "name" {
            entries.push((field, words));
        }
    }
    entries
}

fn fields(fact: &Fact) -> Vec<(&'static str, Vec<&str>)> {
    fn given<const N: usize>(texts: [&Option<String>; N]) -> Vec<&str> {
        texts.into_iter().filter_map(Option::as_deref).collect()
    }
    match fact {
        Fact::Person(p) => vec![
            ("name", vec![&*p.name]),
            ("organisation", given([&p.organisation])),
            (
                "about",
                given([
                    &p.what_they_do,
                    &p.who_they_serve,
                    &p.looking_for,
                    &p.role,
                    &p.sector,
                    &p.city,
                ]),
            ),
            ("email", p.emails.iter().map(String::as_str).collect()),
            ("note", given([&p.notes])),
        ],
        Fact::Tag(t) => vec![("about", vec![&*t.name])],
        Fact::Meeting(m) => vec![("note", given([&m.goal, &m.notes]))],
        Fact::Conversation(c) => {
            vec![("note", given([&c.objective, &c.notes, &c.they_learned, &c.i_learned]))]
        }
        Fact::Note(n) => vec![("note", vec![&*n.text])],
        Fact::Promise(p) => vec![("promise", vec![&*p.what])],
        Fact::Help(h) => vec![("help", given([&h.about, &h.outcome]))],
        Fact::Introduction(i) => vec![("introduction", given([&i.outcome]))],
        Fact::Referral(r) => vec![("referral", given([&r.prospect]))],
        Fact::Project(p) => {
            vec![("note", [&*p.what].into_iter().chain(p.outcome.as_deref()).collect())]
        }
        Fact::Presentation(p) => {
            let points = p.points.iter().map(|point| &*point.says);
            vec![("note", [&*p.what].into_iter().chain(points).collect())]
        }
        Fact::ProposedIntroduction(p) => vec![("introduction", vec![&*p.why_a, &*p.why_b])],
        Fact::Playback(p) => vec![("note", given([&p.words]))],
        Fact::Mention(m) => vec![("mention", vec![&*m.words])],
        Fact::Need(n) => vec![("need", vec![&*n.what])],
        Fact::Offer(o) => vec![("offer", vec![&*o.what])],
        _ => Vec::new(),
    }
}

/// The fields of [`entries`] and how much a word found there counts.
pub(crate) const FIELDS: &[(&str, u32)] = &[
    ("name", 8),
    ("organisation", 4),
    ("email", 4),
    ("about", 3),
    ("need", 2),
    ("promise", 2),
    ("help", 1),
    ("introduction", 1),
    ("referral", 1),
    ("mention", 1),
    ("note", 1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_letters_and_digits_only() {
        assert_eq!(fold("  Zoë O'Brien-Łysak, MBA "), "zoe o brien łysak mba");
        assert_eq!(fold("ﬁne №5 · ÅSA"), "fine no5 asa");
        assert_eq!(fold("🎉 \u{202e}"), "");
    }

    #[test]
    fn hostile_queries_are_only_words() {
        assert_eq!(query("\"* NEAR(a b) -c:d ^'--"), ["a", "b", "c", "d", "near"]);
        assert!(query("\"\"**").is_empty());
    }
}
