//! The sheet to prepare a one-to-one with: what it is for is said there, goes along to the one-to-one, and
//! what that one still lacks is the next thing to do (mission rows 17 and 66).

use super::live::Live;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Conversation, Stage};
use serde_json::json;

const PEOPLE: (&str, &str) =
    ("people", "name,met_on,looking_for\nPriya Shah,2026-03-02,a bookkeeper\n");
const GOES_FOR: &str = "Learn whom she would like to meet";

async fn id(live: &Live) -> String {
    live.store.names(live.ctx.tenant).await.unwrap()[0].0.to_string()
}

async fn talks(live: &Live) -> Vec<Conversation> {
    let all = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
    let talks = all.into_iter().map(|fact| match fact {
        Fact::Conversation(talk) => talk,
        other => panic!("{other:?}"),
    });
    talks.collect()
}

async fn next_step(live: &Live, page: &str) -> String {
    live.page(page).await.texts(".bring").join(" ")
}

#[tokio::test]
async fn what_it_is_for_is_said_on_the_sheet_and_stays_open_until_it_is_said_what_came_of_it() {
    let live = Live::with(&[PEOPLE]).await;
    let (id, person) = (id(&live).await, format!("/people/{}", id(&live).await));
    let sheet = live.page(&format!("{person}/prepare")).await;
    let nothing = live.send(&sheet, &format!("{person}/prepare"), &[("objective", " ")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = live.press(&sheet, "Save it", &[("objective", GOES_FOR)]).await;
    assert!(said.says(".bring", GOES_FOR), "{:?}", said.texts("main"));
    assert!(said.says(".done", "Saved."));
    let undone = live.press(&said, "Undo", &[]).await;
    assert!(undone.all(".bring").is_empty() && talks(&live).await.is_empty());
    live.press(&undone, "Save it", &[("objective", GOES_FOR)]).await;
    // Written down, it is this one-to-one, and it is asked what came of it.
    let told = [("who", id.as_str()), ("kind", "one_to_one"), ("i_learned", "she needs a van")];
    live.post("/talks", &told).await;
    let [talk] = &talks(&live).await[..] else { panic!("one and the same") };
    assert_eq!((talk.stage, talk.objective.as_deref()), (Stage::Happened, Some(GOES_FOR)));
    let next = next_step(&live, &person).await;
    assert!(
        next.contains("Say whether your one-to-one of 16 November 2026 came to what"),
        "{next}"
    );
    let page = live.page(&person).await;
    live.press(&page, "It did", &[]).await;
    let next = next_step(&live, &person).await;
    assert!(next.contains("other half") && next.contains("learn of your work"), "{next}");
    let page = live.page(&person).await;
    live.press(&page, "Add it", &[("they_learned", "that I write for farms")]).await;
    let next = next_step(&live, &person).await;
    assert!(!next.contains("half") && !next.contains("whether"), "{next}");
    assert!(!next.contains("write down one thing they need"), "{next}");
    // All of it can be read again, there and before the next time.
    for page in [live.page(&person).await, live.page(&format!("{person}/prepare")).await] {
        for words in [GOES_FOR, "she needs a van", "that I write for farms"] {
            assert!(
                page.all("dl.known dd").iter().any(|dd| dd.text().collect::<String>() == words),
                "{words}"
            );
        }
    }
}

#[tokio::test]
async fn what_is_agreed_next_is_what_it_is_said_of_and_programs_say_it_too() {
    let live = Live::with(&[PEOPLE]).await;
    let id = id(&live).await;
    live.post("/asks", &[("who", &id), ("kind", "one_to_one")]).await;
    let asked = talks(&live).await[0].id;
    let agree = format!("/conversations/{asked}/agree");
    live.post(&agree, &[("on", "2026-11-16"), ("at", "16:00"), ("minutes", "60")]).await;
    let path = format!("/api/v1/people/{id}/prepare");
    let document = json!({ "objective": GOES_FOR });
    let (status, done) = live.json(Method::POST, &path, &[], &document).await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let (_, sheet) = live.json(Method::GET, &path, &[], &json!(null)).await;
    assert_eq!(sheet["objective"], GOES_FOR);
    let [talk] = &talks(&live).await[..] else { panic!("one and the same") };
    assert_eq!((talk.stage, talk.objective.as_deref()), (Stage::Agreed, Some(GOES_FOR)));
    // Written down on its day, what was agreed is what happened.
    live.post("/talks", &[("who", &id), ("kind", "one_to_one"), ("minutes", "50")]).await;
    let [talk] = &talks(&live).await[..] else { panic!("one and the same") };
    assert_eq!((talk.stage, talk.minutes), (Stage::Happened, Some(50)));
    let forgotten = live.json(Method::POST, &path, &[], &json!({ "objective": "" })).await;
    assert_eq!(forgotten.0, StatusCode::UNPROCESSABLE_ENTITY, "nothing is to come: {forgotten:?}");
}

#[tokio::test]
async fn writing_down_how_it_went_leads_to_a_form_that_is_open() {
    let live = Live::with(&[PEOPLE]).await;
    let person = format!("/people/{}", id(&live).await);
    let sheet = live.page(&format!("{person}/prepare")).await;
    let to = sheet.all("a.go")[0].value().attr("href").unwrap().to_owned();
    let (to, place) = to.split_once('#').unwrap();
    let page = live.page(to).await;
    assert_eq!(page.all(&format!("#{place}")).len(), 1);
    assert_eq!(page.all("details[open] form[action='/talks']").len(), 1);
    assert!(live.page(&person).await.all("details[open] form[action='/talks']").is_empty());
}

/// Row 15: our own words are lowered within a sentence, the owner's never.
#[tokio::test]
async fn a_name_that_the_owner_gave_a_level_stays_as_it_is() {
    let live = Live::with(&[("people", "name,organisation\nPriya Shah,Shah & Co\n")]).await;
    let path = format!("/people/{}/prepare", id(&live).await);
    assert!(live.page(&path).await.says(".lede", "Shah & Co, name only"));
    live.send(&live.page("/levels").await, "/levels/0", &[("name", "VIP later")]).await;
    assert!(live.page(&path).await.says(".lede", "Shah & Co, VIP later"));
}
