//! People narrowed down, kept as lists, and dealt with many at once.

use super::live::{Live, Page};
use super::schema::holds;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,sector,met_on,met_at\n\
     Ana Ruiz,Baking,2026-11-02,Thursday Chapter\n\
     Ben Cole,Accountancy,2025-01-02,Chamber Lunch\n\
     Cora Dunn,accountancy,2026-11-02,Thursday Chapter\n\
     Dev Patel,Law,2025-01-02,\n",
);
const TALKS: (&str, &str) = (
    "one-to-ones",
    "date,kind,people\n2025-02-01,one_to_one,Ben Cole\n2026-11-05,one_to_one,Cora Dunn\n",
);

fn who(page: &Page) -> Vec<String> {
    page.texts(".list b")
}

/// The value of a choice by its label.
fn choice(page: &Page, select: &str, label: &str) -> String {
    let options = page.all(&format!("#{select} option"));
    let option = options.iter().find(|o| o.text().collect::<String>() == label);
    option.unwrap_or_else(|| panic!("no {label}")).value().attr("value").unwrap().to_owned()
}

#[tokio::test]
async fn choices_narrow_the_list_and_each_is_taken_away_again() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let page = live.page("/people").await;
    assert_eq!(who(&page), ["Ana Ruiz", "Ben Cole", "Cora Dunn", "Dev Patel"]);
    let sector = choice(&page, "add-sector", "Accountancy");
    let accountants = format!("/people?sector={sector}&room=&seen_before=&order=seen");
    let page = live.page(&accountants).await;
    assert_eq!(who(&page), ["Cora Dunn", "Ben Cole"], "whoever was seen last comes first");
    assert!(page.says(".count", "Two people fit"), "{:?}", page.texts(".count"));
    assert_eq!(page.texts(".chips button"), ["Without Accountancy ×"]);
    let both = format!("/people?sector={sector}&seen_before=2026-01-01");
    assert_eq!(who(&live.page(&both).await), ["Ben Cole"]);
    assert_eq!(live.page(&both).await.texts(".chips button").len(), 2);
    assert_eq!(who(&live.page("/people?not_sat_down=yes").await), ["Ana Ruiz", "Dev Patel"]);
    let room = choice(&page, "add-room", "Thursday Chapter");
    assert_eq!(who(&live.page(&format!("/people?room={room}")).await), ["Ana Ruiz", "Cora Dunn"]);
    assert_eq!(live.get("/people?level=high").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn words_are_never_taken_from_an_address_and_narrow_a_choice_further() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    assert_eq!(who(&live.page("/people?q=ruiz").await).len(), 4, "an address asks for no words");
    let answer = live.post("/people", &[("q", "cole"), ("not_sat_down", "yes")]).await;
    assert!(answer.text.contains("Nobody fits"), "he was sat down with");
    let found = live.post("/people", &[("q", "cole")]).await.text;
    assert!(found.contains("Ben Cole") && !found.contains("Ana Ruiz"));
    assert!(!found.contains("?q=") && !found.contains("&amp;q="), "no link holds the words");
}

#[tokio::test]
async fn a_list_is_kept_renamed_and_taken_away_and_each_can_be_undone() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let page = live.page("/people?not_sat_down=yes").await;
    let page = live.press(&page, "Keep it", &[("name", " Not  met yet ")]).await;
    assert!(page.says("h1", "Not met yet") && page.says(".done", "The list is kept."));
    assert_eq!(who(&page), ["Ana Ruiz", "Dev Patel"]);
    let page = live.press(&page, "Rename it", &[("name", "To sit down with")]).await;
    assert!(page.says("nav.lists", "To sit down with"));
    let page = live.press(&page, "Take this list away", &[]).await;
    assert!(page.all("nav.lists").is_empty());
    let page = live.press(&page, "Undo", &[]).await;
    assert!(page.says("nav.lists", "To sit down with"));
    let refused = live.post("/lists", &[("name", " "), ("undecided", "yes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Is empty") && refused.text.contains("p-name"));
}

#[tokio::test]
async fn a_tag_is_put_on_everyone_who_fits_as_one_change_with_one_undo() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let page = live.page("/people?not_sat_down=yes").await;
    let before = live.seq().await;
    let page = live.press(&page, "Put it on", &[("all", "yes"), ("put_tag", "New")]).await;
    assert_eq!(live.seq().await, before + 1);
    assert!(page.says(".done", "Tagged. 2 people."), "{:?}", page.texts(".done"));
    assert_eq!(who(&page), ["Ana Ruiz", "Dev Patel"], "the list is still the same one");
    let tag = choice(&page, "add-tag", "New");
    let tagged = live.page(&format!("/people?tag={tag}")).await;
    assert_eq!(who(&tagged), ["Ana Ruiz", "Dev Patel"]);
    let ana = tagged.all(".list b a")[0].value().attr("href").unwrap().to_owned();
    assert!(live.page(&ana).await.says(".known", "New"));
    let page = live.press(&page, "Undo", &[]).await;
    assert!(page.all("#add-tag").is_empty(), "nobody bears it any more");
}

#[tokio::test]
async fn those_ticked_are_decided_about_set_aside_and_counted_in() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let page = live.page("/people").await;
    let ids: Vec<String> = page
        .all(".ticked input[name=who]")
        .iter()
        .map(|tick| tick.value().attr("value").unwrap().to_owned())
        .collect();
    let two = [("who", ids[0].as_str()), ("who", ids[3].as_str())];
    for (deed, says, left) in
        [("Let go", "Decided. 2 people.", 4), ("Set aside", "Set aside. 2 people.", 2)]
    {
        let (path, mut fields) = page.form_of(deed);
        fields.retain(|(name, _)| name != "deed" && name != "ticket");
        let value = if deed == "Let go" { "let_go" } else { "set_aside" };
        let mut sent: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        sent.extend(two);
        sent.push(("deed", value));
        let ticket = uuid::Uuid::now_v7().to_string();
        sent.push(("ticket", &ticket));
        let answer = live.post(&path, &sent).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let after = live.page(&answer.to).await;
        assert!(after.says(".done", says), "{:?}", after.texts(".done"));
        assert_eq!(who(&after).len(), left);
    }
    let aside = live.page("/people?set_aside=yes").await;
    assert_eq!(who(&aside), ["Ana Ruiz", "Dev Patel"]);
    let back = live.press(&aside, "Count in", &[("all", "yes")]).await;
    assert!(back.says(".done", "Counted in. 2 people."));
    assert_eq!(who(&live.page("/people").await).len(), 4);
    let nobody = live.post("/people/bulk", &[("deed", "set_aside")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_program_filters_keeps_lists_and_deals_with_many() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let get = async |path: &str| live.json(Method::GET, path, &[], &Value::Null).await.1;
    let names = |page: &Value| -> Vec<String> {
        let people = page["people"].as_array().unwrap();
        people.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let found = get("/api/v1/people?sector=ACCOUNTANCY&order=seen&limit=1").await;
    assert_eq!(names(&found), ["Cora Dunn"]);
    holds("People", &found);
    let next = found["next"].as_str().unwrap();
    let rest = get(&format!("/api/v1/people?sector=accountancy&order=seen&after={next}")).await;
    assert_eq!(names(&rest), ["Ben Cole"]);
    assert!(rest["next"].is_null());
    let list = json!({ "name": "Quiet", "filter": { "seen_before": "2026-01-01" } });
    let (status, kept) = live.json(Method::POST, "/api/v1/lists", &[], &list).await;
    assert_eq!(status, StatusCode::OK, "{kept}");
    let lists = get("/api/v1/lists").await;
    holds("Lists", &lists);
    let id = lists["lists"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(names(&get(&format!("/api/v1/people?list={id}")).await), ["Ben Cole", "Dev Patel"]);
    let deed = json!({ "deed": "tag", "tag": "Call", "list": id });
    let (_, done) = live.json(Method::POST, "/api/v1/people/bulk", &[], &deed).await;
    assert_eq!(done["people"], 2, "{done}");
    holds("Bulk", &done);
    let tags = get("/api/v1/tags").await;
    holds("Tags", &tags);
    assert_eq!(tags["tags"][0]["people"], 2);
    let renamed = json!({ "name": "Quieter" });
    let path = format!("/api/v1/lists/{id}");
    assert!(live.json(Method::PATCH, &path, &[], &renamed).await.0.is_success());
    assert!(live.json(Method::DELETE, &path, &[], &json!({})).await.0.is_success());
    assert_eq!(live.json(Method::DELETE, &path, &[], &json!({})).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_tag_gets_another_name_and_is_dropped_where_people_are() {
    let live = Live::with(&[PEOPLE, TALKS]).await;
    let (_, all) = live.json(Method::GET, "/api/v1/people?limit=2", &[], &Value::Null).await;
    for (n, name) in ["Choir", "Chess"].into_iter().enumerate() {
        let one = json!({ "deed": "tag", "tag": name, "people": [all["people"][n]["id"]] });
        live.json(Method::POST, "/api/v1/people/bulk", &[], &one).await;
    }
    let (_, tags) = live.json(Method::GET, "/api/v1/tags", &[], &Value::Null).await;
    let choir = tags["tags"].as_array().unwrap().iter().find(|tag| tag["name"] == "Choir").unwrap();
    let path = format!("/people?tag={}", choir["id"].as_str().unwrap());
    let page = live.page(&path).await;
    let to = format!("/tags/{}", choir["id"].as_str().unwrap());
    let taken = live.send(&page, &to, &[("name", "chess")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text.contains("id=\"p-tag-name\">Is another tag"), "{}", taken.text);
    assert!(taken.text.contains("value=\"chess\""), "what was typed stays");
    let renamed = live.send(&page, &to, &[("name", "Singers")]).await;
    assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{}", renamed.text);
    let page = live.page(&renamed.to).await;
    assert!(page.says("summary", "The tag “Singers”"), "{:?}", page.texts("summary"));
    let page = live.press(&page, "Delete this tag", &[]).await;
    let names = async || {
        let (_, tags) = live.json(Method::GET, "/api/v1/tags", &[], &Value::Null).await;
        tags["tags"].as_array().unwrap().len()
    };
    assert_eq!(names().await, 1);
    live.press(&page, "Undo", &[]).await;
    assert_eq!(names().await, 2);
}

/// Row 7: fifty are listed at once, and decided about without ticking fifty boxes.
#[tokio::test]
async fn everybody_who_is_listed_is_decided_about_in_one_tap_and_one_undo_takes_it_back() {
    let row = |n: u8| {
        let letters = [char::from(b'A' + n % 26), char::from(b'a' + n / 26)];
        format!("{}na Guest,2026-09-01,Thursday Table", String::from_iter(letters))
    };
    let rows: Vec<_> =
        std::iter::once("name,met_on,met_at".to_owned()).chain((0..50).map(row)).collect();
    let live = Live::with(&[("people", &rows.join("\n"))]).await;
    let waiting = |page: &Page| page.all("section[aria-labelledby=unheard] .triage li").len();
    let page = live.page("/review").await;
    assert_eq!(waiting(&page), 50, "all of them stand there, folded or not");
    assert!(page.says("label[for=everyone]", "All 50 listed here"));
    let after = live.press(&page, "Keep light", &[("everyone", "yes")]).await;
    assert!(after.says(".done", "Decided. 50 people."), "{:?}", after.texts(".done"));
    assert_eq!(waiting(&after), 0);
    let back = live.press(&after, "Undo", &[]).await;
    assert_eq!(waiting(&back), 50);
}
