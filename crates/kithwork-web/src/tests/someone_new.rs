//! Someone new as the answer to what a note left open: made with the name that is told, and everything the
//! note says is kept with them.

use super::live::Live;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Person, Referral};
use serde_json::json;

const BOOK: [(&str, &str); 2] = [
    ("people", "name,met_on\nSarah Jones,2026-09-01\nTom Ellis,2026-09-01\n"),
    (
        "meetings",
        "date,group,minutes,talked_to\n2026-11-09,Monday Chapter,90,Sarah Jones; Tom Ellis\n",
    ),
];

const TEXT: &str = "Monday Chapter referred Kendal Bakery to me";

async fn people(live: &Live) -> Vec<Person> {
    let all = live.store.all(live.ctx.tenant, FactKind::Person).await.unwrap();
    all.into_iter()
        .map(|fact| if let Fact::Person(person) = fact { person } else { unreachable!() })
        .collect()
}

async fn referrals(live: &Live) -> Vec<Referral> {
    let all = live.store.all(live.ctx.tenant, FactKind::Referral).await.unwrap();
    all.into_iter()
        .map(|fact| if let Fact::Referral(of) = fact { of } else { unreachable!() })
        .collect()
}

/// Row 5: a person gave it, and a name makes them.
#[tokio::test]
async fn someone_new_is_made_with_their_name_and_the_note_is_kept_with_them() {
    let live = Live::with(&BOOK).await;
    let page = live.page("/people").await;
    let asked = live.press(&page, "Save", &[("text", TEXT)]).await;
    let buttons = asked.texts(".done form.asks button");
    assert_eq!(buttons, ["Sarah Jones", "Tom Ellis", "someone new"]);
    let after = live.press(&asked, "someone new", &[("name", " Nina  Ray ")]).await;
    let nina = people(&live).await.into_iter().find(|person| person.name == "Nina Ray").unwrap();
    let [referral] = referrals(&live).await.try_into().unwrap();
    assert_eq!((referral.person, referral.prospect.as_deref()), (nina.id, Some("Kendal Bakery")));
    let room = live.store.all(live.ctx.tenant, FactKind::Room).await.unwrap();
    assert_eq!(nina.met_at.map(|id| id.0), room.first().map(|room| room.id().0), "met there");
    assert!(live.page("/questions").await.says(".lede", "Nothing is unclear."));
    live.press(&after, "Undo", &[]).await;
    assert_eq!((people(&live).await.len(), referrals(&live).await.len()), (2, 0));
    assert!(live.page("/questions").await.says("main", "Who there was it?"), "it is asked again");
}

/// Row 5: two of them, answered one after the other.
#[tokio::test]
async fn what_was_answered_before_leaves_the_others_their_places() {
    let live = Live::with(&BOOK).await;
    let page = live.page("/people").await;
    let text = format!("{TEXT}. Monday Chapter referred Castle Motors to me.");
    live.press(&page, "Save", &[("text", &text)]).await;
    live.press(&live.page("/questions").await, "Sarah Jones", &[]).await;
    let page = live.page("/questions").await;
    live.press(&page, "someone new", &[("name", "Nina Ray")]).await;
    let named = people(&live).await;
    let name = |of: &Referral| named.iter().find(|p| p.id == of.person).unwrap().name.clone();
    let mut told: Vec<_> =
        referrals(&live).await.iter().map(|of| (of.prospect.clone().unwrap(), name(of))).collect();
    told.sort();
    let told: Vec<(&str, &str)> = told.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(told, [("Castle Motors", "Nina Ray"), ("Kendal Bakery", "Sarah Jones")]);
}

#[tokio::test]
async fn a_name_that_the_book_knows_makes_nobody_and_none_at_all_is_asked_for() {
    let live = Live::with(&BOOK).await;
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", TEXT)]).await;
    let page = live.page("/questions").await;
    let (to, fields) = page.form_of("someone new");
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| *name != "name");
    let refused = live.post(&to, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Is missing: say who it was"), "{}", refused.text);
    assert!(referrals(&live).await.is_empty());

    let (_, asked) = live.json(Method::GET, "/api/v1/questions", &[], &json!(null)).await;
    let question = &asked["questions"][0];
    assert_eq!(question["needs_name"], true, "{question}");
    let path = format!("/api/v1/questions/{}/answer", question["id"].as_str().unwrap());
    let (status, problem) =
        live.json(Method::POST, &path, &[], &json!({ "choice": "someone new" })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/name");
    let named = json!({ "choice": "someone new", "name": "tom ellis" });
    let (status, _) = live.json(Method::POST, &path, &[], &named).await;
    assert_eq!(status, StatusCode::OK);
    let tom = people(&live).await.into_iter().find(|person| person.name == "Tom Ellis").unwrap();
    assert_eq!(people(&live).await.len(), 2);
    assert_eq!(referrals(&live).await[0].person, tom.id);
}
