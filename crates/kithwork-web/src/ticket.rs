//! A form's ticket: what is sent twice with one ticket is done once.

use kithwork_core::id::ChangeId;
use std::fmt;
use uuid::Uuid;

/// Made new for each page, and for each of its forms out of the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ticket(Uuid);

impl Ticket {
    /// A page's ticket.
    pub(crate) fn new(id: Uuid) -> Self {
        Self(id)
    }

    /// A ticket as a form sends it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        Uuid::parse_str(text.trim()).ok().map(Self)
    }

    /// The ticket of one thing of many: the same thing has the same ticket. It keeps the time it was
    /// made at, as ids of version 7 do.
    pub(crate) fn of(self, thing: &str) -> Self {
        let (made, own) = (*self.0.as_bytes(), Uuid::new_v5(&self.0, thing.as_bytes()));
        let mut bytes = *own.as_bytes();
        for (to, from) in bytes.iter_mut().zip(made).take(8) {
            *to = from;
        }
        // The variant stays that of version 5, which is that of version 7 too (RFC 9562 §4.1).
        Self(Uuid::from_bytes(bytes))
    }

    /// The change that is made with it.
    pub(crate) fn change(self) -> ChangeId {
        ChangeId(self.0)
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_a_page_has_a_ticket_of_its_own_and_always_the_same() {
        let page = Ticket::new(Uuid::parse_str("0193e2a0-1111-7222-8333-444455556666").unwrap());
        assert_ne!(page.of("note"), page.of("keep"));
        assert_eq!(page.of("note"), page.of("note"));
        assert_eq!(page.of("note").0.get_version_num(), 7);
        assert_eq!(page.of("note").0.get_variant(), uuid::Variant::RFC4122);
    }
}
