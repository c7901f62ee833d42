//! The described interface and the real documents have the same fields.

use super::fixture;
use crate::api::schemas;
use kithwork_app::json::{PlanJson, ReviewJson};
use kithwork_core::facts::{Explained, HelpKind, MentionKind};
use kithwork_core::id::{FactId, PersonId, RoomId};
use kithwork_core::ladder::level_names;
use kithwork_core::network::{CircleTold, KindBalance};
use kithwork_core::plan::adherence::Missed;
use kithwork_core::plan::{Adherence, Expected};
use kithwork_core::review::{
    Cohort, Halves, HelpMonth, Nerves, NervesAt, NervesTrend, Objectives, Practice, RatedRoom,
    Remembered, Review, SaidBy, SaidWords, Suggests, TriggerReview, Variety,
};
use serde_json::Value;

/// Walks a schema beside a document and names each field that only one of them has.
fn differences(schemas: &Value, schema: &Value, document: &Value, at: &str, out: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next()) {
        return differences(schemas, &schemas[name], document, at, out);
    }
    if document.is_null() && schema["anyOf"].is_array() {
        return;
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let given = any.iter().find(|s| s["type"] != "null");
        return differences(schemas, given.unwrap_or(&Value::Null), document, at, out);
    }
    match document {
        Value::Object(fields) => {
            let described = schema["properties"].as_object();
            for (name, value) in fields {
                let Some(inner) = described.and_then(|d| d.get(name)) else {
                    out.push(format!("{at}.{name} is not described"));
                    continue;
                };
                differences(schemas, inner, value, &format!("{at}.{name}"), out);
            }
            for name in described.into_iter().flat_map(|d| d.keys()) {
                if !fields.contains_key(name) {
                    out.push(format!("{at}.{name} is described and never given"));
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                differences(schemas, &schema["items"], value, &format!("{at}[]"), out);
            }
        }
        leaf => {
            let allowed = schema["enum"].as_array();
            if allowed.is_some_and(|allowed| !allowed.contains(leaf)) {
                out.push(format!("{at} is {leaf}"));
            }
        }
    }
}

fn practice() -> Practice {
    Practice {
        step: "follow-up",
        took: 8,
        of: 40,
        sound: 0.5,
        task: "Write two lines.",
        says: String::new(),
    }
}

/// Fails where a document and its schema differ.
pub(super) fn holds(name: &str, document: &Value) {
    let mut out = Vec::new();
    differences(&schemas(), &schemas()[name], document, name, &mut out);
    assert!(out.is_empty(), "{out:#?}");
}

/// The description of the interface.
pub(super) fn openapi() -> Value {
    crate::api::describe()
}

#[test]
fn the_interface_describes_every_field_of_its_documents() {
    let mut plan = fixture::plan();
    plan.expected_referrals = Some(Expected { low: 0.5, median: 0.9, high: 1.4 });
    let missed = Missed { item: plan.items[0].clone(), why: String::new(), is_here_again: true };
    plan.last_week = Some(Adherence { missed: vec![missed], ..Adherence::default() });
    plan.practice = Some(practice());
    plan.as_usual = vec![plan.items[0].clone()];
    let mut review = fixture::review();
    review.practice = Some(practice());
    review.giving.circles.push(CircleTold { people: Vec::new(), says: String::new() });
    let (kind, given, received) = (HelpKind::Advice, 2, 1);
    review.giving.kinds.push(KindBalance { kind, given, received });
    review.funnel.cohorts = vec![Cohort::default()];
    review.halves = Some(Halves::default());
    review.objectives = Some(Objectives { one_to_ones: 3, with_objective: 2, met: 1, open: 1 });
    review.help.push(HelpMonth {
        person: PersonId(uuid::Uuid::nil()),
        name: String::new(),
        month: None,
        given: 1,
        received: 0,
    });
    review.costs.own_time = Some(fixture::gbp(40));
    review.variety.push(Variety {
        axis: "sector",
        people: 2,
        unknown: 0,
        blau: 0.5,
        equal_kinds: 2.0,
        is_enough: false,
        kinds: vec![("law".to_owned(), 1)],
        aim: Some(5),
    });
    about_me(&mut review);
    evenings(&mut review);
    let review = serde_json::to_value(ReviewJson::from(&review)).unwrap();
    let plan = serde_json::to_value(PlanJson::from(&plan)).unwrap();
    let mut out = Vec::new();
    differences(&schemas(), &schemas()["Review"], &review, "review", &mut out);
    differences(&schemas(), &schemas()["Plan"], &plan, "plan", &mut out);
    assert!(out.is_empty(), "{out:#?}");
}

/// Evenings with everything noted.
fn evenings(review: &mut Review) {
    let at = NervesAt {
        meeting: FactId(uuid::Uuid::nil()),
        room: RoomId(uuid::Uuid::nil()),
        name: String::new(),
        on: fixture::TODAY,
        before: Some(5),
        after: None,
    };
    let trend = Some(NervesTrend { before: Some((5, 3)), after: None });
    review.evenings.nerves = Some(Nerves { each: vec![at], trend, says: String::new() });
}

/// What others know and say of the owner, with everything known.
fn about_me(review: &mut Review) {
    let (nobody, id) = (PersonId(uuid::Uuid::nil()), FactId(uuid::Uuid::nil()));
    review.levels.names = level_names(&[]);
    review.recall.remembered.push(Remembered {
        person: nobody,
        name: String::new(),
        on: None,
        explained: Explained::Partly,
        words: String::new(),
    });
    review.triggers.triggers.push(TriggerReview {
        id,
        what: String::new(),
        asked: 3,
        right: 1,
        share: Some(0.3),
        interval: Some((0.1, 0.6)),
        says: String::new(),
        facts: vec![id],
    });
    let words = SaidWords {
        id,
        on: None,
        words: String::new(),
        kind: Some(MentionKind::Vouching),
        may_quote: None,
    };
    review.said.push(SaidBy { person: nobody, name: String::new(), words: vec![words] });
    review.rated_rooms.push(RatedRoom {
        room: RoomId(uuid::Uuid::nil()),
        name: String::new(),
        on: None,
        ethos: Some(4),
        fit: None,
        cost: None,
        worth: Some(1.0),
        suggests: Suggests::LookAgain,
        notes: None,
        stayed_on: None,
    });
}
