//! Business: how far the work has come that was passed on, where clients came from, what lies ahead.

mod ahead;
mod board;
mod ways;

use crate::act::Act;
use crate::chart::{Bars, Flow};
use crate::figure;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::pages::entry::Entry;
use crate::pages::review::channels::{Channel, channels};
use crate::pages::sent::Sent;
use crate::pages::sheet::Line;
use crate::pages::sheet::outlook::in_sight;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;
use ahead::Ahead;
use askama::Template;
use board::Lane;
use jiff::civil::Date;
use kithwork_app::referral::{Board, Card};
use kithwork_core::book::Book;
use kithwork_core::credit::CreditTold;
use ways::Way;

/// Pieces of business shown.
const SHOWN: usize = 100;

/// Of those with a part in it so many are shown.
const CREDITED: usize = 8;

/// The fields of each row of the question, by name: client, kind of source, source, worth, day, the work
/// passed on that it came of.
pub(crate) const ROWS: [[&str; 6]; 5] = [
    ["client-0", "kind-0", "from-0", "worth-0", "on-0", "referral-0"],
    ["client-1", "kind-1", "from-1", "worth-1", "on-1", "referral-1"],
    ["client-2", "kind-2", "from-2", "worth-2", "on-2", "referral-2"],
    ["client-3", "kind-3", "from-3", "worth-3", "on-3", "referral-3"],
    ["client-4", "kind-4", "from-4", "worth-4", "on-4", "referral-4"],
];

/// Kinds of source, as the question offers them.
pub(crate) const SOURCES: [(&str, &str); 6] = [
    ("", "Not sure"),
    ("referral", "A person who passed it on"),
    ("group", "A group or event"),
    ("channel", "A way of advertising"),
    ("direct", "They found me"),
    ("repeat", "A client of before"),
];

/// Where clients came from.
#[derive(Clone, Debug, Template)]
#[template(path = "business.html")]
pub(crate) struct Business {
    frame: Frame,
    /// Work passed on, stage by stage.
    lanes: Vec<Lane>,
    /// Work on its way, and those who pass it on.
    in_sight: Vec<Line>,
    ahead: Vec<Ahead>,
    charts: Vec<Bars>,
    flows: Vec<Flow>,
    channels: Vec<Channel>,
    /// What was told of other ways, the latest month first, and how many older entries there are.
    ways: Vec<Way>,
    older_ways: usize,
    /// Whom it came through.
    credit: Vec<Credit>,
    known: Vec<Entry>,
    today: Date,
    /// Whether the question stands open: nothing is known yet.
    is_open: bool,
    /// The business that the work may be whose worth is asked for: noted already.
    noted: Vec<Act>,
}

crate::visit::framed!(Business);

/// One with a part in business won: beside each other what began with them, what they passed on last and
/// their even share.
#[derive(Clone, Debug)]
struct Credit {
    name: String,
    began: String,
    closed: String,
    shared: String,
    says: Words,
    why: Why,
}

/// Everybody and everything with a part in business won: what they brought, whichever way one counts.
fn credit(sight: &Sight) -> Vec<Credit> {
    let all = &sight.review.credit;
    // Where each piece came from one source alone, the chart has said it all.
    if !all.iter().any(|one| one.low != one.high) {
        return Vec::new();
    }
    all.iter().take(CREDITED).map(|one| part(one, sight)).collect()
}

fn part(one: &CreditTold, sight: &Sight) -> Credit {
    let name = say::capital(&one.name);
    Credit {
        says: Words::default().name(&name).then(format!(": {}", one.says)),
        name: say::shortened(&name),
        began: say::money(one.origin),
        closed: say::money(one.closer),
        shared: say::money(one.headline),
        why: Why::of(&one.explanation, &sight.shelf, sight.today, None),
    }
}

impl Business {
    /// The page of a book.
    pub(crate) fn of(sight: &Sight) -> Self {
        let all: Vec<_> = sight.shelf.book.facts.business.iter().map(|won| won.id).collect();
        let known = Entry::latest(&all, SHOWN, &sight.shelf, sight.today);
        let (ways, older_ways) = ways::ways(sight);
        Self {
            ways,
            older_ways,
            frame: Frame::new("Business", Place::More),
            in_sight: in_sight(sight),
            lanes: Vec::new(),
            ahead: if known.is_empty() { Vec::new() } else { ahead::ahead(sight) },
            charts: figure::business::charts(&sight.review.business_by_origin),
            flows: figure::flow::flows(sight),
            channels: if sight.is_young() { Vec::new() } else { channels(sight) },
            credit: credit(sight),
            is_open: known.is_empty(),
            noted: Vec::new(),
            known,
            today: sight.today,
        }
    }

    /// The same with the work that was passed on.
    pub(crate) fn board(mut self, board: &Board, book: &Book) -> Self {
        self.lanes = board::lanes(board, book, self.today);
        // Where work is on its way, the question of old clients can wait.
        self.is_open &= self.lanes.is_empty();
        self
    }

    /// The same with the client of work that was won, whose worth is asked for.
    pub(crate) fn won(mut self, card: &Card, book: &Book) -> Self {
        let [client, kind, from, _, on, referral] = ROWS[0].map(str::to_owned);
        let known = Fields::from(vec![
            (client, card.prospect.clone().unwrap_or_default()),
            (kind, "referral".to_owned()),
            (from, card.name.clone()),
            (on, card.since.map(|on| on.to_string()).unwrap_or_default()),
            (referral, card.id.to_string()),
        ]);
        self.noted = board::noted(card, book);
        self.frame.again(Sent::new("/business", &known, &[]));
        self
    }
}
