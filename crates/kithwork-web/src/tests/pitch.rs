//! The minute: made in four answers, rehearsed, ready for the next meeting, locked, and how it went.

use super::live::{Live, Page};
use super::schema::holds;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,minutes,pitch,talked_to\n2026-11-12,Thursday Chapter,90,farms,Priya Shah\n\
     2026-11-16,Thursday Chapter,90,,\n",
);
const GROUPS: (&str, &str) = ("groups", "name,cadence\nThursday Chapter,weekly\n");

async fn live() -> Live {
    Live::with(&[GROUPS, MEETINGS, ("people", "name\nPriya Shah\n")]).await
}

fn read(text: &str) -> Page {
    Page(scraper::Html::parse_document(text))
}

#[tokio::test]
async fn four_answers_make_a_minute_that_is_rehearsed_and_timed() {
    let live = live().await;
    let page = live.page("/pitch/quick").await;
    assert_eq!(page.all("main form.form textarea").len(), 4, "four questions and no more");
    let nothing = live.send(&page, "/pitch/quick", &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(read(&nothing.text).says("#p-helps", "Is empty, like the others"));
    let answers = [
        ("helps", "we get the invoices of small firms paid"),
        ("before", "a baker waited ninety days"),
        ("after", "now it is nine"),
        ("ask", "bookkeepers in Leeds"),
    ];
    let made = live.send(&page, "/pitch/quick", &answers).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let minute = live.page(&made.to).await;
    assert!(minute.says("blockquote", "A baker waited ninety days."));
    assert!(minute.says(".lede", "under a minute") && minute.says(".lede", "Leeds"));
    let path = made.to.split('?').next().unwrap().to_owned();
    // A second one of the day takes nobody's place, and a request is taken as it was written.
    let asks = "Who knows a maker in Kendal with a van?";
    let other = [("helps", "we mend roofs"), ("ask", asks)];
    let second = live.send(&live.page("/pitch/quick").await, "/pitch/quick", &other).await;
    assert!(live.page(&second.to).await.says("blockquote", asks));
    assert!(live.page(&path).await.says("blockquote", "A baker waited ninety days."));
    let pitch = live.page("/pitch").await;
    assert_eq!(pitch.all("#versions ~ ul a").len(), 2, "{:?}", pitch.texts("#versions ~ ul"));
    assert_eq!(pitch.all("#missing li").len(), 3, "{:?}", pitch.texts("aside"));
    let unlikely = live.send(&minute, &format!("{path}/timed"), &[("seconds", "900")]).await;
    assert!(read(&unlikely.text).says("#p-seconds", "no likely time"), "{}", unlikely.text);
    let timed = live.press(&minute, "Take this as my pace", &[("seconds", "10")]).await;
    assert!(timed.says(".hint", "at your pace"), "{:?}", timed.texts(".hint"));
}

#[tokio::test]
async fn a_meeting_is_ready_once_the_variant_is_there_and_then_locked() {
    let live = live().await;
    let page = live.page("/pitch").await;
    assert!(
        page.says("#next", "Thursday Chapter") && page.says("main", "No minute is chosen yet.")
    );
    let words = [("version", "shops"), ("text", "We get the invoices of shops paid.")];
    let kept = live.send(&page, "/pitch", &words).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = live.page("/pitch").await;
    let ready = [("chosen", "shops"), ("ready", "yes")];
    let refused = live.send(&page, "/pitch/choose", &ready).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(read(&refused.text).says("#p-chosen", "What you say beside a competitor is missing"));
    // That nobody of the field will be there is remembered.
    let alone = [("chosen", "shops"), ("ready", "yes"), ("no_competitor", "on")];
    let alone = live.send(&page, "/pitch/choose", &alone).await;
    let waived = live.page(&alone.to).await;
    assert_eq!(waived.all("#f-no_competitor[checked]").len(), 1);
    let page = live.press(&waived, "Undo", &[]).await;
    assert!(page.all("#f-no_competitor[checked]").is_empty());
    let id = page.all("#versions ~ ul a")[0].value().attr("href").unwrap().to_owned();
    let minute = live.page(&id).await;
    let beside = "Shops: we get the invoices of shops paid.";
    let minute = live.press(&minute, "Keep", &[("beside_competitor", beside)]).await;
    assert!(minute.says(".hint", "The same minute with another emphasis."));
    let page = live.page("/pitch").await;
    let ready = live.send(&page, "/pitch/choose", &ready).await;
    let page = live.page(&ready.to).await;
    assert!(page.says("main", "“shops” is ready."), "{:?}", page.texts("main .part"));
    // Locked from the evening before; the test's morning lies after it.
    let settings = live.page("/settings").await;
    live.send(&settings, "/settings", &[("lock_hours", "12")]).await;
    let minute = live.page(&id).await;
    let refused = live.send(&minute, &id, &[("text", "Other words.")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#p-why", "this minute is locked") && again.says("#f-text", "Other words."));
    let changed = live.send(&again, &id, &[("text", "Other words."), ("why", "news")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
    let page = live.page("/pitch").await;
    assert!(page.says(".inputs", "Something new had happened1"), "{:?}", page.texts(".inputs"));
    live.press(&live.page(&changed.to).await, "Undo", &[]).await;
    assert!(!live.page("/pitch").await.says(".inputs", "Something new"));
}

/// Row 27: with a meeting today, the minute of tomorrow's is prepared too, and stays its own.
#[tokio::test]
async fn the_minute_of_each_meeting_to_come_can_be_prepared() {
    let live = live().await;
    live.read(&[("meetings", "date,group,minutes\n2026-11-17,Chamber Lunch,90\n")]).await;
    let words = json!({ "version": "shops", "text": "We get the invoices of shops paid." });
    ask(&live, Method::POST, "/api/v1/pitch/keep", words).await;
    let page = live.page("/pitch").await;
    let others = page.all("#others a");
    let lunch = others.iter().find(|a| a.text().collect::<String>() == "Chamber Lunch, Tue 17 Nov");
    let path = lunch.unwrap().value().attr("href").unwrap().to_owned();
    let tomorrow = live.page(&path).await;
    assert!(tomorrow.says("#next", "Chamber Lunch") && tomorrow.says("#others", "Thursday"));
    let refused = [("chosen", "shops"), ("ready", "yes")];
    let refused = live.send(&tomorrow, "/pitch/choose", &refused).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#next", "Chamber Lunch"), "{:?}", again.texts("#next"));
    let ready = [("chosen", "shops"), ("ready", "yes"), ("no_competitor", "on")];
    let kept = live.send(&again, "/pitch/choose", &ready).await;
    let tomorrow = live.page(&kept.to).await;
    assert!(tomorrow.says("#next", "Chamber Lunch") && tomorrow.says("main", "“shops” is ready."));
    let page = live.page("/pitch").await;
    assert!(page.says("#next ~ p", "No minute is chosen yet."), "{:?}", page.texts("#next ~ p"));
    assert!(
        page.says("#others", "“shops” is ready.") && page.says("#versions ~ ul", "Not given yet")
    );
    assert!(page.texts("#asked ~ ul").iter().all(|asks| !asks.contains("Chamber")));
    let gone = "/pitch/meetings/01990000-0000-7000-8000-000000000000";
    assert_eq!(live.get(gone).await.status, StatusCode::NOT_FOUND);
}

/// A desk on which “shops” is ready for today's meeting and locked; its page.
async fn locked(live: &Live) -> String {
    let words = json!({ "version": "shops", "text": "We get the invoices of shops paid.",
                        "beside_competitor": "Shops: we get the invoices of shops paid." });
    ask(live, Method::POST, "/api/v1/pitch/keep", words).await;
    let choose = json!({ "version": "shops", "ready": true });
    ask(live, Method::POST, "/api/v1/pitch/choose", choose).await;
    live.send(&live.page("/settings").await, "/settings", &[("lock_hours", "12")]).await;
    let page = live.page("/pitch").await;
    page.all("#versions ~ ul a")[0].value().attr("href").unwrap().to_owned()
}

#[tokio::test]
async fn new_words_for_a_locked_version_ask_why_wherever_they_are_written() {
    let live = live().await;
    locked(&live).await;
    let page = live.page("/pitch").await;
    let words = [("version", "Shops"), ("text", "Other words.")];
    let refused = live.send(&page, "/pitch", &words).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("label[for=f-why-new]", "It is locked: why do you change it?"));
    assert!(again.says("#p-why-new", "this minute is locked"), "{}", refused.text);
    assert!(again.says("#f-text", "Other words."));
    let kept = live.send(&again, "/pitch", &[("why", "news")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert!(live.page("/pitch").await.says(".inputs", "Something new had happened1"));
}

#[tokio::test]
async fn deleting_a_locked_version_takes_a_reason_too() {
    let live = live().await;
    let path = locked(&live).await;
    let page = live.page(&path).await;
    let to = format!("{path}/delete");
    let refused = live.send(&page, &to, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#p-why-delete", "this minute is locked"), "{}", refused.text);
    assert!(again.all("#p-why").is_empty(), "said once");
    let gone = live.send(&again, &to, &[("why", "tired")]).await;
    let page = live.page(&gone.to).await;
    assert!(page.says(".done", "trash") && !page.says("#versions ~ ul a", "shops"));
    live.press(&page, "Undo", &[]).await;
    assert!(live.page("/pitch").await.says("main", "“shops” is ready."));
    let entry = path.replace("/pitch/", "/api/v1/entries/");
    let (status, problem) = live.json(Method::DELETE, &entry, &[], &json!({})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
    ask(&live, Method::DELETE, &entry, json!({ "why": "tired" })).await;
}

/// Row 27: the words beside a competitor are as locked as the main ones, and the reason is told.
#[tokio::test]
async fn other_words_beside_a_competitor_take_a_reason_too_and_it_is_told() {
    let live = live().await;
    let path = locked(&live).await;
    let other = ("beside_competitor", "Shops: paid in nine days.");
    let refused = live.send(&live.page(&path).await, &path, &[other]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#p-why", "this minute is locked"), "{}", refused.text);
    assert!(again.says("#f-beside_competitor", "paid in nine days"));
    assert!(live.page("/pitch").await.all("#changed").is_empty());
    let kept = live.send(&again, &path, &[other, ("why", "news")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = live.page("/pitch").await;
    assert!(page.says("#changed", "Something new had happened"), "{:?}", page.texts("main"));
    assert!(page.says(".inputs", "Something new had happened1"));
}

#[tokio::test]
async fn words_that_are_emptied_are_forgotten() {
    let live = live().await;
    let path = locked(&live).await;
    let page = live.page(&path).await;
    let emptied = [("beside_competitor", ""), ("why", "other")];
    let kept = live.press(&page, "Keep", &emptied).await;
    assert!(kept.says("#beside ~ .quiet", "Not written yet."), "{:?}", kept.texts("main"));
    assert!(kept.says(".aloud", "We get the invoices of shops paid."));
}

#[tokio::test]
async fn what_a_version_lacks_is_said_once_and_leads_to_its_own_page() {
    let live = live().await;
    let words = [("version", "shops"), ("text", "We get the invoices of shops paid.")];
    live.send(&live.page("/pitch").await, "/pitch", &words).await;
    let page = live.page("/pitch").await;
    let own = page.all("#versions ~ ul a")[0].value().attr("href").unwrap().to_owned();
    let refused = live.send(&page, "/pitch/choose", &[("chosen", "shops"), ("ready", "yes")]).await;
    let again = read(&refused.text);
    assert_eq!(again.all("main .problem").len(), 1, "{:?}", again.texts("main .problem"));
    let to = again.all("#p-chosen a")[0].value().attr("href").unwrap().to_owned();
    assert_eq!(to, format!("{own}#words"));
    let faulty = again.all("[aria-invalid=true]");
    assert_eq!(faulty.iter().map(|f| f.value().id()).collect::<Vec<_>>(), [Some("f-chosen")]);
}

#[tokio::test]
async fn one_tap_says_afterwards_whether_it_was_given_as_prepared() {
    let live = live().await;
    let page = live.page("/pitch").await;
    assert!(page.says("#asked ~ ul", "“farms” at Thursday Chapter, Thu 12 Nov"));
    let after = live.press(&page, "They all know what I do", &[]).await;
    assert!(after.says(".inputs", "They all know what I do1"));
    assert!(after.all("#asked").is_empty());
    let back = live.press(&after, "Undo", &[]).await;
    let after = live.press(&back, "As prepared", &[]).await;
    assert!(after.says("main", "changed at 0"), "{:?}", after.texts("#kept ~ p"));
}

#[tokio::test]
async fn the_profile_and_the_trigger_problems_are_told_beside_it() {
    let live = live().await;
    let page = live.page("/pitch").await;
    let long = "word ".repeat(26);
    let refused =
        live.send(&page, "/pitch/profile", &[("helps", &long), ("differs_by", "No lawyers")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#p-helps", "Has 26 words") && again.says("#f-differs_by", "No lawyers"));
    let kept = live.send(&again, "/pitch/profile", &[("helps", "We mend roofs")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = live.page("/pitch").await;
    assert!(page.says("#f-helps", "We mend roofs") && page.says("#f-differs_by", "No lawyers"));
    let page = live.press(&page, "Add", &[("what", "it drips again")]).await;
    assert!(page.says("aside li", "“it drips again”"), "{:?}", page.texts("aside li"));
    let page = live.press(&page, "Give it up", &[]).await;
    assert!(!page.says("aside li", "it drips again"));
}

async fn ask(live: &Live, method: Method, path: &str, body: Value) -> Value {
    let (status, document) = live.json(method, path, &[], &body).await;
    assert_eq!(status, StatusCode::OK, "{path}: {document}");
    document
}

#[tokio::test]
async fn programs_do_the_same_and_every_field_is_described() {
    let live = live().await;
    let words = json!({ "version": "shops", "text": "Who knows a baker?",
                        "beside_competitor": "We build websites for restaurants." });
    ask(&live, Method::POST, "/api/v1/pitch/keep", words).await;
    let choose = json!({ "version": "shops", "ready": true });
    ask(&live, Method::POST, "/api/v1/pitch/choose", choose).await;
    let gave =
        json!({ "version": "farms", "room": "thursday", "on": "2026-11-12", "why": "tired" });
    ask(&live, Method::POST, "/api/v1/pitch/gave", gave).await;
    ask(&live, Method::POST, "/api/v1/triggers", json!({ "what": "it drips again" })).await;
    ask(&live, Method::POST, "/api/v1/profile", json!({ "helps": "We mend roofs" })).await;
    let quick = json!({ "version": "quick", "ask": "bookkeepers" });
    ask(&live, Method::POST, "/api/v1/pitch/quick", quick).await;
    let settings = live.page("/settings").await;
    live.send(&settings, "/settings", &[("lock_hours", "12")]).await;
    let desk = ask(&live, Method::GET, "/api/v1/pitch", Value::Null).await;
    assert_eq!(desk["coming"]["ready"], "ready", "{desk}");
    holds("Pitch", &without_states(desk));
    let profile = ask(&live, Method::GET, "/api/v1/profile", Value::Null).await;
    assert_eq!(profile["helps"], "We mend roofs");
    holds("Profile", &profile);
    let text = json!({ "text": "Who knows a baker?" });
    let told = ask(&live, Method::POST, "/api/v1/pitch/rehearse", text).await;
    assert_eq!(told["ask"]["state"], "specific", "{told}");
    holds("Rehearsal", &told);
}

/// The desk with the one version of which every state has all its fields.
fn without_states(mut desk: Value) -> Value {
    let written = desk["written"].as_array_mut().unwrap();
    written.retain(|version| version["version"] == "shops");
    assert_eq!(written.len(), 1);
    desk
}
