//! The first week: five ways to begin, by what keeps the owner from networking (row 73).
//!
//! Who goes a lot and gets little back begins with files and hours, three people already met, and the
//! first swap; who has enough clients looks how long that will last; who doesn't believe in it gathers
//! evidence; who doesn't know how practises; who would rather not walk in begins with one evening. The
//! steps are a judgement of ours, after the practitioners' own advice (mission row 73).

mod found;
mod hour;
mod steps;

pub use found::{Found, FoundGroup};
pub use hour::Screen;

use crate::book::Book;
use crate::facts::Hindrance;
use crate::id::PersonId;
use crate::plan::Plan;
use crate::review::Review;
use jiff::civil::Date;
use serde::Serialize;

/// The first week of somebody who begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstWeek {
    /// What keeps them.
    pub because: Hindrance,
    /// What the way is called.
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub says: &'static str,
    /// What to do, in order.
    pub steps: Vec<Step>,
}

/// One thing to do in the first week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// On which day of the week it is best done, from 1.
    pub day: u8,
    /// What to do.
    pub what: String,
    /// Why.
    pub why: String,
    /// How long it takes, minutes.
    pub minutes: u32,
    /// Whether the book shows that it is done; none where only the owner knows.
    pub is_done: Option<bool>,
    /// With whom, where somebody is named, each with their name as it stands in what to do.
    pub people: Vec<(PersonId, String)>,
    /// Where it is done.
    pub place: Place,
}

/// What whoever doesn't believe in it tries, for as long as any experiment lasts.
pub const TRIAL: &str = "Two hours with people in place of two meetings";
/// The finding that the trial is measured by: time in rooms beside time with people.
pub const TRIAL_CODE: &str = "meeting-heavy";

/// Where a step is done; each has a page and a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Files,
    Hours,
    Week,
    Business,
    AboutMe,
    Aims,
    /// Begun on the spot: [`TRIAL`].
    Trial,
    Note,
    Profile,
    Pitch,
    Person,
    Groups,
}

/// All that a first week is told from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The book.
    pub book: &'a Book,
    /// What the book shows today.
    pub review: &'a Review,
    /// The week's plan.
    pub plan: &'a Plan,
    /// Today.
    pub today: Date,
    /// When the way was chosen, where the book tells: what was done before it is no step of it. Without
    /// it, the last fortnight counts.
    pub chosen: Option<Date>,
}

impl FirstWeek {
    /// The first week of somebody whom this keeps from networking.
    pub fn of(because: Hindrance, known: Known<'_>) -> Self {
        let (title, says, steps) = match because {
            Hindrance::LittleBack => (
                "From rooms to people",
                "You have met the people already. This week you see where the hours go and sit down with one of them.",
                steps::little_back(known),
            ),
            Hindrance::EnoughClients => (
                "How long will it last?",
                "Enough clients today. This week you see where they came from and what would be left if one source dried up.",
                steps::enough_clients(known),
            ),
            Hindrance::NoBelief => (
                "See for yourself",
                "Nobody asks you to believe it. This week you begin to count, and say what would convince you.",
                steps::no_belief(known),
            ),
            Hindrance::NoSkill => (
                "Practise",
                "It is a craft, and it can be learned. This week you put into words what you do and try it on somebody kind.",
                steps::no_skill(known),
            ),
            Hindrance::Embarrassed => (
                "One evening",
                "Most people in the room feel the same. This week you prepare one evening, and the second is easier.",
                steps::embarrassed(known),
            ),
        };
        Self { because, title, says, steps }
    }

    /// The first step that the book shows is not done; none once all that it can tell of are.
    pub fn waits(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.is_done == Some(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{
        Business, BusinessSource, Conversation, ConversationKind, Meeting, Person, Room,
    };
    use crate::id::{FactId, RoomId};
    use crate::params::Params;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 18);

    fn first_week(facts: &Facts, because: Hindrance) -> FirstWeek {
        chosen_on(facts, because, None)
    }

    fn chosen_on(facts: &Facts, because: Hindrance, chosen: Option<Date>) -> FirstWeek {
        let (book, params) = (Book::new(facts.clone(), &[]), Params::default());
        let review = Review::of(&book, TODAY, &params);
        let plan = Plan::for_week(&book, TODAY, 360, &params);
        FirstWeek::of(
            because,
            Known { book: &book, review: &review, plan: &plan, today: TODAY, chosen },
        )
    }

    /// Four people seen at six meetings of a room, the last of whom was sat down with.
    fn rooms_alone() -> Facts {
        let mut facts = Facts::default();
        let room = RoomId(Uuid::from_u128(1));
        facts.rooms.push(Room::named(room, "Tuesday Breakfast"));
        let people: Vec<PersonId> = (10..14).map(|n| PersonId(Uuid::from_u128(n))).collect();
        for (person, name) in people.iter().zip(["Ann Bell", "Ben Cole", "Cy Dunn", "Di Ellis"]) {
            facts.people.push(Person::named(*person, name));
        }
        for week in 1..=6 {
            let on = crate::days::days_before(TODAY, 7 * week + 1);
            let id = FactId(Uuid::from_u128(u128::from(week.unsigned_abs()) + 100));
            let mut meeting = Meeting::held(id, room, on);
            (meeting.minutes, meeting.people) = (Some(90), people.clone());
            facts.meetings.push(meeting);
        }
        let id = FactId(Uuid::from_u128(200));
        let on = crate::days::days_before(TODAY, 30);
        let talk = Conversation::happened(id, ConversationKind::OneToOne, on, vec![people[3]]);
        facts.conversations.push(talk);
        facts
    }

    /// Row 73: five answers, five first weeks.
    #[test]
    fn each_answer_has_a_week_of_its_own() {
        for facts in [Facts::default(), rooms_alone()] {
            let weeks = Hindrance::ALL.map(|because| first_week(&facts, because));
            for (at, week) in weeks.iter().enumerate() {
                assert!((4..=5).contains(&week.steps.len()), "{week:#?}");
                let days: Vec<u8> = week.steps.iter().map(|step| step.day).collect();
                assert!(days.is_sorted() && days.iter().all(|day| (1..=7).contains(day)));
                assert!(week.steps.iter().all(|s| !s.what.is_empty() && !s.why.is_empty()));
                for other in &weeks[at + 1..] {
                    assert_ne!(week.title, other.title);
                    assert_ne!(week.steps[0].what, other.steps[0].what, "they begin apart");
                }
            }
        }
    }

    #[test]
    fn who_was_met_and_never_sat_down_with_is_named() {
        let empty = first_week(&Facts::default(), Hindrance::LittleBack);
        assert_eq!(empty.waits().unwrap().place, Place::Files);
        assert!(empty.steps.iter().all(|step| step.people.is_empty()));
        let week = first_week(&rooms_alone(), Hindrance::LittleBack);
        assert_eq!(week.steps[0].is_done, Some(true), "the book holds people and meetings");
        assert!(week.steps[1].what.contains("9 hours"), "{week:#?}");
        let three = week.steps.iter().find(|step| step.people.len() == 3).unwrap();
        for name in ["Ann Bell", "Ben Cole", "Cy Dunn"] {
            assert!(three.what.contains(name), "{three:#?}");
        }
        assert_eq!(three.is_done, Some(false));
        let mut facts = rooms_alone();
        let ann = facts.people[0].id;
        let id = FactId(Uuid::from_u128(201));
        let talk = Conversation::happened(id, ConversationKind::OneToOne, TODAY, vec![ann]);
        facts.conversations.push(talk);
        let week = first_week(&facts, Hindrance::LittleBack);
        assert!(week.steps.iter().any(|s| s.what.contains("Ben Cole") && s.is_done == Some(true)));
    }

    #[test]
    fn what_clients_hang_on_is_said_from_the_book() {
        let mut facts = rooms_alone();
        for n in 0..5_u128 {
            let referrer = Some(facts.people[usize::from(n == 4)].id);
            facts.business.push(Business {
                id: FactId(Uuid::from_u128(300 + n)),
                won_on: Some(TODAY),
                client: "A client".to_owned(),
                source_kind: Some(BusinessSource::Referral),
                source: None,
                referrer,
                room: None,
                value: None,
                notes: None,
            });
        }
        let week = first_week(&facts, Hindrance::EnoughClients);
        assert_eq!(week.steps[0].is_done, Some(true));
        let hangs = week.steps.iter().find(|s| s.what.contains("Ann Bell")).unwrap();
        assert!(hangs.what.contains("4 of 5"), "{hangs:#?}");
        assert!(week.steps.iter().any(|s| s.people.iter().any(|p| p.0 == facts.people[0].id)));
    }

    /// A step is done through what happened since the way was chosen, and through nothing before it.
    #[test]
    fn what_was_done_before_the_way_was_chosen_is_no_step_of_it() {
        let mut facts = rooms_alone();
        let id = FactId(Uuid::from_u128(202));
        let (ann, days_ago) = (facts.people[0].id, crate::days::days_before);
        let on = days_ago(TODAY, 3);
        let talk = Conversation::happened(id, ConversationKind::OneToOne, on, vec![ann]);
        facts.conversations.push(talk);
        let mut rooms = Meeting::held(FactId(Uuid::from_u128(203)), facts.rooms[0].id, TODAY);
        rooms.on = days_ago(TODAY, -2);
        facts.meetings.push(rooms);
        for because in [Hindrance::LittleBack, Hindrance::Embarrassed] {
            let week = chosen_on(&facts, because, Some(TODAY));
            let done =
                week.steps.iter().filter(|s| s.is_done == Some(true) && s.place != Place::Files);
            assert_eq!(done.count(), 0, "{week:#?}");
            assert!(week.steps.iter().all(|s| s.people.iter().all(|p| p.0 != ann)), "{week:#?}");
        }
        let sat = facts.conversations.last_mut().unwrap();
        sat.id = FactId(
            uuid::Builder::from_unix_timestamp_millis(1_794_992_400_000, &[7; 10]).into_uuid(),
        );
        (sat.on, sat.people) = (TODAY, vec![facts.people[1].id]);
        let evening = facts.meetings.last_mut().unwrap();
        evening.goal = Some("Find two people".to_owned());
        for because in [Hindrance::LittleBack, Hindrance::Embarrassed] {
            let week = chosen_on(&facts, because, Some(TODAY));
            let done =
                week.steps.iter().filter(|s| s.is_done == Some(true) && s.place != Place::Files);
            assert!(done.count() > 0, "{week:#?}");
        }
    }
}
