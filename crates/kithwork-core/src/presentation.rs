//! Whom each point of a talk helps (row 33): the needs of those who listen, set against what is said.

use crate::book::Book;
use crate::facts::{Point, Presentation};
use crate::id::{FactId, PersonId, RoomId};
use crate::matching::shared;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// Who belongs to a group as far as the book tells: met there, or talked to at its meetings; by name.
pub fn people_of(book: &Book, room: RoomId) -> Vec<Listener> {
    let meetings = book.facts.meetings.iter().filter(|meeting| meeting.room == room);
    let talked_to: BTreeSet<PersonId> =
        meetings.flat_map(|meeting| meeting.people.iter().copied()).collect();
    let people = book.facts.people.iter().filter(|person| person.counts());
    let belongs =
        people.filter(|person| person.met_at == Some(room) || talked_to.contains(&person.id));
    let mut all: Vec<Listener> =
        belongs.map(|one| Listener { person: one.id, name: one.name.clone() }).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.person.cmp(&b.person)));
    all
}

/// A talk with the needs of its listeners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AudienceMap {
    /// The talk.
    pub id: FactId,
    /// What it is called.
    pub what: String,
    /// When it is given.
    pub on: Option<Date>,
    /// Who listens.
    pub listeners: Vec<Listener>,
    /// Its points, in order.
    pub points: Vec<PointMap>,
    /// Needs of listeners that no point answers.
    pub unanswered: Vec<Wanted>,
    /// In plain words.
    pub says: String,
}

/// Somebody who listens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Listener {
    pub person: PersonId,
    pub name: String,
}

/// One point and whom it helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointMap {
    /// What it says.
    pub says: String,
    /// The needs of listeners that it answers.
    pub answers: Vec<Wanted>,
    /// Whether it answers none: whom does it help?
    pub helps_nobody: bool,
    /// Needs of listeners that it shares words with and is not linked to.
    pub could_answer: Vec<Wanted>,
}

/// A need of a listener.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// The need heard, or the person for what they look for.
    pub fact: FactId,
    /// Whose.
    pub person: PersonId,
    /// By name.
    pub name: String,
    /// The need, in the owner's words.
    pub what: String,
}

/// The map of a talk at a date.
pub fn audience(book: &Book, talk: &Presentation, as_of: Date) -> AudienceMap {
    let people = talk.people.iter().filter_map(|id| book.person(*id));
    let listeners: Vec<Listener> =
        people.map(|p| Listener { person: p.id, name: p.name.clone() }).collect();
    let wanted: Vec<Wanted> = listeners.iter().flat_map(|one| wants(book, one, as_of)).collect();
    let points: Vec<PointMap> = talk.points.iter().map(|point| map(point, &wanted)).collect();
    let is_answered = |need: &Wanted| points.iter().any(|point| point.answers.contains(need));
    let unanswered = wanted.iter().filter(|need| !is_answered(need)).cloned().collect();
    let says = says(&points, listeners.len());
    AudienceMap {
        id: talk.id,
        what: talk.what.clone(),
        on: talk.on,
        listeners,
        points,
        unanswered,
        says,
    }
}

/// The open needs heard from somebody, and what they look for.
fn wants(book: &Book, one: &Listener, as_of: Date) -> Vec<Wanted> {
    let wanted = |fact: FactId, what: &str| Wanted {
        fact,
        person: one.person,
        name: one.name.clone(),
        what: what.to_owned(),
    };
    let open = book.needs_of(one.person).filter(|need| {
        need.on.is_none_or(|on| on <= as_of) && need.met_on.is_none_or(|met| met > as_of)
    });
    let looks = book.person(one.person).and_then(|p| p.looking_for.as_deref());
    let looks = looks.filter(|what| !what.trim().is_empty());
    open.map(|need| wanted(need.id, &need.what))
        .chain(looks.map(|what| wanted(one.person.into(), what)))
        .collect()
}

fn map(point: &Point, wanted: &[Wanted]) -> PointMap {
    let (answers, others): (Vec<Wanted>, Vec<Wanted>) =
        wanted.iter().cloned().partition(|need| point.needs.contains(&need.fact));
    let fits = |need: &Wanted| !shared(&need.what, &point.says).is_empty();
    PointMap {
        says: point.says.clone(),
        helps_nobody: answers.is_empty(),
        could_answer: others.into_iter().filter(fits).collect(),
        answers,
    }
}

fn says(points: &[PointMap], listeners: usize) -> String {
    let idle = points.iter().filter(|point| point.helps_nobody).count();
    match (points.len(), listeners, idle) {
        (0, _, _) => "It has no points yet.".to_owned(),
        (_, 0, _) => {
            "Say who listens, and each point can be set against what they need.".to_owned()
        }
        (_, _, 0) => "Each point answers a need of somebody who listens.".to_owned(),
        (1, ..) => "Its one point answers no need of those who listen: link it, or leave it out."
            .to_owned(),
        (all, _, idle) => format!(
            "{idle} of {all} points answer no need of those who listen: link them, or leave them out."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Need, Person};
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 16);

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn book() -> Book {
        let mut facts = Facts::default();
        let mut ada = Person::named(PersonId(id(1)), "Ada");
        ada.looking_for = Some("a bookkeeper".to_owned());
        facts.people = vec![ada, Person::named(PersonId(id(2)), "Ben")];
        let person = PersonId(id(2));
        let what = "getting invoices paid sooner".to_owned();
        facts.needs.push(Need { id: FactId(id(10)), person, on: None, what, met_on: None });
        Book::new(facts, &[])
    }

    fn talk(needs: Vec<FactId>, people: &[u128]) -> Presentation {
        let point = |says: &str, needs| Point { says: says.to_owned(), needs };
        Presentation {
            id: FactId(id(20)),
            what: "Getting paid".to_owned(),
            on: Some(TODAY),
            points: vec![
                point("Invoices paid in nine days", needs),
                point("Our history since 1987", Vec::new()),
            ],
            people: people.iter().map(|n| PersonId(id(*n))).collect(),
        }
    }

    /// Acceptance test 33.
    #[test]
    fn a_point_that_answers_no_need_of_a_listener_is_flagged() {
        let map = audience(&book(), &talk(vec![FactId(id(10))], &[1, 2]), TODAY);
        assert_eq!(map.points.iter().map(|p| p.helps_nobody).collect::<Vec<_>>(), [false, true]);
        assert_eq!(map.points[0].answers[0].name, "Ben");
        assert_eq!(
            map.unanswered.iter().map(|w| w.what.as_str()).collect::<Vec<_>>(),
            ["a bookkeeper"]
        );
        assert!(map.says.starts_with("1 of 2 points"), "{}", map.says);
    }

    #[test]
    fn a_need_of_somebody_who_does_not_listen_answers_nothing() {
        let map = audience(&book(), &talk(vec![FactId(id(10))], &[1]), TODAY);
        assert!(map.points[0].helps_nobody);
        let nobody = audience(&book(), &talk(Vec::new(), &[]), TODAY);
        assert!(nobody.says.starts_with("Say who listens"));
    }

    #[test]
    fn what_a_point_could_answer_is_proposed_and_never_taken_for_granted() {
        let map = audience(&book(), &talk(Vec::new(), &[1, 2]), TODAY);
        assert!(map.points[0].helps_nobody);
        assert_eq!(map.points[0].could_answer.len(), 1, "{:?}", map.points[0]);
        assert!(map.points[1].could_answer.is_empty());
    }
}
