//! Two who fill in one form at once, in every form that changes something: neither is overwritten
//! unseen, and what only one of them changed is kept from both.

use super::live::{Answer, Live, Page};
use axum::http::{Method, StatusCode};
use scraper::Html;
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,email,city,met_on,met_at\nPriya Shah,priya@x.example,Leeds,2026-03-02,Thursday Chapter\n",
);
const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,minutes,who\n2026-11-05,Thursday Chapter,90,Priya Shah\n2026-11-12,Thursday Chapter,90,Priya Shah\n",
);

/// A form: its page, where it leads, its field, and three values for that.
struct Case {
    page: String,
    to: String,
    field: &'static str,
    values: [&'static str; 3],
}

async fn post(live: &Live, path: &str, sent: Value) {
    let (status, answer) = live.json(Method::POST, path, &[], &sent).await;
    assert_eq!(status, StatusCode::OK, "{path}: {answer}");
}

async fn first(live: &Live, path: &str, list: &str, field: &str) -> String {
    let (_, document) = live.json(Method::GET, path, &[], &Value::Null).await;
    document[list][0][field].as_str().unwrap_or_else(|| panic!("{path}: {document}")).to_owned()
}

/// A book with one of everything, and all forms that change one of them.
async fn forms() -> (Live, Vec<Case>) {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    post(&live, "/api/v1/aims", json!({ "what": "Three referrals", "review_on": "2026-12-24" }))
        .await;
    post(&live, "/api/v1/pitch/keep", json!({ "version": "bakers", "text": "A baker I know" }))
        .await;
    let person = first(&live, "/api/v1/people", "people", "id").await;
    let group = first(&live, "/api/v1/groups", "groups", "id").await;
    let (_, desk) = live.json(Method::GET, "/api/v1/pitch", &[], &Value::Null).await;
    let version = desk["written"][0]["id"].as_str().unwrap().to_owned();
    let held = live.page(&format!("/groups/{group}")).await;
    let meeting = held.all(".slots a")[0].value().attr("href").unwrap().to_owned();
    let case = |page: &str, to: &str, field, values| Case {
        page: page.to_owned(),
        to: to.to_owned(),
        field,
        values,
    };
    let (person, group) = (format!("/people/{person}/edit"), format!("/groups/{group}"));
    let (minute, edit) = (format!("/pitch/{version}"), format!("{group}/edit"));
    let cases = vec![
        case(&person, &person, "city", ["Hull", "Bath", "York"]),
        case(&person, &person, "notes", ["Likes tea", "Likes jam", "Likes rain"]),
        case(&edit, &edit, "notes", ["Good coffee", "Bad coffee", "Tea"]),
        case(&edit, &edit, "kind", ["lunch", "breakfast", "evening"]),
        case("/settings", "/settings", "hours_per_week", ["4", "7", "9"]),
        case("/settings", "/settings", "names", ["Jo Bloggs", "J. Bloggs", "Bloggs"]),
        case(&minute, &minute, "text", ["A baker grew", "A florist grew", "A smith grew"]),
        case("/pitch", "/pitch/profile", "helps", ["Bakers grow", "Florists grow", "Smiths grow"]),
        case(&meeting, &meeting, "energy", ["2", "5", "4"]),
        case(&meeting, &meeting, "pitch", ["bakers", "florists", "smiths"]),
        case("/aims", "/aims", "review_on", ["2027-01-04", "2027-02-01", "2027-03-01"]),
        case("/levels", "/levels/3", "name", ["friends", "allies", "helpers"]),
    ];
    (live, cases)
}

/// What the form of a page holds in a field by now.
async fn held(live: &Live, case: &Case) -> String {
    let page = live.page(&case.page).await;
    let was = format!("was-{}", case.field);
    let forms = page.all("main form");
    let form = forms.iter().find(|form| form.value().attr("action") == Some(&case.to)).unwrap();
    let css = format!("input[name={was}]");
    let css = scraper::Selector::parse(&css).unwrap();
    form.select(&css).next().unwrap().value().attr("value").unwrap().to_owned()
}

/// The page of a form that came second, with both values beside its field.
fn both(answer: &Answer, case: &Case, values: [&str; 2]) -> Page {
    let at = format!("{} {}", case.to, case.field);
    assert_eq!(answer.status, StatusCode::CONFLICT, "{at}: {}", answer.text);
    let page = Page(Html::parse_document(&answer.text));
    let says = page.texts(&format!("#both-{}", case.field)).join(" ");
    let [now, typed] = values;
    assert!(says.contains(&format!("It now says “{now}”")), "{at}: {says}");
    assert!(says.contains(&format!("You typed “{typed}”")), "{at}: {says}");
    page
}

#[tokio::test]
async fn every_form_that_comes_second_shows_both_values_and_either_may_be_kept() {
    let (live, cases) = forms().await;
    for case in &cases {
        let [one, other, third] = case.values;
        for (now, typed, choice, kept) in
            [(one, other, "theirs", one), (other, third, "mine", third)]
        {
            let (first, second) = (live.page(&case.page).await, live.page(&case.page).await);
            let saved = live.send(&first, &case.to, &[(case.field, now)]).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{} {}", case.to, saved.text);
            let seq = live.seq().await;
            let late = live.send(&second, &case.to, &[(case.field, typed)]).await;
            let again = both(&late, case, [now, typed]);
            assert_eq!(live.seq().await, seq, "{} wrote unseen", case.to);
            assert_eq!(held(&live, case).await, now);
            let keep = format!("keep-{}", case.field);
            let typed = [(case.field, typed), (keep.as_str(), choice)];
            let sent = live.send(&again, &case.to, &typed).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{} {}", case.to, sent.text);
            assert_eq!(held(&live, case).await, kept, "{} {} {choice}", case.to, case.field);
        }
    }
}

#[tokio::test]
async fn an_opinion_of_a_group_is_shown_beside_the_other() {
    let (live, _) = forms().await;
    let page = format!("/groups/{}", first(&live, "/api/v1/groups", "groups", "id").await);
    let (to, field, values) = (format!("{page}/rating"), "fit", ["1", "3", "4"]);
    let case = Case { page, to, field, values };
    let (one, other) = (live.page(&case.page).await, live.page(&case.page).await);
    let saved = live.send(&one, &case.to, &[("fit", "1")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    let late = live.send(&other, &case.to, &[("fit", "3"), ("ethos", "2")]).await;
    both(&late, &case, ["1", "3"]);
}

#[tokio::test]
async fn what_only_one_of_two_changed_is_kept_from_both() {
    let (live, cases) = forms().await;
    let (city, notes) = (&cases[0], &cases[1]);
    let (one, other) = (live.page(&city.page).await, live.page(&city.page).await);
    live.send(&one, &city.to, &[("city", "Hull")]).await;
    let kept = live.send(&other, &city.to, &[("notes", "Likes tea")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert_eq!(held(&live, city).await, "Hull");
    assert_eq!(held(&live, notes).await, "Likes tea");
}

#[tokio::test]
async fn of_two_forms_at_the_same_moment_exactly_one_is_kept() {
    let (live, cases) = forms().await;
    let case = &cases[0];
    let (one, other) = (live.page(&case.page).await, live.page(&case.page).await);
    let (hull, bath) = ([("city", "Hull")], [("city", "Bath")]);
    let (one, other) =
        tokio::join!(live.send(&one, &case.to, &hull), live.send(&other, &case.to, &bath));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
}

#[tokio::test]
async fn a_form_sent_twice_is_no_conflict_with_itself() {
    let (live, cases) = forms().await;
    let case = &cases[0];
    let page = live.page(&case.page).await;
    let typed = [("city", "Hull"), ("emails", "PRIYA@Y.example")];
    let first = live.send(&page, &case.to, &typed).await;
    let second = live.send(&page, &case.to, &typed).await;
    assert_eq!((second.status, &second.to), (StatusCode::SEE_OTHER, &first.to), "{}", second.text);
}
