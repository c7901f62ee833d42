//! One person.

use crate::person::{Found, Moment, Shown};
use jiff::civil::Date;
use kithwork_core::explanation::Explanation;
use kithwork_core::facts::{Care, Explained};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::ladder::{Explains, Missing, Readiness, UnderstoodBy};
use kithwork_core::plan::opening::Touch;
use kithwork_core::review::{HelpMonth, SaidWords};
use serde::Serialize;

use super::{HitJson, PeopleJson};

/// One person: who they are, where they stand and why, what has been, what comes next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON and of the sheets")]
pub struct PersonJson {
    pub id: PersonId,
    pub name: String,
    pub organisation: Option<String>,
    pub role: Option<String>,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub sector: Option<String>,
    pub city: Option<String>,
    pub met_on: Option<Date>,
    pub met_at: Option<String>,
    pub introduced_by: Option<String>,
    pub what_they_do: Option<String>,
    pub who_they_serve: Option<String>,
    pub looking_for: Option<String>,
    /// `deepen`, `light` or `let_go`; none while nothing is decided.
    pub care: Option<Care>,
    pub care_on: Option<Date>,
    pub notes: Option<String>,
    /// The owner's own words that they bear, by name.
    pub tags: Vec<String>,
    pub set_aside: bool,
    pub do_not_contact: bool,
    /// 0 to 5; none for someone set aside.
    pub level: Option<u8>,
    /// The level's plain label.
    pub label: Option<String>,
    pub since: Option<Date>,
    pub state: Option<String>,
    pub evidence: Vec<EvidenceJson>,
    /// The chance that the relationship lives, 0 to 1; none where no contact is dated.
    pub alive: Option<f64>,
    pub alive_explanation: Option<Explanation>,
    pub readiness: Option<ReadinessJson>,
    pub explains: Option<ExplainsJson>,
    /// The steps of the ninety days after a first meeting; none where that is over.
    pub opening: Option<Vec<Touch>>,
    /// What they said about the owner.
    pub said: Vec<SaidWords>,
    pub help: Vec<HelpMonth>,
    pub timeline: Vec<TimelineJson>,
    pub next_step: String,
}

/// Whether they could refer the owner: each of the three 0 to 4, unknown where no check is recent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ReadinessJson {
    pub trust: Option<u8>,
    pub understanding: Option<u8>,
    /// `heard` where they said it back, `reckoned` where the owner guesses; none where it is unknown.
    pub understood_by: Option<UnderstoodBy>,
    pub opportunity: Option<u8>,
    /// The least of the three; none where any is unknown.
    pub value: Option<u8>,
    /// `teach`, `deepen`, `help-them-find-whom` or `find-out`; none where nothing is missing.
    pub next: Option<&'static str>,
    pub says: String,
    pub facts: Vec<FactId>,
}

/// One thing that a level rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct EvidenceJson {
    pub says: String,
    pub facts: Vec<FactId>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct TimelineJson {
    pub id: FactId,
    pub kind: String,
    pub on: Option<Date>,
    pub says: String,
}

impl From<&Shown> for PersonJson {
    fn from(shown: &Shown) -> Self {
        let person = shown.person.clone();
        let standing = shown.standing.as_ref();
        let evidence = standing.map(|s| s.evidence.as_slice()).unwrap_or_default();
        Self {
            id: person.id,
            name: person.name,
            organisation: person.organisation,
            role: person.role,
            emails: person.emails,
            phones: person.phones,
            sector: person.sector,
            city: person.city,
            met_on: person.met_on,
            met_at: shown.met_at.clone(),
            introduced_by: shown.introduced_by.clone(),
            what_they_do: person.what_they_do,
            who_they_serve: person.who_they_serve,
            looking_for: person.looking_for,
            care: person.care,
            care_on: person.care_on,
            notes: person.notes,
            tags: shown.tags.clone(),
            set_aside: person.set_aside,
            do_not_contact: person.do_not_contact,
            level: standing.map(|s| s.level),
            label: standing.map(|s| s.label.clone()),
            since: standing.and_then(|s| s.since),
            state: standing.and_then(|s| s.state).map(str::to_owned),
            evidence: evidence
                .iter()
                .map(|e| EvidenceJson { says: e.says.clone(), facts: e.facts.clone() })
                .collect(),
            alive: shown.alive.as_ref().map(|alive| alive.value),
            alive_explanation: shown.alive.as_ref().map(|alive| alive.explanation.clone()),
            readiness: ReadinessJson::of(shown),
            explains: shown.explains.as_ref().map(ExplainsJson::from),
            opening: shown.opening.clone(),
            said: shown.said.clone(),
            help: shown.help.clone(),
            timeline: shown.timeline.iter().map(TimelineJson::from).collect(),
            next_step: shown.next_step.clone(),
        }
    }
}

impl ReadinessJson {
    fn of(shown: &Shown) -> Option<Self> {
        let level = shown.standing.as_ref().map_or(0, |standing| standing.level);
        shown.readiness.as_ref().map(|readiness| Self::new(readiness, level))
    }

    /// How ready somebody of a level is.
    pub(super) fn new(readiness: &Readiness, level: u8) -> Self {
        Self {
            trust: readiness.trust,
            understanding: readiness.understanding,
            understood_by: readiness.understood_by,
            opportunity: readiness.opportunity,
            value: readiness.value,
            next: match readiness.missing {
                Missing::Teach => Some("teach"),
                Missing::Deepen => Some("deepen"),
                Missing::FindWhom => Some("help-them-find-whom"),
                Missing::FindOut => Some("find-out"),
                Missing::Nothing => None,
            },
            says: readiness.says(level),
            facts: readiness.facts.clone(),
        }
    }
}

/// Whether they can explain what the owner does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the public JSON")]
pub struct ExplainsJson {
    /// `yes`, `partly`, `no`, or `unknown` where nobody asked in half a year.
    pub result: &'static str,
    /// When they were asked last.
    pub asked_on: Option<Date>,
    /// What came of it then.
    pub then: Option<Explained>,
    pub words: Option<String>,
    pub fact: Option<FactId>,
    /// What the owner reckons without having asked.
    pub reckoned: Option<Explained>,
    pub says: String,
}

impl From<&Explains> for ExplainsJson {
    fn from(explains: &Explains) -> Self {
        Self {
            result: match explains.now {
                Some(Explained::Yes) => "yes",
                Some(Explained::Partly) => "partly",
                Some(Explained::No) => "no",
                None => "unknown",
            },
            asked_on: explains.asked_on,
            then: explains.then,
            words: explains.words.clone(),
            fact: explains.fact,
            reckoned: explains.reckoned,
            says: explains.says(),
        }
    }
}

impl From<&Moment> for TimelineJson {
    fn from(moment: &Moment) -> Self {
        Self {
            id: moment.id,
            kind: moment.kind.to_owned(),
            on: moment.on,
            says: moment.says.clone(),
        }
    }
}

impl PeopleJson {
    /// A page of people, and after whom the next one begins.
    pub fn of(found: &[Found], next: Option<PersonId>) -> Self {
        Self { people: found.iter().map(HitJson::from).collect(), next }
    }
}

impl From<&Found> for HitJson {
    fn from(found: &Found) -> Self {
        let standing = found.standing.as_ref();
        Self {
            id: found.person.id,
            name: found.person.name.clone(),
            organisation: found.person.organisation.clone(),
            level: standing.map(|s| s.level),
            state: standing.and_then(|s| s.state).map(str::to_owned),
            last: found.last,
            matched: found.matched.iter().map(|m| (*m).to_owned()).collect(),
        }
    }
}
