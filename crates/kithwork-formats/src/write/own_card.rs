//! The owner's own vCard, as it is handed to somebody.

use super::{escaped, line};

/// What the owner's card says, and nothing else of the book.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnCard<'a> {
    /// The name.
    pub name: &'a str,
    /// Addresses.
    pub emails: &'a [String],
    /// How to help the owner; lines are kept.
    pub note: &'a str,
}

/// The card as a vCard 3.0 (RFC 2426), which every telephone reads.
pub fn own_card(card: OwnCard<'_>) -> Vec<u8> {
    let mut octets = Vec::new();
    let mut push = |line: &str| line::push(&mut octets, line);
    push("BEGIN:VCARD");
    push("VERSION:3.0");
    let (given, family) = card.name.rsplit_once(' ').unwrap_or((card.name, ""));
    push(&format!("N:{};{};;;", escaped(family), escaped(given)));
    push(&format!("FN:{}", escaped(card.name)));
    for email in card.emails {
        push(&format!("EMAIL:{}", escaped(email)));
    }
    if !card.note.trim().is_empty() {
        push(&format!("NOTE:{}", escaped(card.note.trim())));
    }
    push("END:VCARD");
    octets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_it_is_given_and_nothing_breaks_out_of_a_line() {
        let emails = ["jo@x.example".to_owned()];
        let note = "We mend roofs.\nWhen you hear “it drips”, END:VCARD; think of me.";
        let card = String::from_utf8(own_card(OwnCard { name: "Jo Marsh", emails: &emails, note }));
        let card = card.unwrap();
        assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Marsh;Jo;;;\r\nFN:Jo Marsh\r\n"));
        assert_eq!(card.lines().filter(|line| *line == "END:VCARD").count(), 1, "{card}");
        assert!(card.lines().all(|line| line.len() <= 75), "{card}");
    }
}
