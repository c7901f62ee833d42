//! A person's page: written down in one tap, put right, joined, erased.

use super::live::{Live, Page};
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{ObjectiveMet, Stage};
use serde_json::json;

const PEOPLE: (&str, &str) = (
    "people",
    "name,email,phone,city,met_on,met_at\n\
     Priya Shah,priya@x.example,+447700900001,Leeds,2026-03-02,Thursday Chapter\n\
     Priya Shah-Jones,priya@y.example,,York,2026-03-02,Thursday Chapter\n",
);

async fn page_of(live: &Live, name: &str) -> String {
    let people = live.page("/people").await;
    let links = people.all(".list a");
    let link = links.iter().find(|a| a.text().collect::<String>() == name).unwrap();
    link.value().attr("href").unwrap().to_owned()
}

fn known(page: &Page) -> String {
    page.texts(".known").join(" ")
}

#[tokio::test]
async fn spoke_today_is_one_tap_and_a_one_to_one_takes_its_outcome() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let page = live.page(&path).await;
    let after = live.press(&page, "Spoke today", &[]).await;
    assert!(after.says(".entries", "Call with Priya Shah"), "{:?}", after.texts(".entries"));
    let told = [
        ("who", path.trim_start_matches("/people/")),
        ("kind", "one_to_one"),
        ("on", "2026-11-13"),
        ("minutes", "50"),
        ("objective", "learn what she looks for"),
        ("objective_met", "yes"),
        ("they_know_me", "4"),
        ("back", path.as_str()),
    ];
    let answer = live.post("/talks", &told).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let after = live.page(&answer.to).await;
    assert!(
        after.says(".entries", "One-to-one with Priya Shah, 50 min"),
        "{:?}",
        after.texts(".entries")
    );
    let ahead = live.post("/talks", &[("who", told[0].1), ("on", "2027-01-01")]).await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other_unseen() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let edit = format!("{path}/edit");
    let (first, second) = (live.page(&edit).await, live.page(&edit).await);
    let saved = live.send(&first, &edit, &[("city", "Hull")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    // Another field of the other tab is kept beside it.
    let other = live.send(&second, &edit, &[("role", "Partner")]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.text);
    let page = live.page(&path).await;
    assert!(
        page.says("header .lede", "Partner") && page.says("header .lede", "Hull"),
        "{:?}",
        page.texts("header .lede")
    );
    // The same field is not: both are shown, and sent again it is kept.
    let third = live.send(&second, &edit, &[("city", "Bath")]).await;
    assert_eq!(third.status, StatusCode::CONFLICT);
    let again = Page(scraper::Html::parse_document(&third.text));
    assert!(again.says("#both-city", "It now says “Hull”"), "{:?}", again.texts(".both"));
    assert!(again.says("#both-city", "You typed “Bath”"), "{:?}", again.texts(".both"));
    assert_eq!(again.all("#f-city")[0].value().attr("value"), Some("Bath"));
    let kept = live.send(&again, &edit, &[]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert!(live.page(&path).await.says("header .lede", "Bath"));
}

#[tokio::test]
async fn what_is_emptied_of_a_person_stays_so_after_a_later_import() {
    let sheet = (
        "people",
        "name,email,phone,city,met_on\nSam Lee,sam@x.example,+447700900999,York,2026-09-01\n",
    );
    let live = Live::with(&[sheet]).await;
    let path = page_of(&live, "Sam Lee").await;
    let edit = format!("{path}/edit");
    let emptied = [("emails", ""), ("phones", ""), ("city", ""), ("met_on", "")];
    let kept = live.send(&live.page(&edit).await, &edit, &emptied).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    for read_again in [false, true] {
        if read_again {
            live.read(&[sheet]).await;
        }
        let form = live.page(&edit).await;
        assert_eq!(form.texts("#f-emails, #f-phones"), ["", ""], "read again: {read_again}");
        for id in ["#f-city", "#f-met_on"] {
            let held = form.all(id)[0].value().attr("value").unwrap_or_default().to_owned();
            assert_eq!(held, "", "{id}, read again: {read_again}");
        }
    }
}

#[tokio::test]
async fn wrong_fields_come_back_with_all_that_was_typed() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let edit = format!("{path}/edit");
    let form = live.page(&edit).await;
    let before = live.seq().await;
    let typed = [
        ("emails", "not an address"),
        ("notes", "<script>alert(1)</script> kept"),
        ("name", "Priya S"),
    ];
    let answer = live.send(&form, &edit, &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(live.seq().await, before);
    let again = Page(scraper::Html::parse_document(&answer.text));
    assert_eq!(again.texts("#p-emails"), ["Is no address such as jo@example.com"]);
    assert_eq!(again.texts("#f-notes"), ["<script>alert(1)</script> kept"]);
    assert_eq!(again.all("#f-name")[0].value().attr("value"), Some("Priya S"));
    assert_eq!(again.all("[aria-invalid]").len(), 1);
    let answer = live.send(&again, &edit, &[("emails", "Priya@New.example")]).await;
    let page = live.page(&answer.to).await;
    assert!(known(&page).contains("priya@new.example"), "{}", known(&page));
    assert!(page.says(".done", "Saved."));
    let back = live.press(&page, "Undo", &[]).await;
    assert!(known(&back).contains("priya@x.example"));
}

#[tokio::test]
async fn two_records_are_joined_side_by_side_and_parted_by_undo() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let find = live.page(&format!("{path}/merge")).await;
    let links = find.all(".list a");
    let to = links[0].value().attr("href").unwrap();
    let side = live.page(to).await;
    assert!(side.says("table.side", "priya@y.example"), "{:?}", side.texts("table.side"));
    let joined = live.press(&side, "One person: join them", &[]).await;
    assert!(joined.says(".done", "They are one person now."));
    assert_eq!(live.page("/people").await.all(".list li").len(), 1);
    live.press(&joined, "Undo", &[]).await;
    assert_eq!(live.page("/people").await.all(".list li").len(), 2);
}

#[tokio::test]
async fn whoever_asks_gets_a_report_and_is_erased_only_if_one_is_sure() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let report = live.get(&format!("{path}/report")).await;
    assert!(report.text.contains("priya@x.example") && !report.text.contains("priya@y.example"));
    assert!(live.page(&format!("{path}/privacy")).await.says("h1", "If Priya Shah asks"));
    let unsure = live.post(&format!("{path}/erase"), &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sure = live.post(&format!("{path}/erase"), &[("sure", "on")]).await;
    assert_eq!((sure.status, sure.to.as_str()), (StatusCode::SEE_OTHER, "/people"));
    for path in [path.clone(), format!("{path}/edit"), format!("{path}/privacy")] {
        assert_eq!(live.get(&path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_question_is_answered_from_its_page_and_a_drawer_holds_mere_contacts() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Taxi Tim\r\nTEL:+447700900999\r\nEND:VCARD\r\n";
    let live =
        Live::with(&[("people", "name,email\nSam Lee,a@x.example\nSam Stone,b@x.example\n")]).await;
    live.read_as("contacts.vcf", card).await;
    let drawer = live.page("/set-aside").await;
    assert!(drawer.says(".changes", "Taxi Tim"), "{:?}", drawer.texts("main"));
    let after = live.press(&drawer, "Count in: Taxi Tim", &[]).await;
    assert!(!after.says(".changes", "Taxi Tim"));
    live.post("/notes", &[("text", "121 with Sam")]).await;
    let questions = live.page("/questions").await;
    assert!(questions.says("legend", "Who is meant? Sam"), "{:?}", questions.texts("legend"));
    let answered = live.press(&questions, "Sam Stone", &[]).await;
    assert!(answered.says(".lede", "Nothing is unclear."));
}

#[tokio::test]
async fn the_ninety_days_after_a_first_meeting_stand_on_their_page_each_with_its_day() {
    let new = "name,met_on,met_at,looking_for\nLena Fox,2026-11-10,Thursday Chapter,a joiner\n";
    let live = Live::with(&[("people", new)]).await;
    let page = live.page(&page_of(&live, "Lena Fox").await).await;
    let steps = page.texts("section[aria-labelledby=opening] li");
    assert_eq!(steps.len(), 5, "{steps:?}");
    assert!(steps.iter().all(|step| step.starts_with("By ")), "{steps:?}");
    let old = Live::with(&[PEOPLE]).await;
    let page = old.page(&page_of(&old, "Priya Shah").await).await;
    assert!(page.all("#opening").is_empty(), "they were met in spring");
}

#[tokio::test]
async fn they_are_asked_about_one_trigger_problem_or_about_all_one_does() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    assert!(live.page(&path).await.all("#back-trigger").is_empty(), "there is none yet");
    let what = json!({ "what": "my books are a mess" });
    live.json(Method::POST, "/api/v1/triggers", &[], &what).await;
    let page = live.page(&path).await;
    let choice = page.all("#back-trigger option:nth-child(2)")[0].value().attr("value").unwrap();
    let said = [("explained", "yes"), ("trigger", choice)];
    let kept = live.send(&page, &format!("{path}/playbacks"), &said).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    assert!(live.page(&path).await.says(".entries", "say back when to think of you"));
}

#[tokio::test]
async fn a_one_to_one_that_had_an_aim_stays_open_until_it_is_said_what_came_of_it() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let who = path.trim_start_matches("/people/").to_owned();
    let told = [
        ("who", who.as_str()),
        ("kind", "one_to_one"),
        ("on", "2026-11-13"),
        ("minutes", "60"),
        ("objective", "learn what she looks for"),
    ];
    let kept = live.post("/talks", &told).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = live.page(&path).await;
    assert!(page.says("#open + p + ul li", "learn what she looks for"), "{:?}", page.texts("main"));
    let after = live.press(&page, "In part", &[]).await;
    assert!(after.all("#open").is_empty(), "{:?}", after.texts("main"));
    let said = after.texts(".entries dl.known div");
    assert!(said.contains(&"Did it come to thatIn part".to_owned()), "{said:?}");
    let kept = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
    let [Fact::Conversation(talk)] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!((talk.objective_met, talk.minutes), (Some(ObjectiveMet::Partly), Some(60)));
}

/// What a calendar holds was planned: whether it took place is the owner's to say, and stays said.
#[tokio::test]
async fn a_one_to_one_that_a_calendar_alone_tells_of_is_said_not_to_have_taken_place() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:3\r\n\
        DTSTART;TZID=Europe/London:20261006T100000\r\nDTEND;TZID=Europe/London:20261006T110000\r\n\
        SUMMARY:Coffee with Priya Shah\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    live.read_as("mine.ics", calendar).await;
    let path = page_of(&live, "Priya Shah").await;
    let page = live.page(&path).await;
    let was = page.texts(".entries li");
    assert!(was.iter().any(|line| line.starts_with("Tue 6 Oct")), "{was:?}");
    let after = live.press(&page, "It did not take place Tue 6 Oct", &[]).await;
    assert!(after.says(".done", "Noted: it did not take place."), "{:?}", after.texts(".done"));
    let stage = async || {
        let all = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
        let [Fact::Conversation(talk)] = all.as_slice() else { panic!("{all:?}") };
        talk.stage
    };
    assert_eq!(stage().await, Stage::Suggested);
    live.read_as("mine.ics", calendar).await;
    assert_eq!(stage().await, Stage::Suggested, "the calendar read again does not unsay it");
    live.press(&after, "Undo", &[]).await;
    assert_eq!(stage().await, Stage::Happened);
    // What the owner wrote down happened, whatever else tells of it.
    let who = path.trim_start_matches("/people/");
    let told = [("who", who), ("kind", "one_to_one"), ("on", "2026-11-13")];
    live.post("/talks", &told).await;
    let page = live.page(&path).await;
    let own = page.texts(".entries li");
    assert!(
        own.iter().any(|line| line.contains("Fri 13 Nov") && line.contains("Delete")),
        "{own:?}"
    );
}

/// Row 26: whoever asked not to be contacted is marked where one looks for it, and in one place.
#[tokio::test]
async fn not_to_be_contacted_is_said_on_the_privacy_page_alone() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let edit = live.page(&format!("{path}/edit")).await;
    assert!(edit.all("[name=do_not_contact]").is_empty());
    assert_eq!(edit.all(&format!("main a[href='{path}/privacy']")).len(), 1);
    let page = live.page(&format!("{path}/privacy")).await;
    let marked = live.press(&page, "They asked not to be contacted", &[]).await;
    assert!(live.page(&path).await.says(".remark", "They asked not to be contacted."));
    live.send(&edit, &format!("{path}/edit"), &[("city", "Hull")]).await;
    assert!(live.page(&path).await.says(".remark", "They asked not to be contacted."));
    live.press(&marked, "They may be contacted again", &[]).await;
    assert!(!live.page(&path).await.says(".remark", "They asked not to be contacted."));
}

/// Row 26: nothing on their page or on the sheet advises to ask whoever asked not to be contacted.
#[tokio::test]
async fn there_is_no_advice_to_ask_whoever_asked_not_to_be_contacted() {
    let live = Live::with(&[PEOPLE]).await;
    let path = page_of(&live, "Priya Shah").await;
    let advice = ["Ask ", "ask ", "Find out", "Sit down", "help them", "listen"];
    let advised = async || {
        let (page, sheet) = (live.page(&path).await, live.page(&format!("{path}/prepare")).await);
        let told = [page.texts("aside dd, .bring, .acts, .hint"), sheet.texts("main")].concat();
        told.into_iter().filter(|says| advice.iter().any(|ask| says.contains(ask))).collect()
    };
    let before: Vec<String> = advised().await;
    assert!(before.len() > 2, "{before:?}");
    live.post(&format!("{path}/contact"), &[("contact", "no")]).await;
    assert_eq!(advised().await, Vec::<String>::new());
    let api = path.replace("/people/", "/api/v1/people/");
    let (_, person) = live.json(Method::GET, &api, &[], &json!(null)).await;
    assert_eq!((&person["next_step"], &person["readiness"]), (&json!(""), &json!(null)));
    let (_, sheet) = live.json(Method::GET, &format!("{api}/prepare"), &[], &json!(null)).await;
    assert_eq!((&sheet["questions"], &sheet["halves"]), (&json!([]), &json!([])));
    assert_eq!(sheet["do_not_contact"], true);
}
