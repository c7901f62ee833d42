//! A note from any page: kept whatever it says, shown as it was understood, taken back in one tap.

use super::live::Live;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Direction, Meeting};
use serde_json::json;

const PEOPLE: (&str, &str) =
    ("people", "name,met_on\nSarah Jones,2026-09-01\nTom Ellis,2026-09-01\n");

async fn notes(live: &Live) -> Vec<String> {
    let all = live.store.all(live.ctx.tenant, FactKind::Note).await.unwrap();
    let text = |fact: Fact| if let Fact::Note(note) = fact { note.text } else { unreachable!() };
    all.into_iter().map(text).collect()
}

#[tokio::test]
async fn a_note_is_kept_shown_as_it_was_understood_and_taken_back() {
    let live = Live::with(&[PEOPLE]).await;
    for path in ["/", "/people", "/groups", "/review", "/more", "/changes"] {
        let (to, _) = live.page(path).await.form_of("Save");
        assert_eq!(to, "/notes", "{path} has the box");
    }
    let page = live.page("/people").await;
    let text = "coffee with Sarah Jones 45m, promised her the pricing article by Friday";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert_eq!(after.texts("h1"), ["People"], "one is led back to where one was");
    assert!(after.says(".done [role=status]", "Kept."));
    assert!(
        after.says(".done li", "One-to-one with Sarah Jones, 45 min"),
        "{:?}",
        after.texts(".done li")
    );
    assert!(after.says(".done li", "pricing article"), "{:?}", after.texts(".done li"));
    assert_eq!(notes(&live).await, [text]);

    let back = live.press(&after, "Undo", &[]).await;
    assert!(notes(&live).await.is_empty());
    assert!(!back.says("body", "pricing article"));
}

#[tokio::test]
async fn a_note_of_what_was_promised_closes_the_promise_and_says_so() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/people").await;
    let page = live.press(&page, "Save", &[("text", "promised Sarah Jones the price list")]).await;
    let kept = "Your promise to Sarah Jones: the price list, kept on 16 Nov";
    assert!(!page.says(".done li", kept), "{:?}", page.texts(".done li"));
    let text = "Sent the price list to Sarah Jones";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert!(after.says(".done li", kept), "{:?}", after.texts(".done li"));
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_record_and_a_new_page_makes_another() {
    let live = Live::with(&[PEOPLE]).await;
    let (to, mut fields) = live.page("/").await.form_of("Save");
    fields.retain(|(name, _)| name != "text");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let typed = [fields.as_slice(), &[("text", "call with Tom Ellis")]].concat();
    let first = live.post(&to, &typed).await;
    let second = live.post(&to, &typed).await;
    assert_eq!(first.to, second.to);
    assert_eq!(notes(&live).await.len(), 1);
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "call with Tom Ellis about the van")]).await;
    assert_eq!(notes(&live).await.len(), 2);
}

#[tokio::test]
async fn the_same_words_twice_are_noted_already() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/people").await;
    let first = [("text", "call with Tom Ellis, he needs a printer")];
    let kept = live.press(&page, "Save", &first).await;
    let seq = live.seq().await;
    let typed = [("text", "Call with Tom Ellis. He needs a printer")];
    let after = live.press(&live.page("/people").await, "Save", &typed).await;
    assert!(
        after.says(".done [role=status]", "That is noted already."),
        "{:?}",
        after.texts(".done")
    );
    assert!(after.says(".done li", "Call with Tom Ellis"), "what was noted then stands there");
    assert!(after.all(".done form").is_empty(), "nothing is new, so nothing is taken back");
    assert_eq!((live.seq().await, notes(&live).await.len()), (seq, 1));
    let sent = json!({ "text": "call with Tom Ellis, he needs a printer" });
    let (_, told) = live.json(Method::POST, "/api/v1/notes", &[], &sent).await;
    assert_eq!((&told["again"], live.seq().await), (&json!(true), seq), "{told}");

    // Taken back, it may be said again.
    live.press(&kept, "Undo", &[]).await;
    let after = live.press(&live.page("/people").await, "Save", &first).await;
    assert!(after.says(".done [role=status]", "Kept."), "{:?}", after.texts(".done"));
}

#[tokio::test]
async fn what_is_unclear_is_asked_at_once_and_the_words_are_kept_all_the_same() {
    let twins = ("people", "name,email\nSam Lee,a@x.example\nSam Stone,b@x.example\n");
    let live = Live::with(&[twins]).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Save", &[("text", "121 with Sam")]).await;
    let asked = after.texts(".done form.asks button");
    assert!(asked.contains(&"Sam Lee".to_owned()), "{asked:?}");
    assert_eq!(notes(&live).await, ["121 with Sam"]);
}

#[tokio::test]
async fn whatever_is_typed_is_shown_as_text() {
    let long = "x".repeat(10_000);
    for text in [
        "<script>alert(1)</script> met <b>Tom Ellis</b>",
        "\u{202e}דוד כהן 👩‍👩‍👧‍👧 met",
        "a\0b",
        long.as_str(),
        "\"><img src=x onerror=alert(1)>",
    ] {
        let live = Live::with(&[PEOPLE]).await;
        let page = live.page("/").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.all("main script, main img, main [onerror]").is_empty(), "{text}");
        assert_eq!(notes(&live).await, [text.replace('\0', "\u{fffd}")]);
    }
}

#[tokio::test]
async fn an_empty_note_another_sites_form_and_a_strange_way_back_do_no_harm() {
    let live = Live::with(&[PEOPLE]).await;
    let before = live.seq().await;
    let empty = live.post("/notes", &[("text", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let foreign = [("sec-fetch-site", "cross-site")];
    let body = axum::body::Body::from("text=hi");
    let answer = live.ask(axum::http::Method::POST, "/notes", &foreign, body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(live.seq().await, before);
    let away = live.post("/notes", &[("text", "hi"), ("back", "//evil.example")]).await;
    assert!(away.to.starts_with("/?done="), "{}", away.to);
}

#[tokio::test]
async fn likely_names_are_offered_and_ticked_ones_are_in_the_note_without_a_script() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/settings").await;
    assert!(page.all(".near input").is_empty(), "nobody was talked with yet");
    live.press(&page, "Save", &[("text", "call with Tom Ellis yesterday")]).await;
    live.press(&page, "Save", &[("text", "121 with Sarah Jones")]).await;
    let page = live.page("/settings").await;
    assert_eq!(page.texts(".near label"), ["Sarah Jones", "Tom Ellis"], "the latest first");
    let sarah = page.all(".near input")[0].value().attr("value").unwrap().to_owned();
    let after = live.press(&page, "Save", &[("text", "coffee 45m"), ("with", &sarah)]).await;
    assert!(after.says(".done li", "One-to-one with Sarah Jones, 45 min"));
    assert!(notes(&live).await.contains(&"With Sarah Jones: coffee 45m".to_owned()));
    let spoke = [("kind", "call"), ("who", sarah.as_str()), ("back", "/settings")];
    assert!(page.all("#spoke").len() == 1 && page.all("button[form=spoke]").len() == 2);
    let answer = live.post("/talks", &spoke).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_meeting_that_has_just_been_is_chosen_and_a_note_is_of_it() {
    let meetings = (
        "meetings",
        "date,group,minutes,starts,talked_to\n2026-11-09,Monday Chapter,90,07:00,Sam Stone\n\
         2026-11-16,Monday Chapter,90,07:00,\n",
    );
    let twins = ("people", "name,email\nSam Lee,a@x.example\nSam Stone,b@x.example\n");
    let live = Live::with(&[twins, meetings]).await;
    let page = live.page("/more").await;
    let chosen = page.all("#capture-meeting")[0].value();
    assert!(chosen.attr("checked").is_some() && chosen.attr("disabled").is_none());
    assert!(page.says("#capture-at", "Monday Chapter"));
    let after = live.press(&page, "Save", &[("text", "Sam needs a plumber")]).await;
    // Of two who bear the name, the one who was there before is meant.
    assert!(after.says(".done", "Sam Stone"), "{:?}", after.texts(".done"));
    assert!(after.says(".done li", "Monday Chapter"), "{:?}", after.texts(".done"));
}

/// It is Monday at nine: the Monday Chapter goes on.
const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,minutes,starts,talked_to\n2026-11-09,Monday Chapter,90,07:00,Tom Ellis; Sarah Jones\n\
     2026-11-02,Monday Chapter,90,07:00,Sarah Jones\n2026-11-16,Monday Chapter,90,07:00,\n",
);

async fn meetings(live: &Live) -> Vec<Meeting> {
    let all = live.store.all(live.ctx.tenant, FactKind::Meeting).await.unwrap();
    let meeting = |fact: Fact| if let Fact::Meeting(one) = fact { one } else { unreachable!() };
    all.into_iter().map(meeting).collect()
}

#[tokio::test]
async fn what_the_words_say_counts_for_more_than_the_meeting_that_was_chosen() {
    for (text, line) in [
        ("coffee with Anna Berg", "One-to-one with Anna Berg"),
        ("one-to-one with Sarah Jones 60 min on Friday", "One-to-one with Sarah Jones, 1 h"),
        ("met Hannah Cole at the Chamber Lunch yesterday", "Chamber Lunch"),
    ] {
        let live = Live::with(&[PEOPLE, MEETINGS]).await;
        let page = live.page("/people").await;
        assert!(page.says("#capture-at", "Monday Chapter"), "it is chosen");
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done li", line), "{text}: {:?}", after.texts(".done"));
        assert!(!after.says(".done li", "Monday Chapter"), "{text}: {:?}", after.texts(".done"));
        let now = meetings(&live).await.into_iter().find(|m| m.on == date(2026, 11, 16));
        assert!(now.is_none_or(|meeting| meeting.people.is_empty()), "{text}");
    }
}

#[tokio::test]
async fn a_group_refers_nobody_and_who_there_did_is_asked() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let before = (meetings(&live).await, live.store.names(live.ctx.tenant).await.unwrap());
    let page = live.page("/people").await;
    let text = "Monday Chapter referred Kendal Bakery to me";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert!(after.all(".done li").is_empty(), "nothing is half made: {:?}", after.texts(".done"));
    let asked = after.texts(".done form.asks button");
    assert_eq!(asked, ["Sarah Jones", "Tom Ellis", "someone new"], "those most there first");
    let now = (meetings(&live).await, live.store.names(live.ctx.tenant).await.unwrap());
    assert_eq!(now, before, "nobody is new, and nobody was there");
    assert_eq!(notes(&live).await, [text]);

    live.press(&after, "Tom Ellis", &[]).await;
    let all = live.store.all(live.ctx.tenant, FactKind::Referral).await.unwrap();
    let [Fact::Referral(referral)] = all.as_slice() else { panic!("one referral: {all:?}") };
    assert_eq!(referral.direction, Direction::Received);
    assert_eq!(referral.prospect.as_deref(), Some("Kendal Bakery"));
    let names = live.store.names(live.ctx.tenant).await.unwrap();
    let tom = names.iter().find(|(id, _)| *id == referral.person);
    assert_eq!(tom.map(|(_, name)| name.as_str()), Some("Tom Ellis"));
}

#[tokio::test]
async fn the_receipt_of_a_meeting_says_all_that_was_kept() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let page = live.page("/people").await;
    let text = "Monday Chapter today, 1 h, prep 30 min, travel 20 min, £12, energy 3";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    let said = "Monday Chapter, 1 h, travel 20 min, preparation 30 min, £12, energy 3 of 5";
    assert!(after.says(".done li", said), "{:?}", after.texts(".done"));
    let text = "prepared 40 minutes for Monday Chapter next Wednesday";
    let after = live.press(&live.page("/people").await, "Save", &[("text", text)]).await;
    assert!(after.says(".done li", "preparation 40 min"), "{:?}", after.texts(".done"));
    assert!(!after.says(".done", "no place"), "{:?}", after.texts(".done"));
}

#[tokio::test]
async fn the_way_belongs_to_the_meeting_and_makes_none() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", "30 min travel to Monday Chapter")]).await;
    let all = meetings(&live).await;
    assert_eq!(all.len(), 3, "{all:?}");
    let way: Vec<_> = all.iter().filter_map(|m| Some((m.on, m.travel_minutes?))).collect();
    assert_eq!(way, [(date(2026, 11, 16), 30)]);
    let page = live.page("/people").await;
    let unknown = [("text", "30 min travel to the Chamber Lunch")];
    live.press(&page, "Save", &unknown).await;
    assert_eq!(meetings(&live).await.len(), 3, "no meeting is known that it led to");
}

#[tokio::test]
async fn what_somebody_does_is_kept_where_it_was_unknown() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/people").await;
    let text = "Lena Fox, web designer, looks for joiners";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert!(after.says(".done", "joiners"), "{:?}", after.texts(".done"));
    let names = live.store.names(live.ctx.tenant).await.unwrap();
    let lena = names.iter().find(|(_, name)| name == "Lena Fox").unwrap().0;
    let lena = live.store.fact(live.ctx.tenant, FactKind::Person, lena.into()).await.unwrap();
    let Some(Fact::Person(lena)) = lena else { panic!("she is in the book") };
    assert_eq!(lena.what_they_do.as_deref(), Some("web designer"));
}

#[tokio::test]
async fn a_second_meeting_can_be_noted_while_one_stands_on_today() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    for (text, line) in [
        (
            "Monday Chapter last Monday 1 h 30, travel 40 min",
            "Monday Chapter, 1 h 30, travel 40 min",
        ),
        ("Rotary lunch Friday 2 h", "Rotary, 2 h"),
        ("Rotary Wednesday and Thursday, 1½ h each", "Rotary, 1 h 30"),
    ] {
        let page = live.page("/people").await;
        assert!(page.says("#capture-at", "Monday Chapter"), "it is chosen");
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done li", line), "{text}: {:?}", after.texts(".done"));
    }
    let mut all: Vec<_> = meetings(&live).await.into_iter().map(|m| (m.on, m.minutes)).collect();
    all.sort_unstable();
    let of = |day| all.iter().filter(|(on, _)| *on == date(2026, 11, day)).collect::<Vec<_>>();
    assert_eq!(all.len(), 6, "{all:?}");
    assert_eq!(of(16), [&(date(2026, 11, 16), Some(90))], "today's stays as it was");
    assert_eq!(of(13), [&(date(2026, 11, 13), Some(120))]);
    assert_eq!(of(11), [&(date(2026, 11, 11), Some(90))]);
}

#[tokio::test]
async fn the_length_and_the_cost_of_the_chosen_meeting_are_taken() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", "2 h, £15, travel 20 min each way")]).await;
    let now = meetings(&live).await.into_iter().find(|m| m.on == date(2026, 11, 16)).unwrap();
    let cost = now.cost.map(|cost| cost.minor);
    assert_eq!((now.minutes, now.travel_minutes, cost), (Some(120), Some(40), Some(1_500)));
}

#[tokio::test]
async fn meetings_that_nobody_can_date_are_asked_about_and_wait_for_friday() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let page = live.page("/people").await;
    let text = "three Chamber breakfasts this week, Rotary lunch Friday 2 h, prep 20 min";
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert!(
        after.says(".done li", "Rotary, 2 h, preparation 20 min"),
        "{:?}",
        after.texts(".done")
    );
    assert!(after.says(".done p", "No meeting was made of “three Chamber breakfasts this week”"));
    assert_eq!(meetings(&live).await.len(), 4);
    let friday = live.page("/friday").await;
    assert!(friday.says(".task", "three Chamber breakfasts"), "{:?}", friday.texts(".task"));

    let sent = json!({ "text": "two lunches at Rotary last week" });
    let (_, told) = live.json(Method::POST, "/api/v1/notes", &[], &sent).await;
    assert!(told["unclear"].to_string().contains("note each by itself"), "{told}");
    assert_eq!(meetings(&live).await.len(), 4);
}

#[tokio::test]
async fn another_way_of_finding_clients_is_noted_with_its_hours_and_taken_back() {
    let live = Live::with(&[PEOPLE, MEETINGS]).await;
    let page = live.page("/people").await;
    let after = live.press(&page, "Save", &[("text", "cold calling 3 hours")]).await;
    assert!(after.says(".done li", "cold calling, 3 h in Nov 2026"), "{:?}", after.texts(".done"));
    let told =
        async || live.store.all(live.ctx.tenant, FactKind::ChannelMonth).await.unwrap().len();
    assert_eq!(told().await, 1);
    live.press(&after, "Undo", &[]).await;
    assert_eq!(told().await, 0);
}

#[tokio::test]
async fn a_meeting_without_a_time_is_offered_and_takes_no_note_by_itself() {
    let untimed = ("meetings", "date,group,talked_to\n2026-11-16,Riverside Breakfast,Tom Ellis\n");
    let live = Live::with(&[PEOPLE, untimed]).await;
    let page = live.page("/people").await;
    assert!(page.says("#capture-at", "Riverside Breakfast"), "it is offered");
    let offered = page.all("#capture-meeting")[0].value();
    assert!(offered.attr("checked").is_none() && offered.attr("disabled").is_none());
    let meeting = offered.attr("value").unwrap().to_owned();
    live.press(&page, "Save", &[("text", "Sarah Jones needs a plumber")]).await;
    let talked = |all: Vec<Meeting>| all.into_iter().map(|one| one.people.len()).sum::<usize>();
    assert_eq!(talked(meetings(&live).await), 1, "only Tom was talked to there");
    let ticked = [("text", "Sarah Jones needs a roofer"), ("meeting", meeting.as_str())];
    live.press(&live.page("/people").await, "Save", &ticked).await;
    assert_eq!(talked(meetings(&live).await), 2, "its box was ticked");
}

#[tokio::test]
async fn what_was_kept_reads_as_a_sentence_that_ends_with_its_day() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/people").await;
    for (text, line) in [
        (
            "I promised Sarah Jones our price list by 27 November",
            "Your promise to Sarah Jones: our price list, by 27 Nov 2026, made on 16 Nov 2026",
        ),
        (
            "Tom Ellis promised to send me the lease by 13 November",
            "Tom Ellis promised: send me the lease, by 13 Nov 2026, which has passed, made on 16 Nov 2026",
        ),
        (
            "coffee with Tom Ellis yesterday, 45 min",
            "One-to-one with Tom Ellis, 45 min, on 15 Nov 2026",
        ),
    ] {
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert_eq!(after.texts(".done li"), [line], "{text}");
    }
}

#[tokio::test]
async fn a_firm_is_nobody_and_who_there_spoke_is_asked() {
    let live = Live::with(&[PEOPLE]).await;
    let before = live.store.names(live.ctx.tenant).await.unwrap();
    let page = live.page("/people").await;
    let passed = "Got a referral from Sarah Jones: Windermere Hotel";
    let after = live.press(&page, "Save", &[("text", passed)]).await;
    assert!(after.says(".done li", "Referral from Sarah Jones: Windermere Hotel"));
    let needs = "Harbour Dental needs a new website";
    let after = live.press(&live.page("/people").await, "Save", &[("text", needs)]).await;
    assert!(after.says(".done form.asks legend", needs), "{:?}", after.texts(".done"));
    assert_eq!(live.store.names(live.ctx.tenant).await.unwrap(), before, "nobody is new");
}

const BRANCHES: (&str, &str) = (
    "meetings",
    "date,group,minutes\n2026-11-05,BNI Stockport,90\n2026-11-06,BNI Leeds,90\n2026-11-19,BNI Leeds,90\n",
);

/// A name that begins two groups makes no third, and nobody: one tap says which is meant.
#[tokio::test]
async fn a_group_that_could_be_two_is_asked_about_and_nothing_is_made_until_then() {
    let live = Live::with(&[PEOPLE, BRANCHES]).await;
    let rooms = async || live.store.all(live.ctx.tenant, FactKind::Room).await.unwrap().len();
    let before = live.store.names(live.ctx.tenant).await.unwrap();
    let mut pages = Vec::new();
    for text in ["went to BNI yesterday", "won a client through BNI", "BNI gave me a referral"] {
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done form.asks legend", "BNI"), "{text}: {:?}", after.texts(".done"));
        assert_eq!((rooms().await, meetings(&live).await.len()), (2, 3), "{text}");
        assert_eq!(live.store.names(live.ctx.tenant).await.unwrap(), before, "{text}");
        pages.push(after);
    }
    let page = live.page("/questions").await;
    assert!(page.says("main", "Who there was it?"), "{:?}", page.texts("main"));
    live.press(&pages[0], "BNI Leeds", &[]).await;
    assert_eq!((rooms().await, meetings(&live).await.len()), (2, 4));
}

#[tokio::test]
async fn a_month_without_a_day_is_put_on_no_day_and_waits_for_friday() {
    let live = Live::with(&[PEOPLE]).await;
    let text = "coffee with Tom Ellis in June";
    let page = live.page("/people").await;
    let after = live.press(&page, "Save", &[("text", text)]).await;
    assert!(after.says(".done p", "names no day"), "{:?}", after.texts(".done"));
    let talks = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
    assert!(talks.is_empty(), "{talks:?}");
    assert!(live.page("/friday").await.says(".task", text));
}

#[tokio::test]
async fn getting_the_minute_ready_and_the_energy_are_of_the_meeting() {
    let live = Live::with(&[PEOPLE, BRANCHES]).await;
    let texts =
        ["prepared my minute 20 min on Sunday", "rehearsed my minute for half an hour today"];
    for text in texts.into_iter().chain(["BNI Leeds on 6 November energy 4"]) {
        let page = live.page("/people").await;
        let after = live.press(&page, "Save", &[("text", text)]).await;
        assert!(after.says(".done li", "BNI Leeds"), "{text}: {:?}", after.texts(".done"));
    }
    let all = meetings(&live).await;
    let of = |day| all.iter().find(|m| m.on == date(2026, 11, day)).unwrap();
    assert_eq!((of(19).prep_minutes, of(6).energy, all.len()), (Some(50), Some(4), 3));
}
