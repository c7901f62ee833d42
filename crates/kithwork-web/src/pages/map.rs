//! The network drawn, a list that says the same, and the way to somebody.

use crate::chart::Rings;
use crate::frame::{Frame, Place};
use crate::pages::review::variety::says;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use askama::Template;
use kithwork_core::id::PersonId;
use kithwork_core::ladder::State;
use kithwork_core::ladder::name_once_met;
use kithwork_core::network::{By, Spoke, Web, rings, way_in};
use kithwork_core::params::Params;

/// People named of each group; the rest is counted.
const NAMED: usize = 12;

/// The network.
#[derive(Clone, Debug, Template)]
#[template(path = "map.html")]
pub(crate) struct Map {
    frame: Frame,
    is_by_sector: bool,
    drawn: Option<Rings>,
    spokes: Vec<Row>,
    variety: Vec<String>,
    /// What was asked for, and the ways there.
    query: String,
    ways: Vec<Way>,
}

crate::visit::framed!(Map);

/// A group in the list.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    says: String,
    /// Level by level, the deepest first: its label, and who.
    levels: Vec<(String, Words)>,
}

/// The way to somebody.
#[derive(Clone, Debug)]
struct Way {
    to: Words,
    says: Vec<String>,
}

impl Map {
    /// The network by group or by line of business.
    pub(crate) fn of(sight: &Sight, params: &Params, by: By) -> Self {
        let spokes = rings(&sight.shelf.book, sight.today, params, by);
        let people: usize = spokes.iter().map(|spoke| spoke.people.len()).sum();
        let named = spokes.iter().filter(|spoke| spoke.name.is_some()).count() as u64;
        let (of, or) = match by {
            By::Group => (say::counted(named, "group", "groups"), " and elsewhere"),
            By::Sector => (
                say::counted(named, "line of business", "lines of business"),
                ", and some whose is not known",
            ),
        };
        let met = say::capital(&say::counted(people as u64, "person", "people"));
        let or = if spokes.len() as u64 > named { or } else { "" };
        let says = format!("{met} met, in {of}{or}.");
        Self {
            frame: Frame::new("Your network", Place::More),
            is_by_sector: by == By::Sector,
            drawn: (people > 0).then(|| Rings::of(&spokes, says)),
            spokes: spokes.iter().map(|spoke| row(spoke, sight)).collect(),
            variety: variety(sight),
            query: String::new(),
            ways: Vec::new(),
        }
    }

    /// The same with the ways to whoever fits the words: a name, a trade, a firm.
    pub(crate) fn ways_to(
        self,
        sight: &Sight,
        params: &Params,
        query: &str,
        found: &[(PersonId, String)],
    ) -> Self {
        let book = &sight.shelf.book;
        let web = Web::of(book, sight.today, &params.network);
        let ways = found.iter().map(|(id, name)| Way {
            to: Words::default().people([(*id, name.as_str())]),
            says: way_in(book, &web, *id, sight.today, params).map_or_else(
                || vec!["No way is known yet: note who knows whom when you hear of it.".to_owned()],
                |way| way.says,
            ),
        });
        Self { ways: ways.collect(), query: query.to_owned(), ..self }
    }
}

fn row(spoke: &Spoke, sight: &Sight) -> Row {
    let warm = spoke.people.iter().filter(|d| d.state == Some(State::Warm)).count() as u64;
    let levels = spoke.people.chunk_by(|a, b| a.level == b.level).map(|people| {
        let label = people
            .first()
            .map(|d| name_once_met(sight.shelf.book.own_level_names(), d.level).to_owned());
        let shown = people.iter().take(NAMED).map(|d| (d.person, d.name.as_str()));
        let words = Words::default().people(shown);
        let more = people.len().saturating_sub(NAMED);
        let words = if more > 0 { words.then(format!(" and {more} more")) } else { words };
        (label.unwrap_or_default(), words)
    });
    Row {
        name: spoke.name.clone().map_or_else(|| "Not known".to_owned(), |name| say::capital(&name)),
        says: format!(
            "{}, {} warm",
            say::counted(spoke.people.len() as u64, "person", "people"),
            if warm == 0 { "none".to_owned() } else { say::spelled(warm) }
        ),
        levels: levels.collect(),
    }
}

/// How varied those in touch are, and what is missing.
fn variety(sight: &Sight) -> Vec<String> {
    let told = sight.review.variety.iter().filter(|v| v.people > 0).map(|v| {
        if !v.is_enough {
            return says(v);
        }
        let axis = if v.axis == "sector" { "lines of business" } else { "places" };
        let unknown = match v.unknown {
            0 => String::new(),
            n => format!("; of {} it is not known", say::counted(n, "person", "people")),
        };
        format!(
            "Those you are in touch with are as varied as {:.1} equal {axis}{unknown}.",
            v.equal_kinds
        )
    });
    told.collect()
}
