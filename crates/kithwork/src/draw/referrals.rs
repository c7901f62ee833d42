//! Work passed on to the owner, stage by stage.

use super::figures::day;
use super::shape::{add, wrapped};
use crate::screen::Screen;
use kithwork_app::referral::{Board, Card};
use kithwork_core::facts::ReferralStatus as Status;

/// All of it.
pub(crate) fn referrals(board: &Board, screen: Screen) -> String {
    if board.referrals.is_empty() {
        return wrapped("Nothing that was passed on to you is in the book yet.", 0);
    }
    let mut text = String::new();
    for cards in board.referrals.chunk_by(|one, other| lane(one) == lane(other)) {
        let Some(first) = cards.first() else { continue };
        add(&mut text, format!("{}\n", screen.heading(lane(first))));
        for card in cards {
            text.push_str(&wrapped(&line(card), 2));
        }
        text.push('\n');
    }
    text
}

/// One of them.
pub(crate) fn referral(card: &Card) -> String {
    wrapped(&format!("{}: {}", lane(card), line(card)), 0)
}

/// Under what it stands: decided and thanked for, it stands apart.
fn lane(card: &Card) -> &'static str {
    if card.is_over() { "Thanked" } else { stage(card.status) }
}

fn line(card: &Card) -> String {
    let prospect = card.prospect.as_deref().unwrap_or("somebody");
    let how = if card.is_over() { stage(card.status).to_lowercase() + " " } else { String::new() };
    let since = card.since.map(|on| format!(", {how}{}", day(on))).unwrap_or_default();
    let thanked = card.thanked_on.map(|on| format!(", thanked {}", day(on))).unwrap_or_default();
    let worth = card.value.map(|of| format!(", {}", of.decimal())).unwrap_or_default();
    format!("{prospect}, from {}{since}{thanked}{worth}", card.name)
}

fn stage(status: Status) -> &'static str {
    match status {
        Status::Open => "Offered",
        Status::Contacted => "Contacted",
        Status::Met => "Met",
        Status::Proposed => "Quoted",
        Status::Won => "Won",
        Status::Lost => "Lost",
        Status::NoFit => "No fit",
    }
}
