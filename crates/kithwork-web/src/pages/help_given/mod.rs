//! Help, both ways: what was given and received, introductions on their way and ideas for more, and tables
//! of people who can help each other.

mod needs;
mod offers;
mod shared;

use crate::act::{Act, ask_both};
use crate::frame::{Frame, Place};
use crate::pages::entry::Entry;
use crate::pages::sheet::Line;
use crate::say;
use crate::sight::Sight;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::company::Tables;
use kithwork_app::need::Open;
use kithwork_app::proposal::{Introductions, OnItsWay, Side};
use kithwork_core::book::Book;
use kithwork_core::facts::{Direction, Person};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::{Idea, Table};
use kithwork_core::review::{acts_of_help, help_entries};
use needs::Needed;
pub(crate) use needs::could as could_help;
use offers::Offered;
pub(crate) use offers::wanted as might_want;

/// Acts of help shown each way.
const SHOWN: usize = 20;
/// Open needs on the page.
pub(crate) const NEEDS: usize = 40;

/// Help, both ways.
#[derive(Clone, Debug, Template)]
#[template(path = "help_given.html")]
pub(crate) struct HelpGiven {
    frame: Frame,
    says: String,
    needs: Vec<Needed>,
    more_needs: usize,
    offers: Vec<Offered>,
    more_offers: usize,
    /// What was shared each way, and what was made together.
    ways: Vec<Line>,
    projects: Vec<Line>,
    given: Vec<Entry>,
    /// Entries before these.
    more_given: usize,
    received: Vec<Entry>,
    more_received: usize,
    on_their_way: Vec<Way>,
    ideas: Vec<Suggested>,
    tables_say: String,
    tables: Vec<Company>,
}

crate::visit::framed!(HelpGiven);

/// An introduction on its way.
#[derive(Clone, Debug)]
struct Way {
    next: String,
    sides: Vec<Shown>,
    acts: Vec<Act>,
    /// Where what came of it is told, once they were introduced.
    outcome: Option<String>,
}

/// One side of it.
#[derive(Clone, Debug)]
struct Shown {
    person: PersonId,
    name: String,
    why: String,
    stands: String,
    message: String,
    acts: Vec<Act>,
}

/// An introduction that could be made.
#[derive(Clone, Debug)]
struct Suggested {
    sides: [(PersonId, String, String); 2],
    act: Act,
}

/// A table.
#[derive(Clone, Debug)]
struct Company {
    people: Vec<(PersonId, String)>,
    because: Vec<String>,
    ask: Act,
}

impl HelpGiven {
    /// The page, with the latest of so many open needs.
    pub(crate) fn of(
        sight: &Sight,
        introductions: &Introductions,
        tables: &Tables,
        needs: &[Open],
        open: usize,
    ) -> Self {
        let acts = acts_of_help(&sight.shelf.book, sight.today);
        // What is counted is what the list shows.
        let each = |direction| help_entries(&acts, direction).into_iter().collect::<Vec<FactId>>();
        let count = |direction| each(direction).len() as u64;
        let entries = |direction| Entry::latest(&each(direction), SHOWN, &sight.shelf, sight.today);
        let more = |direction| each(direction).len().saturating_sub(SHOWN);
        let says = say::help(count(Direction::Given), count(Direction::Received)) + ".";
        let book = &sight.shelf.book;
        let needed =
            |need: &Open| needs::needed(need, may_be_asked(book, need.person), sight.today);
        let on_their_way = introductions.on_their_way.iter();
        Self {
            frame: Frame::new("Help", Place::More),
            says,
            needs: needs.iter().map(needed).collect(),
            more_needs: open.saturating_sub(needs.len()),
            offers: Vec::new(),
            more_offers: 0,
            ways: shared::ways(sight),
            projects: shared::projects(sight),
            given: entries(Direction::Given),
            more_given: more(Direction::Given),
            received: entries(Direction::Received),
            more_received: more(Direction::Received),
            on_their_way: on_their_way.map(|one| way(one, sight.today)).collect(),
            ideas: introductions.ideas.iter().map(suggested).collect(),
            tables_say: tables.says.clone(),
            tables: tables.tables.iter().map(company).collect(),
        }
    }
}

impl HelpGiven {
    /// The same with what people offer.
    pub(crate) fn offering(mut self, offers: &[kithwork_app::offer::Open], sight: &Sight) -> Self {
        let book = &sight.shelf.book;
        let offered = |one| offers::offered(one, |id| may_be_asked(book, id), sight.today);
        self.offers = offers.iter().take(NEEDS).map(offered).collect();
        self.more_offers = offers.len().saturating_sub(NEEDS);
        self
    }
}

/// Whether something on the page may lead to writing to somebody.
fn may_be_asked(book: &Book, id: PersonId) -> bool {
    book.person(id).is_none_or(Person::may_be_asked)
}

fn way(one: &OnItsWay, today: Date) -> Way {
    let to = |step: &str| format!("/proposals/{}/{step}", one.id);
    let mut acts = Vec::new();
    if one.is_made {
        if one.outcome.is_some() {
            acts.push(Act::does("Both are thanked", to("thanked")).first());
        }
    } else {
        if one.is_agreed {
            acts.push(Act::does("I have introduced them", to("made")).first());
        }
        acts.push(Act::does("Give it up", to("dropped")));
    }
    acts.push(Act::deletes(one.id, "this introduction"));
    let outcome = one.is_made.then(|| to("worked"));
    let sides = one.sides.iter().map(|side| shown(side, one, today)).collect();
    Way { next: one.next.clone(), sides, acts, outcome }
}

fn shown(side: &Side, one: &OnItsWay, today: Date) -> Shown {
    let to = |step: &str| format!("/proposals/{}/{step}", one.id);
    let asked = side.asked_on.map(|on| say::day(on, today));
    let (stands, acts) = match (side.says, asked) {
        (Some(true), _) => ("said yes".to_owned(), Vec::new()),
        (Some(false), _) => ("said no".to_owned(), Vec::new()),
        (None, Some(on)) => (
            format!("asked {on}"),
            vec![
                Act::does("Said yes", to("said")).about(&[side.person]).with("yes", "yes").first(),
                Act::does("Said no", to("said")).about(&[side.person]).with("yes", "no"),
            ],
        ),
        (None, None) => (
            "not asked yet".to_owned(),
            vec![Act::does("I have asked", to("asked")).about(&[side.person]).first()],
        ),
    };
    Shown {
        person: side.person,
        name: side.name.clone(),
        why: say::capital(&side.why),
        stands,
        message: side.message.clone(),
        acts: if one.is_made { Vec::new() } else { acts },
    }
}

fn suggested(idea: &Idea) -> Suggested {
    let side = |one: &kithwork_core::matching::Reason| {
        (one.person, one.name.clone(), say::capital(&one.why))
    };
    let act = Act::does(ask_both(&idea.needs.name, &idea.helps.name), "/proposals")
        .about(&[idea.needs.person, idea.helps.person])
        .with("why_a", &idea.needs.told)
        .with("why_b", &idea.helps.told);
    Suggested { sides: [side(&idea.needs), side(&idea.helps)], act }
}

fn company(table: &Table) -> Company {
    let ids = table.people.iter().map(|guest| format!("&who={}", guest.person));
    let to = format!("/ask?kind=small_group{}", ids.collect::<String>());
    Company {
        people: table.people.iter().map(|guest| (guest.person, guest.name.clone())).collect(),
        because: table.pairs.iter().flat_map(|pair| pair.because.clone()).collect(),
        ask: Act::opens("Ask each of them", to).first(),
    }
}
