//! A code that a telephone's camera reads: the owner's card as a vCard, without any network.

use askama::Template;
use kithwork_app::share_card::Card;
use qrcode::{Color, EcLevel, QrCode};

/// White squares around a code (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;

/// A code, as the outline of its dark squares.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(
    ext = "html",
    source = r##"<svg class="qr" role="img" viewBox="0 0 {{ size }} {{ size }}"><title>{{ title }}</title><rect width="{{ size }}" height="{{ size }}" fill="#fff"/><path d="{{ path }}" fill="#000"/></svg>"##
)]
pub(crate) struct Qr {
    title: &'static str,
    size: usize,
    path: String,
}

impl askama::filters::HtmlSafe for Qr {}

impl Qr {
    /// The card's code; what is too long for one leaves its last lines out. None where nothing fits.
    pub(crate) fn of(card: &Card) -> Option<Self> {
        let shorter = Card { wants_to_meet: Vec::new(), differs_by: None, ..card.clone() };
        let shortest =
            Card { name: card.name.clone(), emails: card.emails.clone(), ..Card::default() };
        let title = "Your card, to be photographed by a telephone";
        let cards = [card, &shorter, &shortest].into_iter();
        cards.map(Card::vcard).find_map(|vcard| Self::of_octets(&vcard, title))
    }

    /// The code of an address.
    pub(crate) fn of_address(address: &str, title: &'static str) -> Option<Self> {
        Self::of_octets(address.as_bytes(), title)
    }

    fn of_octets(octets: &[u8], title: &'static str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(octets, EcLevel::L).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().enumerate().filter(|(_, c)| *c == Color::Dark);
        let squares =
            dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET));
        Some(Self { title, size: width + 2 * QUIET, path: squares.collect::<Vec<_>>().concat() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_has_a_code_however_much_it_says() {
        let short = Qr::of(&Card { helps: Some("We mend roofs".to_owned()), ..Card::default() });
        let long = Card { helps: Some("é".repeat(4_000)), ..Card::default() };
        assert!(short.is_some_and(|qr| qr.size > 21 && qr.path.starts_with("M4 4h1v1h-1z")));
        assert!(Qr::of(&long).is_some());
    }
}
