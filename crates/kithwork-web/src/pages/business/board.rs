//! Work passed on to the owner, stage by stage, each piece one tap from the next.

use super::ROWS;
use crate::act::Act;
use crate::say;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_app::referral::{Board, Card};
use kithwork_core::book::Book;
use kithwork_core::facts::{Business, BusinessSource, ReferralStatus as Status};
use kithwork_core::id::FactId;
use kithwork_core::money::Amount;

/// Pieces of a stage that are shown at once; of what is decided, fewer.
const SHOWN: usize = 6;
const DECIDED: usize = 2;
/// Pieces of a stage that are folded away below these; older ones are only counted.
const MORE: usize = 20;

/// One stage.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub title: &'static str,
    /// How many there are in all.
    pub all: usize,
    pub cards: Vec<Piece>,
    pub more: Vec<Piece>,
    /// Older ones that are not shown.
    pub older: usize,
}

/// One piece of work.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub id: FactId,
    /// Who was referred, and by whom.
    pub who: Words,
    pub worth: String,
    /// Since when it is where it is, and since when it is known.
    pub when: String,
    /// The next step; none where it is decided and whoever passed it on was thanked.
    pub next: Option<Act>,
    /// Where its worth is told, once it is won.
    pub worth_at: String,
    pub delete: Act,
    /// Every other place it could be moved to.
    pub others: Vec<(&'static str, &'static str)>,
}

const STAGES: [(Status, &str, &str); 7] = [
    (Status::Open, "open", "Offered"),
    (Status::Contacted, "contacted", "Contacted"),
    (Status::Met, "met", "Met"),
    (Status::Proposed, "proposed", "Quoted"),
    (Status::Won, "won", "Won"),
    (Status::Lost, "lost", "Lost"),
    (Status::NoFit, "no_fit", "No fit"),
];

/// The stages that hold anything, in their order; what is decided and thanked for comes last.
pub(super) fn lanes(board: &Board, book: &Book, today: Date) -> Vec<Lane> {
    let lane = |title, shown: usize, holds: &dyn Fn(&Card) -> bool| {
        let of: Vec<&Card> = board.referrals.iter().filter(|card| holds(card)).collect();
        let latest = of.iter().take(shown + MORE);
        let mut cards: Vec<Piece> = latest.map(|card| piece(card, book, today)).collect();
        let older = of.len() - cards.len();
        let more = cards.split_off(cards.len().min(shown));
        Lane { title, all: of.len(), cards, more, older }
    };
    let stages = STAGES.iter().map(|(status, _, title)| {
        let shown = if status.is_decided() { DECIDED } else { SHOWN };
        lane(title, shown, &|card| card.status == *status && !card.is_over())
    });
    let over = lane("Thanked", DECIDED, &Card::is_over);
    stages.chain([over]).filter(|lane| !lane.cards.is_empty()).collect()
}

fn piece(card: &Card, book: &Book, today: Date) -> Piece {
    let own = book.currency();
    let who = Words::default().name(card.prospect.as_deref().unwrap_or("Somebody"));
    let who = who.then(", from ").people([(card.person, card.name.as_str())]);
    let who = match &card.met_at {
        Some(room) => who.then(", met at ").name(room),
        None => who,
    };
    let money = |of: Amount| of.money(own);
    let at = format!("/referrals/{}", card.id);
    let next = match after(card.status) {
        Some((label, to)) => Some(Act::does(label, at).with("status", to)),
        None if card.is_over() => None,
        None => Some(Act::does(format!("Thank {}", card.name), format!("{at}/thank"))),
    };
    let others = STAGES.iter().filter(|(status, ..)| *status != card.status);
    Piece {
        id: card.id,
        who,
        worth: card.value.map(|of| say::money(money(of))).unwrap_or_default(),
        when: when(card, today),
        worth_at: match card.status {
            Status::Won if !is_worth_known(card, book) => {
                format!("/business?won={}#worth", card.id)
            }
            _ => String::new(),
        },
        next,
        delete: Act::deletes(card.id, "this piece of work"),
        others: others.map(|(_, name, title)| (*name, *title)).collect(),
    }
}

/// Whether what was won stands in the book as business with its worth.
fn is_worth_known(card: &Card, book: &Book) -> bool {
    let prospect = card.prospect.as_deref().unwrap_or_default();
    book.business_of(card.person).any(|won| won.is_with(prospect) && won.value.is_some())
}

/// A button for each business noted through the same person that no referral of theirs names: it may be this one.
pub(super) fn noted(card: &Card, book: &Book) -> Vec<Act> {
    let is_named = |won: &&Business| {
        let mut named = book.referrals_of(card.person).filter_map(|one| one.prospect.as_deref());
        named.any(|prospect| won.is_with(prospect))
    };
    let is_new = |won: &&Business| won.source_kind != Some(BusinessSource::Repeat);
    let all = book.business_of(card.person).filter(|won| is_new(won) && !is_named(won));
    let [client, .., referral] = ROWS[0];
    let button = |won: &Business| {
        let worth = won.value.map(|of| format!(", {}", say::money(of.money(book.currency()))));
        let label = format!("It is {}{}", say::shortened(&won.client), worth.unwrap_or_default());
        Act::does(label, "/business").with(client, &won.client).with(referral, card.id)
    };
    all.take(SHOWN).map(button).collect()
}

/// The step that comes next, as a button says it.
fn after(status: Status) -> Option<(&'static str, &'static str)> {
    match status {
        Status::Open => Some(("I got in touch", "contacted")),
        Status::Contacted => Some(("We met", "met")),
        Status::Met => Some(("I made an offer", "proposed")),
        Status::Proposed => Some(("It is won", "won")),
        Status::Won | Status::Lost | Status::NoFit => None,
    }
}

/// Every day that the book knows, the latest first.
fn when(card: &Card, today: Date) -> String {
    let thanked = card.thanked_on.map(|on| format!("thanked {}", say::day(on, today)));
    let since = card.since.filter(|since| Some(*since) != card.on);
    let stage = STAGES.iter().find(|(status, ..)| *status == card.status);
    let stage = stage.filter(|_| card.is_over()).map(|(.., title)| title.to_lowercase());
    let stage = stage.unwrap_or_else(|| "here since".to_owned());
    let since = match since {
        Some(since) => Some(format!("{stage} {}", say::day(since, today))),
        None => Some(stage).filter(|_| card.is_over()),
    };
    let offered = card.on.map(|on| format!("offered {}", say::day(on, today)));
    let all: Vec<String> = [thanked, since, offered].into_iter().flatten().collect();
    say::capital(&all.join(", "))
}
