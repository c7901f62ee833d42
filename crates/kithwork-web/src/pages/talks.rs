//! Talks, and whom each of their points helps.

use super::field::Field;
use crate::act::Act;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use jiff::civil::Date;
use kithwork_app::FieldProblem;
use kithwork_core::book::Book;
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::presentation::{AudienceMap, Wanted, people_of};

/// Talks, and whom each of their points helps.
#[derive(Debug, Template)]
#[template(path = "talks.html")]
pub(crate) struct Talks {
    frame: Frame,
    all: Vec<Talk>,
    new: Vec<Field>,
    /// The groups whose people can be shown to choose from.
    groups: Vec<(RoomId, String, bool)>,
    /// The people of the one that was chosen, and whether each is ticked.
    choices: Vec<(PersonId, String, bool)>,
}

crate::visit::framed!(Talks);

/// One talk.
#[derive(Debug)]
struct Talk {
    id: FactId,
    what: String,
    when: String,
    listeners: String,
    /// Those who listen, to choose one.
    people: Vec<(PersonId, String)>,
    says: String,
    points: Vec<Point>,
    unanswered: Vec<String>,
    delete: Act,
}

/// One point.
#[derive(Debug)]
struct Point {
    says: String,
    helps_nobody: bool,
    answers: Vec<(String, Act)>,
    could: Vec<(String, Act)>,
    out: Act,
}

impl Talks {
    /// The page.
    pub(crate) fn of(talks: &[AudienceMap], today: Date) -> Self {
        let talk = |talk: &AudienceMap| {
            let names: Vec<&str> = talk.listeners.iter().map(|one| one.name.as_str()).collect();
            let points = (1..).zip(&talk.points).map(|(number, point)| Point {
                says: point.says.clone(),
                helps_nobody: point.helps_nobody,
                answers: linked(talk.id, number, &point.answers, "no", "Not this"),
                could: linked(talk.id, number, &point.could_answer, "yes", "It answers this"),
                out: Act::does("Take this point out", "/presentations")
                    .with("what", talk.id)
                    .with("drop", number),
            });
            Talk {
                id: talk.id,
                what: talk.what.clone(),
                when: talk.on.map(|on| say::day(on, today)).unwrap_or_default(),
                listeners: names.join(", "),
                people: talk.listeners.iter().map(|one| (one.person, one.name.clone())).collect(),
                says: talk.says.clone(),
                points: points.collect(),
                unanswered: talk.unanswered.iter().map(told).collect(),
                delete: Act::deletes(talk.id, "this talk"),
            }
        };
        Self {
            frame: Frame::new("Talks", Place::More),
            all: talks.iter().map(talk).collect(),
            groups: Vec::new(),
            choices: Vec::new(),
            new: vec![
                Field::line("what", "What it is called", "One you have named already is added to"),
                Field::line("on", "When you give it", "").date(),
                Field::line("listeners", "Who listens", "Names as they stand in the book, or a group’s name for all of its people; parted by commas or lines")
                    .rows(3),
                Field::line("points", "What you say", "One point a line").rows(4),
            ],
        }
    }

    /// The same with the form as it was sent, beside what is wrong with it.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        self.new.iter_mut().for_each(|field| field.again(form, problems));
        for (who, _, is_ticked) in &mut self.choices {
            *is_ticked = form.all("who").any(|sent| sent == who.to_string());
        }
        self
    }

    /// The same with the people of a group to choose from.
    pub(crate) fn choosing(self, book: &Book, chosen: Option<RoomId>) -> Self {
        let rooms = book.facts.rooms.iter();
        let mut groups: Vec<_> = rooms
            .filter(|room| !people_of(book, room.id).is_empty())
            .map(|room| (room.id, room.name.clone(), chosen == Some(room.id)))
            .collect();
        groups.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
        let people = chosen.map(|room| people_of(book, room)).unwrap_or_default();
        let choices = people.into_iter().map(|one| (one.person, one.name, true)).collect();
        Self { groups, choices, ..self }
    }
}

fn told(wanted: &Wanted) -> String {
    format!("{}: {}", wanted.name, wanted.what)
}

fn linked(
    talk: FactId,
    number: usize,
    wanted: &[Wanted],
    answers: &str,
    label: &'static str,
) -> Vec<(String, Act)> {
    let act = |one: &Wanted| {
        Act::does(label, format!("/presentations/{talk}/link"))
            .with("point", number)
            .with("need", one.fact)
            .with("answers", answers)
    };
    wanted.iter().map(|one| (told(one), act(one))).collect()
}
