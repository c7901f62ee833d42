//! Text in which people are named: each name a link of its own direction, everything escaped.

use askama::Template;
use kithwork_core::id::PersonId;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Our own words.
    Plain(String),
    /// A person of the book.
    Person(PersonId, String),
    /// A name from the book that is no person's: a room, a client.
    Name(String),
    /// The same, leading to its page.
    Place(String, String),
}

/// Text in which people are named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "part/words.html")]
pub(crate) struct Words {
    /// Its pieces, in order.
    pub parts: Vec<Part>,
}

impl askama::filters::HtmlSafe for Words {}

impl Words {
    /// Starts with our own words.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::default().then(text)
    }

    /// Goes on with our own words.
    #[must_use]
    pub(crate) fn then(mut self, text: impl Into<String>) -> Self {
        self.parts.push(Part::Plain(text.into()));
        self
    }

    /// Goes on with a name that is no person's.
    #[must_use]
    pub(crate) fn name(mut self, name: &str) -> Self {
        self.parts.push(Part::Name(crate::say::shortened(name)));
        self
    }

    /// Goes on with a name that leads to a page of ours.
    #[must_use]
    pub(crate) fn place(mut self, to: impl Into<String>, name: &str) -> Self {
        self.parts.push(Part::Place(to.into(), crate::say::shortened(name)));
        self
    }

    /// The same on somebody's own page, where their name leads nowhere else.
    #[must_use]
    pub(crate) fn on_the_page_of(mut self, whose: PersonId) -> Self {
        for part in &mut self.parts {
            if let Part::Person(id, name) = part
                && *id == whose
            {
                *part = Part::Name(std::mem::take(name));
            }
        }
        self
    }

    /// Goes on with people: `A`, `A and B`, `A, B and C`.
    #[must_use]
    pub(crate) fn people<'a>(
        mut self,
        people: impl IntoIterator<Item = (PersonId, &'a str)>,
    ) -> Self {
        let people: Vec<_> = people.into_iter().collect();
        let last = people.len().saturating_sub(1);
        for (i, (id, name)) in people.into_iter().enumerate() {
            match i {
                0 => {}
                i if i == last => self.parts.push(Part::Plain(" and ".to_owned())),
                _ => self.parts.push(Part::Plain(", ".to_owned())),
            }
            self.parts.push(Part::Person(id, crate::say::shortened(name)));
        }
        self
    }
}
