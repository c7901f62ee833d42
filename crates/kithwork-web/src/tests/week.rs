//! This week acts: each entry done in one tap, and gone.

use super::live::{Live, Page};
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Conversation, Stage};
use serde_json::{Value, json};

const SHEETS: [(&str, &str); 3] = [
    (
        "people",
        "name,phone,email,met_on,met_at\n\
         Gareth Owen,+447700900123,gareth@owen.example,2026-03-02,Thursday Chapter\n\
         Ruth Mills,,ruth@mills.example,2026-03-02,Thursday Chapter\n",
    ),
    ("interactions", "date,kind,people,minutes\n2026-05-04,one_to_one,Gareth Owen,60\n"),
    (
        "promises",
        "made_on,person,direction,what,due_on,done_on\n\
         2026-11-09,Ruth Mills,mine,send the pricing article,2026-11-18,\n",
    ),
];

pub(super) async fn talks(live: &Live) -> Vec<Conversation> {
    let all = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
    let talk = |fact: Fact| if let Fact::Conversation(talk) = fact { talk } else { unreachable!() };
    let mut talks: Vec<_> = all.into_iter().map(talk).collect();
    talks.sort_by_key(|talk| talk.on);
    talks
}

fn headings(page: &Page) -> Vec<String> {
    page.texts(".doing .task h3")
}

fn names(page: &Page, who: &str) -> bool {
    headings(page).iter().any(|heading| heading.contains(who))
}

/// The address to which a link of the page leads.
pub(super) fn link(page: &Page, label: &str) -> String {
    link_in(page, "main a", label)
}

fn link_in(page: &Page, css: &str, label: &str) -> String {
    let links = page.all(css);
    let link = links.iter().find(|a| a.text().collect::<String>().trim() == label).unwrap();
    link.value().attr("href").unwrap().to_owned()
}

/// Row 20: a book begun on this Monday has a plan, and a place that says when it is told what was done of it.
#[tokio::test]
async fn the_first_plan_leads_to_where_it_will_be_told_what_was_done_of_it() {
    let live = Live::with(&SHEETS).await;
    let to = link(&live.page("/").await, "When it is told what was done of this week’s plan");
    assert_eq!(to, "/review/outlook#last-week");
    let outlook = live.page("/review/outlook").await;
    let says = outlook.texts("#last-week ~ *, section[aria-labelledby='last-week']").join(" ");
    assert!(says.contains("There is none of last week. This week’s holds "), "{says}");
    assert!(says.contains("stands here from Mon 23 Nov"), "{says}");
}

/// Row 62: a promise of last year is said with its year.
#[tokio::test]
async fn a_promise_of_last_year_is_said_with_its_year() {
    let promised = "made_on,person,direction,what,due_on\n\
                    2025-12-01,Ruth Mills,mine,send the pricing article,2025-12-23\n";
    let live = Live::with(&[SHEETS[0], ("promises", promised)]).await;
    let because = live.page("/").await.texts(".task .because").join(" ");
    let said = "Promised on 1 December 2025, due on 23 December 2025";
    assert!(because.contains(said), "{because}");
}

#[tokio::test]
async fn a_promise_is_kept_in_one_tap_and_comes_back_with_undo() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/").await;
    assert!(names(&page, "pricing article"), "{:?}", headings(&page));
    let after = live.press(&page, "Done", &[]).await;
    assert!(!names(&after, "pricing article"), "{:?}", headings(&after));
    assert!(after.says(".done", "Done."));
    // The same sheet read again doesn't bring it back: the owner's word stands.
    live.read(&SHEETS).await;
    assert!(!names(&live.page("/").await, "pricing article"));
    let back = live.press(&after, "Undo", &[]).await;
    assert!(names(&back, "pricing article"));
    let later = live.press(&back, "In a week", &[]).await;
    assert!(!names(&later, "pricing article"));
}

#[tokio::test]
async fn whoever_is_asked_waits_then_stands_in_the_diary_then_has_happened() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/").await;
    assert!(names(&page, "Gareth Owen"), "{:?}", headings(&page));
    let ask = live.page(&link(&page, "Ask")).await;
    let words = ask.texts("textarea[data-words]").join(" ");
    assert!(words.starts_with("Hello Gareth"), "{words}");
    assert!(
        words.contains("I could do Monday 23 November at 8:30 or Wednesday 25 November"),
        "{words}"
    );
    let ways: Vec<&str> =
        ask.all("a[data-way]").iter().map(|a| a.value().attr("href").unwrap()).collect();
    assert!(ways[0].starts_with("https://wa.me/447700900123?text=Hello%20Gareth"), "{ways:?}");
    assert!(
        ways[1].starts_with("sms:%2B447700900123?&body=")
            && ways[2].starts_with("mailto:gareth@owen.example?subject=")
    );

    let asked = live.press(&ask, "I have asked", &[]).await;
    assert!(asked.says(".done", "Noted that you asked."));
    let week = live.page("/").await;
    assert!(week.says("#asked ~ .tasks h3", "Gareth Owen"), "{:?}", headings(&week));
    assert!(!names(&week, "Ask Gareth Owen"));
    assert_eq!(talks(&live).await.last().unwrap().stage, Stage::Asked);

    let day = [("on", "2026-11-16"), ("at", "08:30")];
    let agreed = live.press(&week, "Put it in the diary", &day).await;
    assert!(agreed.says(".diary", "One-to-one with Gareth Owen"), "{:?}", agreed.texts(".diary"));
    assert!(agreed.says(".facts time", "Monday 16 November, 08:30"));
    let done = live.press(&agreed, "It happened", &[]).await;
    assert!(!names(&done, "Gareth Owen"), "{:?}", headings(&done));
    let last = talks(&live).await.pop().unwrap();
    assert_eq!((last.stage, last.on.to_string().as_str()), (Stage::Happened, "2026-11-16"));
}

#[tokio::test]
async fn not_now_does_not_come_back_this_week_and_one_undo_brings_it_back() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Not now", &[]).await;
    assert!(!names(&after, "Gareth Owen"), "{:?}", headings(&after));
    assert!(after.says(".done", "It comes back by itself"));
    let back = live.press(&after, "Undo", &[]).await;
    assert!(names(&back, "Gareth Owen"));
}

#[tokio::test]
async fn let_go_is_one_tap_too_and_leaves_them_in_the_book() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/").await;
    let after = live.press(&page, "Let go", &[]).await;
    assert!(!names(&after, "Gareth Owen"));
    assert!(live.page("/people").await.says(".list", "Gareth Owen"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_a_day_in_the_past_is_refused() {
    let live = Live::with(&SHEETS).await;
    let lost = "01930000-0000-7000-8000-000000000000";
    for (path, fields) in [
        ("/promises/keep", vec![("promise", lost)]),
        ("/asks", vec![("who", lost)]),
        ("/talks", vec![("who", "nobody")]),
        (&*format!("/conversations/{lost}/happened"), vec![]),
        (&*format!("/changes/{lost}/undo"), vec![]),
    ] {
        let answer = live.post(path, &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.text);
        assert!(answer.text.contains("href=\"/people\""), "{path} leads on");
    }
    for path in
        [format!("/people/{lost}"), format!("/people/{lost}/prepare"), format!("/ask?who={lost}")]
    {
        assert_eq!(live.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let page = live.page("/").await;
    let ask = live.page(&link(&page, "Ask")).await;
    live.press(&ask, "I have asked", &[]).await;
    let (to, _) = live.page("/").await.form_of("Put it in the diary");
    let answer = live.post(&to, &[("on", "2026-11-02")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_sheet_to_prepare_with_and_the_list_of_changes_are_there() {
    let live = Live::with(&SHEETS).await;
    let person = link(&live.page("/people").await, "Gareth Owen");
    let sheet = live.page(&format!("{person}/prepare")).await;
    assert!(sheet.says("h1", "Prepare for Gareth Owen"));
    assert!(sheet.says("#theirs ~ ul", "What are you looking for at the moment?"));
    let page = live.page("/").await;
    live.press(&page, "Save", &[("text", "call with Gareth Owen")]).await;
    let changes = live.page("/changes").await;
    assert_eq!(changes.texts(".changes b"), ["A note", "Files read in"]);
}

#[tokio::test]
async fn whoever_is_asked_is_offered_the_times_that_the_plan_keeps_for_them() {
    let live = Live::with(&SHEETS).await;
    let person = link(&live.page("/people").await, "Gareth Owen");
    let who = person.trim_start_matches("/people/");
    let ask = |at: &str| format!("/ask?who={who}&at={at}&at=nonsense");
    let page = live.page(&ask("2027-03-02T17:30")).await;
    assert!(page.says(".letter", "Tuesday 2 March at 17:30"), "{:?}", page.texts(".letter"));
    let page = live.page(&ask("2020-03-02T17:30")).await;
    assert!(!page.says(".letter", "17:30"), "a time that has gone by is not offered");
    assert!(page.says(".letter", "I could do"), "{:?}", page.texts(".letter"));
}

/// Row 26: nobody is written to together with others, whatever an address looks like.
#[tokio::test]
async fn a_table_of_three_is_asked_one_by_one() {
    let people = "name,email,met_on\nAnn Bell,ann@x.example,2026-03-02\n\
                  Ben Cole,ben@x.example,2026-03-02\nCy Dunn,cy@x.example,2026-03-02\n";
    let live = Live::with(&[("people", people)]).await;
    let ids: Vec<String> = live
        .page("/people")
        .await
        .all(".list a")
        .iter()
        .map(|a| a.value().attr("href").unwrap().trim_start_matches("/people/").to_owned())
        .collect();
    let all = [("emails", "eve@x.example,all@x.example;list@x.example")];
    let (status, _) = live
        .json(
            axum::http::Method::PATCH,
            &format!("/api/v1/people/{}", ids[2]),
            &[],
            &serde_json::json!({ "emails": [all[0].1] }),
        )
        .await;
    assert_eq!(status, StatusCode::OK);
    let who: Vec<String> = ids.iter().map(|id| format!("who={id}")).collect();
    let page = live.page(&format!("/ask?kind=small_group&{}", who.join("&"))).await;
    assert_eq!(page.all(".letter").len(), 3, "a letter each");
    for way in page.all("a[data-way]") {
        let to = way.value().attr("href").unwrap();
        let recipient = to.split('?').next().unwrap();
        assert_eq!(recipient.matches('@').count(), 1, "{to}");
        assert!(
            !recipient.contains([',', ';'])
                && !recipient.contains("%2C")
                && !recipient.contains("%3B"),
            "{to}"
        );
        assert!(!to.contains("cc=") && !to.contains("to="), "{to}");
    }
    assert_eq!(page.all("a[data-way]").len(), 2, "a list that passes for an address is none");
}

/// Row 56: what the first sentence counts is what the cards and the pages of people say.
#[tokio::test]
async fn who_has_not_heard_is_counted_as_the_cards_tell() {
    let people = "name,met_on,met_at\nAnn Bell,2026-11-12,Chamber\nBen Cole,2026-11-12,Chamber\n\
                  Cy Dunn,2026-11-12,Chamber\nDee Eyre,2026-05-12,Chamber\n";
    let talks = "date,kind,people\n2026-11-12,message,Cy Dunn\n2026-06-01,call,Dee Eyre\n";
    let promises =
        "made_on,person,direction,what,due_on\n2026-11-12,Ben Cole,mine,call,2026-12-01\n";
    let live =
        Live::with(&[("people", people), ("interactions", talks), ("promises", promises)]).await;
    let page = live.page("/").await;
    let lede = page.texts(".lede").join(" ");
    let says = "Two of the three people you met in the last 30 days have not heard from you: \
                Ann Bell and Ben Cole.";
    assert!(lede.contains(says), "{lede}");
    assert_eq!(page.texts(".lede a"), ["Ann Bell", "Ben Cole"]);
    let more = "name,met_on,met_at\nEd Fox,2026-11-13,Chamber\nFay Gill,2026-11-14,Chamber\n";
    live.read(&[("people", more)]).await;
    let page = live.page("/").await;
    let lede = page.texts(".lede").join(" ");
    let says = "Four of the five people you met in the last 30 days have not heard from you: \
                Fay Gill, Ed Fox, Ann Bell and one more. See who waits for a word.";
    assert!(lede.contains(says), "{lede}");
    assert_eq!(link_in(&page, ".lede a", "See who waits for a word"), "/people?undecided=yes");
}

/// Row 62: the owner is reminded of their own promises, and nobody else is reckoned with.
#[tokio::test]
async fn an_overdue_promise_of_mine_is_brought_up_and_theirs_never_is() {
    let promises = "made_on,person,direction,what,due_on,done_on\n\
                    2026-09-01,Ruth Mills,mine,send the pricing article,2026-09-08,\n\
                    2026-09-01,Gareth Owen,theirs,pass on the printer,2026-09-08,\n";
    let live = Live::with(&[SHEETS[0], ("promises", promises)]).await;
    let page = live.page("/").await;
    assert!(names(&page, "Send the pricing article, for Ruth Mills"), "{:?}", headings(&page));
    assert!(page.says(".because", "due on 8 September"), "{:?}", page.texts(".because"));
    assert!(!page.says("main", "pass on the printer"));
    let words = page.texts("body").join(" ").to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    let endings = ["e", "es", "ed", "ing"];
    let is_debt = |word: &str| word.strip_prefix("ow").is_some_and(|end| endings.contains(&end));
    assert!(!words.any(is_debt));
}

#[tokio::test]
async fn next_week_can_be_looked_at_and_acted_on_as_it_looks_now() {
    let live = Live::with(&SHEETS).await;
    let ahead = live.page("/next-week").await;
    assert_eq!(ahead.texts("h1"), ["Next week"]);
    assert_eq!(ahead.texts(".eyebrow"), ["23–29 November"]);
    assert!(ahead.says(".lede", "As it looks now"));
    assert!(names(&ahead, "Gareth Owen"), "{:?}", headings(&ahead));
    // Times offered lie after it, and nothing of this week's figures stands there.
    let ask = link(&ahead, "Ask");
    assert!(ask.contains("at=2026-11-30"), "{ask}");
    assert!(ahead.texts("aside .hint").is_empty());
    assert_eq!(link(&ahead, "Back to this week"), "/");
    // What is done there is done.
    let after = live.press(&ahead, "Not now", &[]).await;
    assert!(!names(&after, "Gareth Owen"), "{:?}", headings(&after));
}

const TWO: [(&str, &str); 1] =
    [("people", "name,met_on\nAnn Bell,2026-03-02\nBen Cole,2026-03-02\n")];

/// Asks somebody of the book for an hour, and answers with the page that says so and the words that asked.
async fn ask(live: &Live, name: &str) -> (Page, String) {
    let who = link(&live.page("/people").await, name);
    let ask = live.page(&format!("/ask?who={}", who.trim_start_matches("/people/"))).await;
    let words = ask.texts("textarea[data-words]").join(" ");
    (live.press(&ask, "I have asked", &[]).await, words)
}

/// Row 64: hours that somebody may say yes to are offered to nobody else.
#[tokio::test]
async fn the_times_of_an_open_ask_are_held_until_there_is_an_answer() {
    let live = Live::with(&TWO).await;
    let (_, words) = ask(&live, "Ann Bell").await;
    assert!(words.contains("Monday 23 November at 8:30"), "{words}");
    let offered = talks(&live).await.pop().unwrap().offered;
    assert_eq!(offered.len(), 2, "{offered:?}");
    let (_, other) = ask(&live, "Ben Cole").await;
    assert!(
        other.contains("I could do") && !other.contains("Monday 23 November at 8:30"),
        "{other}"
    );
    // Ann can't for now: her times are free again.
    let ann = link(&live.page("/people").await, "Ann Bell");
    let who = ann.trim_start_matches("/people/");
    live.post("/people/not-now", &[("who", who)]).await;
    let (_, words) = ask(&live, "Ben Cole").await;
    assert!(words.contains("Monday 23 November at 8:30"), "{words}");
}

/// Row 3: a meeting gives way to one conversation, so its place travels with the ask.
#[tokio::test]
async fn the_meeting_whose_place_is_asked_for_is_kept_with_the_ask() {
    let live = Live::with(&TWO).await;
    let who = link(&live.page("/people").await, "Ann Bell");
    let (who, room) = (who.trim_start_matches("/people/"), "01930000-0000-7000-8000-000000000001");
    let address = format!("/ask?who={who}&at=2026-11-19T07:30&instead={room}.2026-11-19");
    let asking = live.page(&address).await;
    assert!(asking.says(".letter", "Thursday 19 November at 7:30"));
    live.press(&asking, "I have asked", &[]).await;
    let asked = talks(&live).await.pop().unwrap();
    let meeting = asked.instead_of.unwrap();
    assert_eq!(
        (meeting.room.to_string(), meeting.on.to_string()),
        (room.into(), "2026-11-19".into())
    );
    assert_eq!(asked.offered[0].to_string(), "2026-11-19T07:30:00");
    let nonsense = live.page(&format!("/ask?who={who}&instead=a-room")).await;
    live.press(&nonsense, "I have asked", &[]).await;
}

/// Row 64.
#[tokio::test]
async fn whoever_waits_for_an_answer_is_not_told_that_nothing_waits() {
    let live = Live::with(&[("people", "name,met_on\nAnn Bell,2026-03-02\n")]).await;
    ask(&live, "Ann Bell").await;
    let page = live.page("/").await;
    assert!(page.says("#asked ~ .tasks h3", "Ann Bell"));
    assert!(
        page.says(".lede", "nothing to do but wait for one answer"),
        "{:?}",
        page.texts(".lede")
    );
    assert!(!page.says("main", "Nothing waits") && !page.says("main", "nothing that waits"));
}

/// Row 64: a “no” is an answer, too: nobody waits for it any more, and its hour is free.
#[tokio::test]
async fn whoever_can_not_make_it_this_week_leaves_the_hour_to_somebody_else() {
    let live = Live::with(&TWO).await;
    ask(&live, "Ann Bell").await;
    let week = live.page("/").await;
    assert!(week.says("#asked ~ .tasks h3", "Ann Bell"));
    let after = live.press(&week, "Not this week", &[]).await;
    assert!(!after.says("main", "Ann Bell"), "{:?}", headings(&after));
    let back = live.press(&after, "Undo", &[]).await;
    assert!(back.says("#asked ~ .tasks h3", "Ann Bell"), "{:?}", headings(&back));
    let asked = talks(&live).await.into_iter().filter(|talk| talk.stage == Stage::Asked);
    assert_eq!(asked.count(), 1);
}

/// Row 64: a yes is a yes to one of the times that were offered, and mostly one tap.
#[tokio::test]
async fn a_yes_is_given_to_a_time_that_was_offered() {
    let live = Live::with(&TWO).await;
    ask(&live, "Ann Bell").await;
    let second = talks(&live).await.pop().unwrap().offered[1];
    let label = second.strftime("%A %-d %B, %H:%M").to_string();
    let week = live.page("/").await;
    let offered = week.texts("details.agrees .acts button");
    assert!(offered.contains(&"Monday 23 November, 08:30".to_owned()), "{offered:?}");
    live.press(&week, &label, &[]).await;
    let agreed = talks(&live).await.pop().unwrap();
    assert_eq!(agreed.stage, Stage::Agreed);
    assert_eq!(agreed.starts.map(|at| agreed.on.to_datetime(at)), Some(second));
}

/// Row 64: before its day nothing has failed to happen.
#[tokio::test]
async fn what_is_agreed_and_still_ahead_is_moved_or_called_off() {
    let live = Live::with(&TWO).await;
    ask(&live, "Ann Bell").await;
    let week = live.page("/").await;
    let day = [("on", "2026-11-19"), ("at", "08:30")];
    let agreed = live.press(&week, "Put it in the diary", &day).await;
    let acts = agreed.texts(".doing .acts").join(" ");
    assert!(acts.contains("Another day") && acts.contains("Called off"), "{acts}");
    assert!(!acts.contains("It did not") && !acts.contains("It happened"), "{acts}");
    let other = [("on", "2026-11-20"), ("at", "12:00")];
    let moved = live.press(&agreed, "Put it in the diary", &other).await;
    assert!(moved.says(".facts time", "Friday 20 November, 12:00"), "{:?}", moved.texts(".facts"));
    let off = live.press(&moved, "Called off", &[]).await;
    assert!(off.says(".done", "Called off."), "{:?}", off.texts(".done"));
    assert!(!off.says(".facts time", "20 November"));
    assert_eq!(talks(&live).await.pop().unwrap().stage, Stage::Suggested);
    let back = live.press(&off, "Undo", &[]).await;
    assert!(back.says(".facts time", "Friday 20 November, 12:00"));
}

/// Row 62: several promises to one person are kept one by one.
#[tokio::test]
async fn each_of_two_promises_of_a_note_has_its_own_done() {
    let live = Live::with(&[SHEETS[0]]).await;
    let text = "Promised Ruth Mills the price list by Friday. \
                I will send Ruth Mills the lease by Thursday.";
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", text)]).await;
    let page = live.page("/").await;
    let each = page.texts(".task .each li");
    assert_eq!(each.len(), 2, "{each:?}");
    assert!(each.iter().all(|line| line.contains("Done") && line.contains(", by ")), "{each:?}");
    let kept = async || {
        let all = live.store.all(live.ctx.tenant, FactKind::Promise).await.unwrap();
        all.iter().filter(|f| matches!(f, Fact::Promise(p) if p.done_on.is_some())).count()
    };
    let after = live.press(&page, "Done", &[]).await;
    assert_eq!(kept().await, 1);
    assert_eq!(after.texts(".task .each li").len(), 0, "the one that is left is headed by itself");
    assert!(names(&after, "Ruth Mills"), "{:?}", headings(&after));
    live.press(&after, "Done", &[]).await;
    assert_eq!(kept().await, 2);
}

/// Row 55: a conversation of several, as the page enters it.
#[tokio::test]
async fn a_joint_talk_is_outside_the_room_for_each() {
    let people = "name,met_on,met_at\nAnn Bell,2026-06-01,Chamber\nBen Cole,2026-06-01,Chamber\n";
    let seen = "date,group,minutes,talked_to\n2026-07-01,Chamber,90,Ann Bell; Ben Cole\n";
    let live = Live::with(&[("people", people), ("meetings", seen)]).await;
    let ends = async || {
        let (_, review) = live.json(Method::GET, "/api/v1/review", &[], &json!(null)).await;
        review["loose_ends"]["never_outside"].as_array().unwrap().len()
    };
    assert_eq!(ends().await, 2);
    let page = live.page("/people").await;
    live.press(&page, "Save", &[("text", "Coffee with Ann Bell and Ben Cole yesterday, 1 h")])
        .await;
    assert_eq!(ends().await, 0);
    assert_eq!(talks(&live).await[0].people.len(), 2);
}

#[tokio::test]
async fn friday_names_what_is_still_open_and_asks_after_meetings_nobody_noted() {
    let meetings = "date,group\n2026-10-26,Noon Club\n2026-11-02,Noon Club\n2026-11-09,Noon Club\n";
    let live = Live::with(&[SHEETS[0], ("meetings", meetings)]).await;
    let friday = live.page("/friday").await;
    assert!(friday.says("#unnoted ~ .tasks h3", "Noon Club"), "{:?}", friday.texts("main"));
    let open = friday.texts("#open ~ .dots li");
    assert!(open.iter().any(|what| what.contains("Gareth Owen")), "{open:?}");
    let (_, close) = live.json(Method::GET, "/api/v1/friday", &[], &Value::Null).await;
    assert_eq!(close["unnoted"][0]["name"], "Noon Club");
    let there = live.press(&friday, "I was there", &[]).await;
    assert!(there.says("h1", "Noon Club"), "{:?}", there.texts("h1"));
    assert!(!live.page("/friday").await.says("main", "Going by their rhythm"));
}
