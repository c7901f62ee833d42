//! Forms of a person's page: what is entered stands in the record; what can't be kept comes back.

use super::live::{Answer, Live, Page};
use axum::http::{Method, StatusCode};
use scraper::Html;
use serde_json::{Value, json};

const ADA: (&str, &str) = ("people", "name,met_on\nAda Abbot,2026-03-02\n");

async fn ada(live: &Live) -> String {
    let people = live.page("/people").await;
    people.all(".list a")[0].value().attr("href").unwrap().to_owned()
}

fn again(answer: &Answer) -> Page {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    Page(Html::parse_document(&answer.text))
}

/// Row 53.
#[tokio::test]
async fn what_stands_in_the_way_of_a_referral_is_entered_and_found() {
    let live = Live::with(&[ADA]).await;
    let path = ada(&live).await;
    let page = live.page(&path).await;
    assert!(page.says(".known", "Find out whether they trust you, what they think you do"));
    let answers = [("trust", "4"), ("understanding", ""), ("access", "3")];
    let sent = live.send(&page, &format!("{path}/ratings"), &answers).await;
    let page = live.page(&sent.to).await;
    assert!(page.says(".known", "Find out what they think you do."), "{:?}", page.texts(".known"));
    let told = [("kind", "one_to_one"), ("they_know_me", "4"), ("minutes", "50")];
    let sent = live.send(&page, "/talks", &told).await;
    let page = live.page(&sent.to).await;
    assert!(page.says(".known", "They trust you, understand you"), "{:?}", page.texts(".known"));
    // A second word of the day replaces the first, which undo brings back.
    let sent = live.send(&page, &format!("{path}/ratings"), &[("trust", "1")]).await;
    let page = live.page(&sent.to).await;
    assert!(page.says(".known", "Deepen it first"), "{:?}", page.texts(".known"));
    let rated = page.texts(".entries li").into_iter().filter(|line| line.contains("trust in you"));
    assert_eq!(rated.count(), 1);
    let page = live.press(&page, "Undo", &[]).await;
    assert!(page.says(".known", "They trust you, understand you"));
}

/// Row 1: the way and the preparation of a one-to-one are time given to them.
#[tokio::test]
async fn the_way_and_the_preparation_count_with_the_one_to_one() {
    let live = Live::with(&[ADA]).await;
    let path = ada(&live).await;
    let page = live.page(&path).await;
    let mut told = vec![("minutes", "60"), ("travel_minutes", "20"), ("prep_minutes", "1500")];
    let answer = live.send(&page, "/talks", &told).await;
    assert!(again(&answer).says("#log-prep + .problem", "more than a day has"), "{}", answer.text);
    told[2].1 = "25";
    told.push(("cost", "a lot"));
    let answer = live.send(&page, "/talks", &told).await;
    assert!(again(&answer).says("#log-cost + .problem", "Is no amount"), "{}", answer.text);
    told[3].1 = "£6.50";
    told.push(("energy", "9"));
    let answer = live.send(&page, "/talks", &told).await;
    assert!(again(&answer).says("#log-energy + .problem", "not 1 to 5"), "{}", answer.text);
    told[4].1 = "4";
    let page = live.page(&live.send(&page, "/talks", &told).await.to).await;
    let entries = page.texts(".entries li");
    assert!(
        entries.iter().any(|line| line.contains("Ada Abbot, 1 h 45, £6.50, energy 4 of 5")),
        "{entries:?}"
    );
    // Row 45: what the coffee cost is among the costs.
    let (_, review) = live.json(Method::GET, "/api/v1/review", &[], &Value::Null).await;
    assert!(review["costs"].to_string().contains("650"), "{}", review["costs"]);
}

#[tokio::test]
async fn a_form_that_cannot_be_kept_comes_back_whole_with_its_fault() {
    let live = Live::with(&[ADA]).await;
    let path = ada(&live).await;
    let page = live.page(&path).await;
    let before = live.seq().await;
    for (to, typed, field, says) in [
        ("ratings", vec![("on", "2026-11-16")], "#observed-trust", "answer at least one"),
        ("ratings", vec![("trust", "4"), ("on", "2027-01-01")], "#observed-on", "Lies ahead"),
        ("said", vec![("words", "  ")], "#said-words", "Are empty"),
        ("playbacks", vec![("words", "bills"), ("on", "2027-01-01")], "#back-on", "Lies ahead"),
        ("projects", vec![("what", " "), ("outcome", "a fair")], "#made-what", "Is empty"),
        (
            "projects",
            vec![("what", "A fair"), ("begun_on", "2026-11-10"), ("ended_on", "2026-11-09")],
            "#made-end",
            "before it began, on 10 November 2026",
        ),
    ] {
        let answer = live.send(&page, &format!("{path}/{to}"), &typed).await;
        let again = again(&answer);
        assert!(again.says(".problem", says), "{to}: {:?}", again.texts(".problem"));
        let faulty = again.all(&format!("details[open] {field}[aria-invalid][autofocus]"));
        assert_eq!(faulty.len(), 1, "{to}: {:?}", again.texts(".problem"));
        assert_eq!(again.all(&format!("[role=alert] a[href='{field}']")).len(), 1, "{to}");
        for (name, value) in typed {
            let kept = format!("details[open] [name={name}]");
            let kept = again.all(&kept)[0];
            let held = kept.value().attr("value").map(str::to_owned);
            let chosen = again.all(&format!("details[open] [name={name}] option[selected]"));
            let chosen = chosen.first().and_then(|o| o.value().attr("value").map(str::to_owned));
            let held = held.or(chosen).unwrap_or_else(|| kept.text().collect());
            assert_eq!(held.trim(), value.trim(), "{to} {name}");
        }
    }
    assert_eq!(live.seq().await, before);
}

/// Row 58.
#[tokio::test]
async fn help_of_every_kind_and_any_day_is_kept_and_told_with_what_it_was_about() {
    let live = Live::with(&[ADA]).await;
    let path = ada(&live).await;
    let page = live.page(&path).await;
    assert_eq!(page.all("#help-kind option").len(), 9);
    let told = [
        ("direction", "received"),
        ("kind", "experience"),
        ("about", "hiring a first apprentice"),
        ("on", "2026-10-02"),
        ("asked", "yes"),
    ];
    let sent = live.send(&page, "/help", &told).await;
    let page = live.page(&sent.to).await;
    let expected = "Experience from Ada Abbot: hiring a first apprentice";
    assert!(page.says(".entries", expected), "{:?}", page.texts(".entries"));
    assert!(live.page("/help-given").await.says("#received ~ ul", expected));
    let refused = live.send(&page, "/help", &[("about", "later"), ("on", "2027-01-01")]).await;
    let page = again(&refused);
    assert_eq!(page.all("#help-on[aria-invalid]").len(), 1);
    assert_eq!(page.all("#help-about")[0].value().attr("value"), Some("later"));
}

/// Row 18.
#[tokio::test]
async fn an_aim_names_all_whom_the_book_does_not_know() {
    let live = Live::with(&[ADA]).await;
    let page = live.page("/aims").await;
    let told = [("what", "Three referrals"), ("people", "Ada Abbot\nNobody Known\nNo One")];
    let back = again(&live.send(&page, "/aims", &told).await);
    let says = "Names nobody in the book: “Nobody Known”, “No One”";
    assert_eq!(back.texts("#p-aims-people"), [says]);
    assert!(back.says("#people", "Ada Abbot") && back.says("#people", "No One"));
    assert!(!back.says("body", "kithwork people"));
    assert_eq!(back.texts("[role=alert] a"), ["Who matters to it"]);
}

/// Row 68.
#[tokio::test]
async fn settings_lead_to_the_amount_that_cannot_be_read() {
    let live = Live::empty().await;
    let page = live.page("/settings").await;
    let back = again(&live.send(&page, "/settings", &[("monthly_need", "lots")]).await);
    assert_eq!(back.texts("[role=alert] a"), ["What you need to earn in a month"]);
    assert_eq!(back.all("#f-monthly_need[autofocus]").len(), 1);
}

/// Row 59: what was told of the words stands beside them, and is changed and taken back there.
#[tokio::test]
async fn what_words_were_said_for_stands_beside_them_and_may_quote_is_withdrawn() {
    let live = Live::with(&[ADA]).await;
    let (_, people) = live.json(Method::GET, "/api/v1/people", &[], &Value::Null).await;
    let id = people["people"][0]["id"].as_str().unwrap();
    let path = format!("/people/{id}");
    let said = json!({ "words": "the calmest", "kind": "vouching", "may_quote": true });
    live.json(Method::POST, &format!("/api/v1{path}/said"), &[], &said).await;
    let page = live.page(&path).await;
    let is = |page: &Page, says: &str| page.says("#quotes ~ ul li .note", says);
    assert!(is(&page, "Vouching for you. You may quote it."), "{:?}", page.texts("#quotes ~ ul"));
    let page = live.press(&page, "Quote it no longer", &[]).await;
    assert!(is(&page, "Vouching for you. For you alone."));
    let page = live.press(&page, "Undo", &[]).await;
    assert!(is(&page, "You may quote it."));
    let sheet = live.page("/review/known").await;
    assert!(sheet.says("main", "Vouching for you. You may quote it."));
    let put = [("kind", ""), ("may_quote", "")];
    let page = live.press(&page, "Save it", &put).await;
    assert!(is(&page, "Ask before you quote it."));
    let (_, person) = live.json(Method::GET, &format!("/api/v1{path}"), &[], &Value::Null).await;
    let words = &person["said"][0];
    assert!(words["kind"].is_null() && words["may_quote"].is_null(), "{person}");
    let edit = json!({ "kind": "testimonial" });
    let to = format!("/api/v1/said/{}", words["id"].as_str().unwrap());
    let (status, _) = live.json(Method::PATCH, &to, &[], &edit).await;
    assert!(status.is_success());
    assert!(is(&live.page(&path).await, "A testimonial. Ask before you quote it."));
}
