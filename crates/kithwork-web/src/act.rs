//! A button of a page: what it is called, where it leads, what it sends.

use kithwork_core::id::{FactId, PersonId};
use std::borrow::Cow;

/// A button of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Act {
    /// What it says.
    pub label: Cow<'static, str>,
    /// The address it sends to or leads to.
    pub to: String,
    /// What it sends along.
    pub fields: Vec<(&'static str, String)>,
    /// Whether it is the one that is meant to be pressed.
    pub is_first: bool,
    /// Whether it stands back behind the others.
    pub is_quiet: bool,
    /// What a listener hears besides, where the label alone says too little.
    pub unseen: String,
    /// The page it leads to; none for the one it stands on.
    pub leads_to: Option<&'static str>,
    is_link: bool,
}

impl Act {
    /// A button that does something.
    pub(crate) fn does(label: impl Into<Cow<'static, str>>, to: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            to: to.into(),
            fields: Vec::new(),
            is_first: false,
            is_quiet: false,
            unseen: String::new(),
            leads_to: None,
            is_link: false,
        }
    }

    /// A link to a page on which something is done.
    pub(crate) fn opens(label: impl Into<Cow<'static, str>>, to: impl Into<String>) -> Self {
        Self { is_link: true, ..Self::does(label, to) }
    }

    /// A quiet button that moves an entry to the trash; `what` is heard by listeners.
    pub(crate) fn deletes(id: FactId, what: impl Into<String>) -> Self {
        Self::does("Delete", format!("/entries/{id}/delete")).quiet(what)
    }

    /// The same, standing back behind the others; `what` is heard by listeners.
    #[must_use]
    pub(crate) fn quiet(self, what: impl Into<String>) -> Self {
        Self { is_quiet: true, unseen: what.into(), ..self }
    }

    /// A quiet button that says of a conversation of that day that it did not take place.
    pub(crate) fn denies(id: FactId, when: &str) -> Self {
        let does = Self::does("It did not take place", format!("/conversations/{id}/not-held"));
        Self { is_quiet: true, unseen: when.to_owned(), ..does }
    }

    /// A button that says of a conversation ahead that it will not take place.
    pub(crate) fn calls_off(id: FactId) -> Self {
        Self::does("Called off", format!("/conversations/{id}/not-held"))
    }

    /// The same, leading to another page: the one it stands on is gone then.
    #[must_use]
    pub(crate) fn leading(self, to: &'static str) -> Self {
        Self { leads_to: Some(to), ..self }
    }

    /// The same, as the one that is meant to be pressed.
    #[must_use]
    pub(crate) fn first(self) -> Self {
        Self { is_first: true, ..self }
    }

    /// The same, sending a word along.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.fields.push((name, format!("{value}")));
        self
    }

    /// The same, about these people.
    #[must_use]
    pub(crate) fn about(self, people: &[PersonId]) -> Self {
        people.iter().fold(self, |act, id| act.with("who", id))
    }

    /// The same, about these promises.
    #[must_use]
    pub(crate) fn promises(self, promises: &[FactId]) -> Self {
        promises.iter().fold(self, |act, id| act.with("promise", id))
    }

    pub(crate) fn is_link(&self) -> bool {
        self.is_link
    }

    /// What its ticket is made of: the same button has the same one.
    pub(crate) fn key(&self) -> String {
        let fields = self.fields.iter().map(|(name, value)| format!("{name}={value}"));
        std::iter::once(self.to.clone()).chain(fields).collect::<Vec<_>>().join("&")
    }
}

/// The button that begins an introduction: it says whom it is about, for a page may hold several.
pub(crate) fn ask_both(one: &str, other: &str) -> Cow<'static, str> {
    let first = |name: &str| name.split_whitespace().next().unwrap_or(name).to_owned();
    let [one, other] = match [first(one), first(other)] {
        // Two of one first name are told apart.
        [a, b] if a == b => [one.to_owned(), other.to_owned()],
        firsts => firsts,
    };
    format!("Ask {one} and {other}").into()
}
