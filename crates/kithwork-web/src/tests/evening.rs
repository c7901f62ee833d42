//! Event mode: a meeting before, during and after, as a browser without scripts meets it, and as
//! programs do.

use super::live::Live;
use super::schema::holds;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

/// It is Monday at nine: one meeting goes on, one was a week ago, one comes on Friday.
const MEETINGS: (&str, &str) = (
    "meetings",
    "date,group,starts,minutes,talked_to\n\
     2026-11-16,Early Table,08:00,90,\n\
     2026-11-09,Early Table,08:00,90,Tom Ellis\n\
     2026-11-20,Harbour Mixer,18:30,120,\n",
);
const PEOPLE: (&str, &str) = (
    "people",
    "name,met_on,met_at,what_they_do,looking_for\n\
     Tom Ellis,2026-09-01,Early Table,bookkeeper for shops,a printer\n\
     Ann Lee,2026-09-01,Harbour Mixer,printer,a bookkeeper\n\
     Ann Moss,2026-09-01,,baker,\n",
);

async fn live() -> Live {
    Live::with(&[PEOPLE, MEETINGS]).await
}

async fn agenda(live: &Live) -> Value {
    let (status, agenda) = live.json(Method::GET, "/api/v1/meetings", &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK, "{agenda}");
    agenda
}

fn page_of(slot: &Value) -> String {
    format!("/meetings/{}", slot["meeting"].as_str().unwrap())
}

#[tokio::test]
async fn before_it_the_goal_whom_one_could_help_and_what_helps_the_new_are_there() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["coming"][0]);
    let page = live.page(&path).await;
    assert!(page.says(".bring", "Find 2 people I can help"));
    assert!(page.says("main", "Ann is looking for a bookkeeper: you could introduce Tom Ellis."));
    assert!(page.says("h2", "New to it"), "two meetings make nobody an old hand");

    let own = [("goal", "Meet the treasurer"), ("nerves_before", "4"), ("first_time", "no")];
    let page = live.press(&page, "Save your goal", &own).await;
    assert!(page.says(".done", "Saved.") && page.says(".bring", "Meet the treasurer"));
    assert!(!page.says("h2", "New to it"));
    assert_eq!(page.all("input[name=nerves_before][value='4'][checked]").len(), 1);
    live.press(&page, "Undo", &[]).await;
    assert!(live.page(&path).await.says(".bring", "Find 2 people I can help"));
}

#[tokio::test]
async fn what_goes_on_is_chosen_and_each_note_is_of_it_once() {
    let live = live().await;
    let answer = live.get("/meetings/now").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = live.page(&answer.to).await;
    assert!(page.says("h1", "Early Table") && page.says("time", "now"));
    let week = live.page("/").await;
    assert!(week.says(".bring", "Now Early Table. Write down whom you meet"));
    assert_eq!(week.all(&format!(".bring a[href='{}']", answer.to)).len(), 1);
    let friday = page_of(&agenda(&live).await["coming"][0]);
    assert_eq!(week.all(&format!(".diary a[href='{friday}']")).len(), 1, "the diary leads there");
    let note = "Maya Lind, florist, needs a printer. I promised to send the price list";
    let (to, mut fields) = page.form_of("Save, and the next");
    fields
        .iter_mut()
        .filter(|(name, _)| name == "text")
        .for_each(|(_, text)| note.clone_into(text));
    let fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    live.post(&to, &fields).await;
    let seq = live.seq().await;
    live.post(&to, &fields).await;
    assert_eq!(live.seq().await, seq, "sent twice, it is kept once");

    let page = live.page(&answer.to).await;
    assert!(page.says(".met", "Maya Lind (new)"), "{:?}", page.texts(".met"));
    assert!(page.says(".each li", "Maya Lind needs a printer"), "{:?}", page.texts(".each li"));
    assert!(page.says(".each li", "You could introduce Ann Lee."), "{:?}", page.texts(".each li"));
    assert!(page.says(".each li", "send the price list"), "{:?}", page.texts(".each li"));
    let first = page.texts("main h2");
    assert_eq!(first[0], "Whom can you help?", "needs heard come first: {first:?}");
}

#[tokio::test]
async fn somebody_two_could_be_is_asked_and_stands_in_the_evening_once_it_is_said() {
    let live = live().await;
    let to = live.get("/meetings/now").await.to;
    let page = live.page(&to).await;
    let page = live.press(&page, "Save, and the next", &[("text", "Ann needs a courier")]).await;
    assert!(page.says(".asks legend", "Ann"), "{:?}", page.texts(".done"));
    assert!(!live.page(&to).await.says(".met", "Ann"));
    live.press(&page, "Ann Moss", &[]).await;
    let page = live.page(&to).await;
    assert!(page.says(".met", "Ann Moss"), "{:?}", page.texts(".met"));
    assert!(page.says(".each li", "Ann Moss needs a courier"));
}

#[tokio::test]
async fn looking_back_without_a_need_heard_is_allowed_and_a_wrong_number_is_said() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["waiting"][0]);
    let page = live.page(&path).await;
    assert!(page.says("main", "No need is noted yet"));
    let wrong = live.send(&page, &path, &[("debriefed", "yes"), ("energy", "9")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let beside = "id=\"p-energy\">Is not a whole number from 1 to 5";
    assert!(wrong.text.contains(beside), "{}", wrong.text);

    let (to, fields) = page.form_of("Save how it went");
    assert_eq!(to, path);
    let both = [("debriefed", "yes"), ("minute", "prepared"), ("pitch_changed_why", "tired")];
    let wrong = live.send(&page, &path, &both).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Is for a minute that was changed"), "{}", wrong.text);
    let said = [("energy", "3"), ("minute", "changed"), ("pitch_changed_why", "tired")];
    let fields = fields.iter().map(|(n, v)| (n.as_str(), v.as_str()));
    let fields: Vec<_> =
        fields.filter(|(n, _)| said.iter().all(|(s, _)| s != n)).chain(said).collect();
    assert_eq!(live.post(&to, &fields).await.status, StatusCode::SEE_OTHER);
    let page = live.page(&path).await;
    assert!(page.says("main", "You looked back on it. Find 2 people I can help: not this time."));
    assert!(agenda(&live).await["waiting"].as_array().unwrap().is_empty());
    let (_, review) = live.json(Method::GET, "/api/v1/review", &[], &Value::Null).await;
    assert_eq!(
        (&review["evenings"]["debriefed"], &review["evenings"]["without_need"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(review["evenings"]["minute"]["changed"], 1);
    // Row 43: what is said afterwards tells whether it had been prepared.
    let prepared = |told: Value| told["evening"]["own"]["pitch_prepared"].clone();
    let own = format!("/api/v1{path}");
    let (_, told) = live.json(Method::GET, &own, &[], &Value::Null).await;
    assert_eq!(prepared(told), true);
    let unprepared = [("minute", "changed"), ("pitch_changed_why", "not_prepared")];
    assert_eq!(live.send(&page, &path, &unprepared).await.status, StatusCode::SEE_OTHER);
    let (_, told) = live.json(Method::GET, &own, &[], &Value::Null).await;
    assert_eq!(prepared(told), false);
}

#[tokio::test]
async fn a_meeting_that_stands_in_no_calendar_is_entered_once_and_may_begin_a_group() {
    let live = live().await;
    let page = live.page("/meetings").await;
    assert!(page.says(".bring", "Early Table") && page.says(".slots", "Harbour Mixer"));
    let typed = [("group", "New Year Drinks"), ("on", "2026-11-21"), ("starts", "19:00")];
    let page = live.press(&page, "Enter it", &typed).await;
    assert!(page.says("h1", "New Year Drinks") && page.says(".done", "Saved."));
    let again = live.page("/meetings").await;
    live.press(&again, "Enter it", &typed).await;
    let coming = agenda(&live).await["coming"].as_array().unwrap().len();
    assert_eq!(coming, 2, "entered twice, it stands once");
    let empty = live.send(&again, "/meetings", &[("group", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("Has no name"));
}

#[tokio::test]
async fn a_meeting_years_ahead_is_asked_about_and_stands_in_the_list() {
    let live = live().await;
    let page = live.page("/meetings").await;
    let typed = [("group", "Harbour Mixer"), ("on", "2036-11-20")];
    let page = live.press(&page, "Enter it", &typed).await;
    assert!(page.says(".done", "Saved."), "nothing is refused");
    assert!(page.says(".done", "That is ten years ahead. Right?"), "{:?}", page.texts(".done"));
    let listed = live.page("/meetings").await;
    assert!(listed.says("section[aria-labelledby=later] .slots", "20 Nov 2036"));
    assert_eq!(agenda(&live).await["later"][0]["on"], "2036-11-20");
    live.press(&page, "Undo", &[]).await;
    assert!(live.page("/meetings").await.all("section[aria-labelledby=later]").is_empty());

    let typed = [("group", "Harbour Mixer"), ("on", "2027-03-01")];
    let page = live.press(&listed, "Enter it", &typed).await;
    assert!(!page.says(".done", "Right?"), "a few months ahead are no slip");
    assert!(live.page("/meetings").await.says("section[aria-labelledby=later]", "Harbour Mixer"));
}

#[tokio::test]
async fn a_goal_that_is_no_line_comes_back_beside_its_field() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["coming"][0]);
    let page = live.page(&path).await;
    let long = "and more ".repeat(60);
    let wrong = live.send(&page, &path, &[("goal", &long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("id=\"p-goal\">Is too long"), "{}", wrong.text);
    assert!(wrong.text.contains(long.trim_end()), "nothing typed is lost");
}

#[tokio::test]
async fn what_was_entered_and_not_gone_to_is_taken_out() {
    let live = live().await;
    let page = live.page("/meetings").await;
    let page = live.press(&page, "Enter it", &[("group", "Old Mixer"), ("on", "2026-11-11")]).await;
    let page = live.press(&page, "I was not there", &[]).await;
    assert!(page.says("h1", "Meetings") && !page.says(".slots", "Old Mixer"));
    live.press(&page, "Undo", &[]).await;
    assert!(live.page("/meetings").await.says(".slots", "Old Mixer"));
}

/// Meetings counted in the review, and those of its one room.
async fn counted(live: &Live) -> (Value, Value) {
    let (_, review) = live.json(Method::GET, "/api/v1/review", &[], &Value::Null).await;
    (review["totals"]["meetings"].clone(), review["rooms"][0]["meetings"].clone())
}

#[tokio::test]
async fn what_a_sheet_or_a_calendar_tells_of_and_one_did_not_go_to_counts_nowhere() {
    const SHEET: (&str, &str) = (
        "meetings",
        "date,group,starts,minutes\n2026-11-05,Early Table,08:00,90\n2026-10-29,Early Table,08:00,90\n",
    );
    let live = Live::with(&[SHEET]).await;
    let series = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n\
                  DTSTART:20261029T080000\r\nDTEND:20261029T093000\r\nRRULE:FREQ=WEEKLY\r\n\
                  SUMMARY:Early Table\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    live.read_as("diary.ics", series).await;
    assert_eq!(
        counted(&live).await,
        (json!(3), json!(3)),
        "two sheets' and one of the series alone"
    );
    let (_, agenda) = live.json(Method::GET, "/api/v1/meetings", &[], &Value::Null).await;
    let waiting = agenda["waiting"].as_array().unwrap();
    assert_eq!(waiting.len(), 2, "those of the last fortnight: {agenda}");
    for (left, slot) in [(2, &waiting[0]), (1, &waiting[1])] {
        let page = live.page(&page_of(slot)).await;
        let page = live.press(&page, "I was not there", &[]).await;
        assert!(page.says(".done", "It counts nowhere."), "{:?}", page.texts(".done"));
        assert_eq!(counted(&live).await, (json!(left), json!(left)));
        live.press(&page, "Undo", &[]).await;
        assert_eq!(counted(&live).await.0, json!(left + 1));
        let page = live.page(&page_of(slot)).await;
        live.press(&page, "I was not there", &[]).await;
    }
    live.read(&[SHEET]).await;
    live.read_as("diary.ics", series).await;
    assert_eq!(counted(&live).await, (json!(1), json!(1)), "read again, they stay so");
    let gone = waiting[0]["on"].as_str().unwrap();
    let page = live.page("/meetings").await;
    let entered = [("group", "Early Table"), ("on", gone)];
    live.press(&page, "Enter it", &entered).await;
    assert_eq!(counted(&live).await, (json!(2), json!(2)), "entered after all, it counts again");
}

#[tokio::test]
async fn three_notes_at_a_meeting_a_sheet_told_of_leave_one_meeting_after_a_later_import() {
    let live = live().await;
    let to = live.get("/meetings/now").await.to;
    for note in ["Maya Lind needs a printer", "Ivo Petran", "Tom Ellis again"] {
        let page = live.page(&to).await;
        live.press(&page, "Save, and the next", &[("text", note)]).await;
    }
    live.read(&[(
        "meetings",
        "date,group,minutes\n2026-11-16,Early Table,95\n2026-11-02,Early Table,90\n",
    )])
    .await;
    let (_, review) = live.json(Method::GET, "/api/v1/review", &[], &Value::Null).await;
    let rooms = review["rooms"].as_array().unwrap();
    let table = rooms.iter().find(|room| room["name"] == "Early Table").unwrap();
    assert_eq!(table["meetings"], 3, "{table}");
    let page = live.page(&to).await;
    assert!(page.says(".met", "Maya Lind"), "{:?}", page.texts(".met"));
    assert!(page.says(".met", "Ivo Petran") && page.says(".met", "Tom Ellis"));
}

#[tokio::test]
async fn programs_do_all_of_it_too_and_the_documents_are_described() {
    let live = live().await;
    let agenda = agenda(&live).await;
    holds("Agenda", &agenda);
    let id = agenda["now"]["meeting"].as_str().unwrap();
    let path = format!("/api/v1/meetings/{id}");
    let key = [("idempotency-key", "phone-1")];
    let note = json!({ "text": "Maya Lind needs a printer, I promised a list", "meeting": id });
    for _ in 0..2 {
        let (status, _) = live.json(Method::POST, "/api/v1/notes", &key, &note).await;
        assert_eq!(status, StatusCode::OK);
    }
    let told = json!({
        "nerves_before": 4, "nerves_after": 2, "energy": 3, "debriefed": true, "first_time": true,
        "minute": "skipped", "pitch_changed_why": "less_time", "goal": "Find one", "goal_met": "yes",
    });
    let (status, evening) = live.json(Method::POST, &path, &[], &told).await;
    assert_eq!(status, StatusCode::OK, "{evening}");
    holds("Evening", &evening);
    assert_eq!(evening["evening"]["own"]["pitch_changed_why"], "less_time");
    let talked = evening["evening"]["talked_to"].as_array().unwrap();
    assert_eq!((talked.len(), &talked[0]["name"]), (1, &json!("Maya Lind")));
    let (status, problem) =
        live.json(Method::POST, &path, &[], &json!({ "nerves_after": 6 })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/nerves_after");
    let new = json!({ "group": "Harbour", "on": "2026-12-04", "starts": "18:30:00" });
    let (status, entered) = live.json(Method::POST, "/api/v1/meetings", &[], &new).await;
    assert_eq!((status, &entered["evening"]["name"]), (StatusCode::OK, &json!("Harbour Mixer")));
    let nobody = json!({ "text": "Eve Hall", "meeting": "0193e2a0-1111-7222-8333-444455556666" });
    let (status, note) = live.json(Method::POST, "/api/v1/notes", &[], &nobody).await;
    assert_eq!(status, StatusCode::OK, "no note is lost because its meeting is gone: {note}");
}

#[tokio::test]
async fn what_a_meeting_takes_is_shown_asked_for_and_put_right() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["waiting"][0]);
    let page = live.page(&path).await;
    assert!(page.says("main", "1 h 30"), "{:?}", page.texts("main"));
    assert!(page.says("main", "What is missing counts as nothing until it is said."));
    let wrong = [("travel_minutes", "30"), ("cost", "much")];
    let answer = live.send(&page, &path, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("id=\"p-cost\">Is no amount such as 15"), "{}", answer.text);
    let right = [("travel_minutes", "30"), ("prep_minutes", "20"), ("cost", "12.50")];
    let page = live.press(&page, "Save what it took", &right).await;
    assert!(
        page.says("main", "30 min there and back, £12.50, 20 min to prepare"),
        "{:?}",
        page.texts("main")
    );
    assert!(!page.says("main", "What is missing"));
    let (_, told) = live.json(Method::GET, &format!("/api/v1{path}"), &[], &Value::Null).await;
    let own = &told["evening"]["own"];
    assert_eq!(
        (&own["travel_minutes"], &own["prep_minutes"], &own["cost"]["minor"]),
        (&json!(30), &json!(20), &json!(1250)),
        "{told}"
    );
    live.press(&page, "Undo", &[]).await;
    assert!(live.page(&path).await.says("main", "What is missing"));
    // Emptied, its length is not known, whatever a sheet read again says of it.
    let page = live.page(&path).await;
    let kept = live.press(&page, "Save what it took", &[("minutes", "")]).await;
    assert!(kept.says(".done", "Saved.") && !kept.says("main", "1 h 30"));
    live.read(&[MEETINGS]).await;
    let page = live.page(&path).await;
    assert_eq!(page.all("#spent-minutes")[0].value().attr("value"), Some(""));
}

#[tokio::test]
async fn a_past_evening_without_notes_asks_whom_one_can_help_before_it_says_that_none_was() {
    let live = live().await;
    let page = live.page("/meetings").await;
    let typed = [("group", "New Year Drinks"), ("on", "2026-11-12"), ("starts", "19:00")];
    let page = live.press(&page, "Enter it", &typed).await;
    assert!(page.says("h2", "Whom can you help?") && page.all("#take-text").len() == 1);
    assert!(!page.says("main", "No need was heard"), "nobody has been asked yet");
    let note = [("text", "Maya Lind needs a printer")];
    let page = live.press(&page, "Save, and the next", &note).await;
    assert!(page.says(".each li", "Maya Lind needs a printer"));
}

#[tokio::test]
async fn a_minute_that_is_ready_is_not_to_be_prepared_again() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["coming"][0]);
    assert!(live.page(&path).await.says("main", "Prepare it"));
    let words = json!({ "version": "Shops", "text": "I keep the books of small shops." });
    let (status, told) = live.json(Method::POST, "/api/v1/pitch/keep", &[], &words).await;
    assert!(status.is_success(), "{told}");
    let chosen = json!({
        "version": "Shops", "room": "Harbour Mixer", "on": "2026-11-20", "ready": true,
        "no_competitor": true,
    });
    let (status, told) = live.json(Method::POST, "/api/v1/pitch/choose", &[], &chosen).await;
    assert!(status.is_success(), "{told}");
    let page = live.page(&path).await;
    assert!(page.says("main", "“Shops” is ready.") && !page.says("main", "Prepare it"));
}

#[tokio::test]
async fn whoever_notes_an_evening_afterwards_says_both_how_nervous_they_were_before_and_by_the_end()
{
    let live = live().await;
    let path = page_of(&agenda(&live).await["waiting"][0]);
    let page = live.page(&path).await;
    assert!(page.says("legend", "How nervous were you before it?"), "{:?}", page.texts("legend"));
    let said = [("debriefed", "yes"), ("nerves_before", "4"), ("nerves_after", "2")];
    let page = live.press(&page, "Save how it went", &said).await;
    for (name, score) in [("nerves_before", 4), ("nerves_after", 2)] {
        let held = format!("input[name={name}][value='{score}'][checked]");
        assert_eq!(page.all(&held).len(), 1, "{name}");
    }
    let (_, told) = live.json(Method::GET, &format!("/api/v1{path}"), &[], &Value::Null).await;
    assert_eq!(told["evening"]["own"]["nerves_before"], 4, "{told}");
    // A meeting that goes on asks it once, among what one wanted to know before.
    let now = live.page(&page_of(&agenda(&live).await["now"])).await;
    assert_eq!(now.all("input[name=nerves_before][value='4']").len(), 1);
}

/// Row 60: talks that a file told of are no word that no need was heard.
#[tokio::test]
async fn looking_back_asks_for_needs_first_where_a_file_told_whom_one_talked_to() {
    let live = live().await;
    let path = page_of(&agenda(&live).await["waiting"][0]);
    let page = live.page(&path).await;
    assert!(page.says("#heard ~ p", "No need is noted yet"), "{:?}", page.texts("main"));
    assert_eq!(page.all("section[aria-labelledby=heard] #take-text").len(), 1);
    assert!(!page.says("main", "No need was heard"), "nobody has said so");
    let page = live.press(&page, "Save how it went", &[("debriefed", "yes")]).await;
    assert!(page.says("#heard ~ p", "You looked back on it with no need noted."));
}

/// Row 45.
#[tokio::test]
async fn what_was_entered_for_a_day_long_past_is_listed_where_it_was_entered() {
    let live = live().await;
    let typed = [("group", "Early Table"), ("on", "2026-09-14"), ("minutes", "90")];
    live.press(&live.page("/meetings").await, "Enter it", &typed).await;
    let page = live.page("/meetings").await;
    assert!(page.says("#entered ~ ul", "Early Table"), "{:?}", page.texts("h2"));
    assert_eq!(agenda(&live).await["entered"][0]["on"], "2026-09-14");
}
