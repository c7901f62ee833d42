//! People: everyone of the network, those who were searched for, those who fit a filter.

mod choices;

use crate::act::Act;
use crate::filter::{Pair, pairs};
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::say;
use crate::words::Words;
use askama::Template;
use choices::{Chip, Choices};
use jiff::civil::Date;
use kithwork_app::FieldProblem;
use kithwork_app::person::{Listed, Order};
use kithwork_core::facts::{Care, PeopleFilter, PeopleList, Person, Room, Tag};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::ladder::LevelName;

/// People on one page.
pub(crate) const SHOWN: usize = 100;

/// What the page is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Whom it is to show.
    pub filter: PeopleFilter,
    /// In which order.
    pub order: Order,
    /// The list that it is of, where it is of one that is kept.
    pub list: Option<PeopleList>,
    /// How many of them stand on the pages before.
    pub from: usize,
    /// Whether the book holds nobody at all.
    pub nobody: bool,
}

/// What can be chosen from.
#[derive(Debug)]
pub(crate) struct Shelves {
    pub tags: Vec<Tag>,
    pub rooms: Vec<Room>,
    pub levels: Vec<LevelName>,
    /// Lines of business, as the owner wrote them.
    pub sectors: Vec<String>,
    pub lists: Vec<PeopleList>,
}

/// People: everyone of the network, those who were searched for, those who fit a filter.
#[derive(Debug, Template)]
#[template(path = "people.html")]
pub(crate) struct People {
    frame: Frame,
    /// What was searched for; empty where nothing was.
    query: String,
    /// What is asked for, each to be taken away.
    chips: Vec<Chip>,
    choices: Choices,
    /// The filter as every form of the page holds it.
    asked: Vec<Pair>,
    /// The list that is looked at: its id and its name.
    list: Option<(FactId, String)>,
    /// The lists that are kept, and whether it is the one that is looked at.
    lists: Vec<(FactId, String, bool)>,
    /// How many fit.
    count: String,
    /// How many they are, for whoever ticks all of them.
    ticks: String,
    rows: Vec<Row>,
    /// Where the next page begins, and how it is ordered; none where this is all.
    next: Option<(usize, &'static str)>,
    nobody: bool,
    /// The name for a list, as it was sent, and what is wrong with it.
    typed: String,
    problem: String,
    /// The one tag that is asked for: its id and its name.
    tag: Option<(FactId, String)>,
    /// Another name for it, as it was sent, and what is wrong with it.
    tag_typed: String,
    tag_problem: String,
    cares: [(&'static str, &'static str); 3],
}

/// One of them.
#[derive(Debug)]
struct Row {
    id: PersonId,
    name: String,
    who: Words,
    organisation: String,
    standing: String,
    last: String,
}

crate::visit::framed!(People);

impl People {
    /// Whether the book holds nobody at all.
    pub(crate) fn is_of_nobody(&self) -> bool {
        self.nobody
    }

    /// Those who fit, from one of them on.
    pub(crate) fn of(
        asked: Asked,
        shelves: Shelves,
        fitting: &[(&Listed, Vec<&'static str>)],
        today: Date,
    ) -> Self {
        let Asked { filter, order, list, from, nobody } = asked;
        let shown = fitting.iter().skip(from).take(SHOWN);
        let next = from.saturating_add(SHOWN);
        let here = list.as_ref().map(|list| list.id);
        let each = |list: &PeopleList| (list.id, list.name.clone(), Some(list.id) == here);
        let tag = shelves.tags.iter().find(|tag| filter.tags == [tag.id]);
        let tag = tag.map(|tag| (tag.id, tag.name.clone()));
        Self {
            frame: Frame::new("People", Place::People),
            query: filter.words.clone().unwrap_or_default(),
            chips: choices::chips(&filter, &shelves, today),
            lists: shelves.lists.iter().map(each).collect(),
            asked: pairs(&filter),
            count: count(fitting.len(), &filter),
            ticks: people(fitting.len()),
            rows: shown.map(|(one, _)| row(one, today)).collect(),
            next: (next < fitting.len()).then(|| (next, choices::spelt(order))),
            choices: Choices::of(&filter, order, shelves),
            list: list.map(|list| (list.id, list.name)),
            nobody,
            typed: String::new(),
            problem: String::new(),
            tag: tag.filter(|_| here.is_none()),
            tag_typed: String::new(),
            tag_problem: String::new(),
            cares: Care::ALL.map(|care| (care.name(), choices::decided(care))),
        }
    }

    /// The same with a name that could not be kept, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        form.text("name").clone_into(&mut self.typed);
        let wrong = problems.first().map(|wrong| say::capital(&wrong.problem));
        self.problem = wrong.unwrap_or_default();
        self
    }

    /// The same with a name for its tag that could not be kept, beside what is wrong with it.
    pub(crate) fn again_for_tag(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        form.text("name").clone_into(&mut self.tag_typed);
        let wrong = problems.first().map(|wrong| say::capital(&wrong.problem));
        self.tag_problem = wrong.unwrap_or_default();
        self
    }

    /// Takes the tag off everybody who bears it.
    fn drops(tag: &FactId) -> Act {
        Act::deletes(*tag, "this tag").leading("/people")
    }

    /// How the forms that ask again send: words never stand in an address.
    fn method(&self) -> &'static str {
        if self.query.is_empty() { "get" } else { "post" }
    }

    /// Whether anything is asked for.
    fn is_asked(&self) -> bool {
        !self.asked.is_empty()
    }

    /// What is asked for besides words.
    fn beside_words(&self) -> impl Iterator<Item = &Pair> {
        self.asked.iter().filter(|(name, _)| *name != "q")
    }
}

fn count(fitting: usize, filter: &PeopleFilter) -> String {
    let people = people(fitting);
    match (filter.is_empty(), fitting) {
        (true, _) => say::capital(&people),
        (false, 1) => "One person fits".to_owned(),
        (false, 0) => "Nobody fits".to_owned(),
        (false, _) => format!("{} fit", say::capital(&people)),
    }
}

fn people(count: usize) -> String {
    say::counted(u64::try_from(count).unwrap_or(u64::MAX), "person", "people")
}

fn row(one: &Listed, today: Date) -> Row {
    let person: &Person = &one.person;
    let organisation = [&person.organisation, &person.role];
    let organisation = organisation.into_iter().flatten().map(|t| say::shortened(t));
    Row {
        id: person.id,
        name: say::shortened(&person.name),
        who: Words::default().people([(person.id, person.name.as_str())]),
        organisation: organisation.collect::<Vec<_>>().join(", "),
        standing: match one.enrolled.level {
            Some(_) => one.enrolled.says.clone(),
            None => "set aside".to_owned(),
        },
        last: one.enrolled.seen.map(|on| say::day(on, today)).unwrap_or_default(),
    }
}
