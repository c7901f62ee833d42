//! A group's page: what became of the people met there, stay or leave, its meetings, what one thinks of
//! it; and the same for programs.

use super::live::{Live, Page};
use super::schema::holds;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

const GROUPS: (&str, &str) = (
    "groups",
    "name,kind,cadence,meeting_minutes,travel_minutes,annual_fee,fee_per_meeting,currency,joined_on,absences_allowed,absence_window_days\n\
     Thursday Table,breakfast,weekly,90,30,600,10,GBP,2025-01-09,3,90\n",
);

/// Thursdays from January to November with a guest each; those of the first half are followed up.
async fn live() -> Live {
    let live = Live::empty().await;
    let (mut people, mut meetings, mut talks) = (
        vec!["name,met_on,met_at".to_owned()],
        vec!["date,group,minutes,talked_to".to_owned()],
        vec!["date,kind,people,minutes".to_owned()],
    );
    let mut day = jiff::civil::date(2026, 1, 8);
    for n in 0..45 {
        let letters = char::from(b'A' + n % 26).to_string().repeat(2 + usize::from(n / 26));
        let name = format!("Guest {letters}ley");
        people.push(format!("{name},{day},Thursday Table"));
        meetings.push(format!("{day},Thursday Table,90,{name}"));
        if n < 22 {
            let later = day.saturating_add(jiff::ToSpan::days(3));
            talks.push(format!("{later},one_to_one,{name},60"));
            talks.push(format!("{later},email,{name},5"));
        }
        day = day.saturating_add(jiff::ToSpan::days(7));
    }
    let [people, meetings, talks] = [people, meetings, talks].map(|rows| rows.join("\n"));
    live.read(&[("people", &people), GROUPS, ("meetings", &meetings), ("interactions", &talks)])
        .await;
    live
}

async fn path(live: &Live) -> String {
    let (_, groups) = live.json(Method::GET, "/api/v1/groups", &[], &Value::Null).await;
    format!("/groups/{}", groups["groups"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn its_page_leads_from_the_list_and_says_what_became_of_whom_and_what_staying_takes() {
    let live = live().await;
    let path = path(&live).await;
    let list = live.page("/groups").await;
    assert_eq!(list.all(&format!("th a[href='{path}']")).len(), 2, "in both tables");
    assert!(list.says("td", "22 of 44") && list.says("td", "too early to tell"));
    assert!(list.says("td", "not noted"), "nobody was ever asked what they know");
    let page = live.page(&path).await;
    assert!(
        page.says("h1", "Thursday Table") && page.says(".lede", "Breakfast, weekly, 45 meetings")
    );
    // 22 of 44 who were met at least a week ago; the guest of the twelfth of November is too young.
    assert!(
        page.says("td, th", "Heard from you within 7 days: 22 of 44"),
        "{:?}",
        page.texts("th")
    );
    assert!(
        page.says(".hint", "met less than 45 days ago and aren’t counted yet for the one-to-one."),
        "{:?}",
        page.texts(".hint")
    );
    assert!(page.says("main", "45 of 45 talks were with new faces"));
    let stay = page.texts(".known div");
    assert!(
        stay.iter().any(|line| line.starts_with(
            "The next half-year takes 26 meetings, 52 h, if you go as often as lately"
        )),
        "{stay:?}"
    );
    assert!(page.says(".hint", "What was spent before does not count."));
    assert!(page.says("aside", "Three absences in 90 days."), "{:?}", page.texts("aside"));
    assert!(page.says(".slots li", "One talk"));
}

#[tokio::test]
async fn what_one_thinks_of_it_is_kept_and_nothing_said_is_refused_beside_the_form() {
    let live = live().await;
    let path = path(&live).await;
    let page = live.page(&path).await;
    assert!(page.says("aside", "Not rated yet."));
    let empty = live.send(&page, &format!("{path}/rating"), &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.text);
    let said = [("ethos", "4"), ("fit", "3"), ("notes", "They listen.")];
    let page = live.press(&page, "Save your opinion", &said).await;
    assert!(page.says("aside", "One to keep, by your own opinion."));
    assert!(live.page("/groups").await.says(".links li", "Thursday Table: one to keep"));
    live.press(&page, "Undo", &[]).await;
    assert!(live.page(&path).await.says("aside", "Not rated yet."));
}

#[tokio::test]
async fn it_is_put_right_by_what_was_changed_alone_and_a_later_import_does_not_unsay_it() {
    let live = live().await;
    let path = path(&live).await;
    let form = live.page(&format!("{path}/edit")).await;
    let wrong = live.send(&form, &format!("{path}/edit"), &[("fee_per_meeting", "a lot")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Is no amount such as 120"), "{}", wrong.text);
    let before = live.send(&form, &format!("{path}/edit"), &[("left_on", "2024-01-01")]).await;
    assert!(before.text.contains("Is before you joined"));
    let said = [("fee_per_meeting", "12.50"), ("cadence", "fortnightly")];
    let kept = live.send(&form, &format!("{path}/edit"), &said).await;
    let page = live.page(&kept.to).await;
    assert!(
        page.says(".known", "Paid at each meeting £12.50") && page.says(".lede", "fortnightly")
    );
    live.read(&[GROUPS]).await;
    assert!(live.page(&path).await.says(".lede", "fortnightly"));
    let seq = live.seq().await;
    let form = live.page(&format!("{path}/edit")).await;
    let again = live.send(&form, &format!("{path}/edit"), &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(live.seq().await, seq, "nothing changed, nothing is written");
}

/// The value of a field.
fn held(page: &Page, id: &str) -> String {
    page.all(id)[0].value().attr("value").unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_is_emptied_is_forgotten_and_no_later_import_brings_it_back() {
    let live = live().await;
    let path = path(&live).await;
    let to = format!("{path}/edit");
    let left = live.send(&live.page(&to).await, &to, &[("left_on", "2026-12-01")]).await;
    assert!(live.page(&left.to).await.says("#stay ~ p", "You leave it on"), "{}", left.text);
    let form = live.page(&to).await;
    assert_eq!(held(&form, "#f-left_on"), "2026-12-01");
    let emptied = [("left_on", ""), ("annual_fee", ""), ("travel_minutes", ""), ("kind", "")];
    let kept = live.send(&form, &to, &emptied).await;
    assert!(live.page(&kept.to).await.says(".done", "Saved."), "{}", kept.to);
    for read_again in [false, true] {
        if read_again {
            live.read(&[GROUPS]).await;
        }
        let form = live.page(&to).await;
        for id in ["#f-left_on", "#f-annual_fee", "#f-travel_minutes"] {
            assert_eq!(held(&form, id), "", "{id}, read again: {read_again}");
        }
        assert!(form.all("#f-kind option[selected]").is_empty(), "{read_again}");
        assert_eq!(held(&form, "#f-fee_per_meeting"), "10", "the rest stays as it was");
    }
    // Said again, it is known again.
    live.send(&live.page(&to).await, &to, &[("annual_fee", "700")]).await;
    live.read(&[GROUPS]).await;
    assert_eq!(held(&live.page(&to).await, "#f-annual_fee"), "700");
    // For programs a field left out stays, and null forgets it.
    let api = format!("/api/v1{path}");
    let by = json!({ "annual_fee": null });
    let (status, group) = live.json(Method::PATCH, &api, &[], &by).await;
    assert_eq!((status, &group["group"]["annual_fee"]), (StatusCode::OK, &Value::Null), "{group}");
    assert_eq!(group["group"]["fee_per_meeting"]["minor"], 1000);
}

const SERIES: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:thursday@x.example\r\n\
    SUMMARY:Thursday Table\r\nDTSTART:20260108T073000\r\nDTEND:20260108T090000\r\n\
    RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[tokio::test]
async fn whoever_leaves_says_so_there_and_meets_its_later_meetings_nowhere() {
    let live = live().await;
    live.read_as("mine.ics", SERIES).await;
    live.read(&[("meetings", "date,group,minutes\n2026-11-26,Thursday Table,90\n")]).await;
    live.send(&live.page("/settings").await, "/settings", &[("hours_per_week", "20")]).await;
    let path = path(&live).await;
    let page = live.page(&path).await;
    assert!(page.all("#calendar ~ .slots").len() == 2 && page.says("h3", "To come"));
    assert!(page.says("#stay ~ p", "You have not decided yet."), "{:?}", page.texts("#stay ~ p"));
    assert!(live.page("/meetings").await.says("main", "Thursday Table"));
    assert!(live.page("/").await.says(".diary", "Thursday Table"));
    let after = live.press(&page, "I leave it", &[]).await;
    assert!(after.says("#stay ~ p", "You left it on"), "{:?}", after.texts("#stay ~ p"));
    assert!(!after.says("h3", "To come") && !after.says("button", "I leave it"));
    let to_come = |page: &Page| page.texts("#coming ~ ul li, .diary");
    for address in ["/meetings", "/"] {
        let page = live.page(address).await;
        assert!(
            to_come(&page).iter().all(|line| !line.contains("Thursday Table")),
            "{address}: {:?}",
            to_come(&page)
        );
    }
    let (_, agenda) = live.json(Method::GET, "/api/v1/meetings", &[], &Value::Null).await;
    assert_eq!(agenda["coming"], json!([]), "{agenda}");
    let (_, plan) = live.json(Method::GET, "/api/v1/plan", &[], &Value::Null).await;
    let meets = |item: &Value| item["kind"] == "meeting";
    assert!(!plan["items"].as_array().unwrap().iter().any(meets), "{plan}");
    let back = live.press(&after, "Undo", &[]).await;
    assert!(back.says("button", "I leave it") && back.says("h3", "To come"));
}

/// Row 49: what is paid next and when, or the way to where that is entered.
#[tokio::test]
async fn the_next_fee_stands_with_its_day_and_what_is_not_known_of_it_is_asked_for() {
    let live = live().await;
    let path = path(&live).await;
    let page = live.page(&path).await;
    assert!(
        page.says("#stay ~ .known", "The next fee £600 on Sat 9 Jan 2027"),
        "{:?}",
        page.texts(".known")
    );
    let bare = Live::with(&[
        ("groups", "name,annual_fee,currency\nCorner Lunch,600,GBP\n"),
        (
            "meetings",
            "date,group,minutes\n2026-11-12,Corner Lunch,60\n2026-11-05,Corner Lunch,60\n",
        ),
    ])
    .await;
    let page = bare.page(&self::path(&bare).await).await;
    assert!(
        page.says("#stay ~ .known", "when it is due is not known"),
        "{:?}",
        page.texts(".known")
    );
    assert!(page.says("#stay ~ p a[href$='/edit']", "Say since when you are a member"));
}

#[tokio::test]
async fn one_meeting_of_no_known_length_is_neither_a_habit_nor_nothing() {
    let live = Live::with(&[("meetings", "date,group\n2026-11-12,Corner Lunch\n")]).await;
    let page = live.page(&path(&live).await).await;
    assert!(page.says(".lede", "how long they took is not known"), "{:?}", page.texts(".lede"));
    assert!(page.says(".known", "The next half-year takes can’t be told yet"));
    assert!(page.says("#stay ~ .hint", "One meeting in 13 weeks is no habit yet"));
    assert!(!page.says("main", "0 min") && !page.says("main", "0 hours"));
}

#[tokio::test]
async fn programs_see_and_do_the_same() {
    let live = live().await;
    let path = format!("/api/v1{}", path(&live).await);
    let (status, groups) = live.json(Method::GET, "/api/v1/groups", &[], &Value::Null).await;
    assert_eq!(status, StatusCode::OK);
    holds("Groups", &groups);
    let key = [("idempotency-key", "rate-1")];
    let opinion = json!({ "ethos": 4, "notes": "Kind." });
    for _ in 0..2 {
        let rating = format!("{path}/rating");
        let (status, group) = live.json(Method::POST, &rating, &key, &opinion).await;
        assert_eq!((status, &group["rating"]["ethos"]), (StatusCode::OK, &json!(4)));
        holds("Group", &group);
    }
    let by = json!({ "kind": "lunch", "annual_fee": { "currency": "GBP", "minor": 70_000 } });
    let (status, group) = live.json(Method::PATCH, &path, &[], &by).await;
    assert_eq!((status, &group["group"]["kind"]), (StatusCode::OK, &json!("lunch")), "{group}");
    assert_eq!(group["attendance"]["missed"], 0);
    let wrong = json!({ "meeting_minutes": 9999 });
    let (status, problem) = live.json(Method::PATCH, &path, &[], &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/meeting_minutes");
    let nowhere = "/api/v1/groups/0193e2a0-1111-7222-8333-444455556666";
    let (status, _) = live.json(Method::GET, nowhere, &[], &Value::Null).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_matters_most_to_the_owner_changes_the_order() {
    let met =
        "date,group,minutes,talked_to\n2026-11-05,Kind Table,90,\n2026-11-06,Right Table,90,\n";
    let live = Live::with(&[("meetings", met)]).await;
    let (_, groups) = live.json(Method::GET, "/api/v1/groups", &[], &Value::Null).await;
    for (name, [ethos, fit]) in [("Kind Table", ["4", "2"]), ("Right Table", ["1", "4"])] {
        let all = groups["groups"].as_array().unwrap();
        let group = all.iter().find(|group| group.to_string().contains(name)).unwrap();
        let path = format!("/groups/{}", group["id"].as_str().unwrap());
        let page = live.page(&path).await;
        let said = [("ethos", ethos), ("fit", fit), ("cost", "2")];
        live.press(&page, "Save your opinion", &said).await;
    }
    let first = |page: super::live::Page| {
        let all = page.texts("[aria-labelledby=rated] li");
        all.first().cloned().unwrap_or_else(|| panic!("{:?}", page.texts("main")))
    };
    let page = live.page("/groups").await;
    let page = live.press(&page, "Put in that order", &[("matters_most", "ethos")]).await;
    assert!(first(page).starts_with("Kind Table"));
    let page = live.page("/groups").await;
    assert_eq!(page.texts("#matters option[selected]"), ["That people help each other"]);
    let page = live.press(&page, "Put in that order", &[("matters_most", "fit")]).await;
    assert!(first(live.page("/groups").await).starts_with("Right Table"), "it is kept");
    live.press(&page, "Undo", &[]).await;
    assert!(first(live.page("/groups").await).starts_with("Kind Table"), "and taken back");
    let (_, told) = live.json(Method::GET, "/api/v1/settings", &[], &Value::Null).await;
    assert_eq!(told["matters_most"], "ethos");
    let alike = json!({ "matters_most": null });
    let (status, told) = live.json(Method::PATCH, "/api/v1/settings", &[], &alike).await;
    assert!(status.is_success() && told["matters_most"].is_null(), "{told}");
}

#[tokio::test]
async fn every_meeting_it_ever_had_and_the_reason_of_an_opinion_stand_on_its_page() {
    let first = jiff::civil::date(2025, 7, 3);
    let held = |n| first.saturating_add(jiff::ToSpan::days(7 * n));
    let rows = (0..70).map(|n| format!("{},Thursday Table,90", held(n)));
    let rows: Vec<_> = std::iter::once("date,group,minutes".to_owned()).chain(rows).collect();
    let live = Live::with(&[("meetings", &rows.join("\n"))]).await;
    let path = path(&live).await;
    let page = live.page(&path).await;
    assert_eq!(page.all("section[aria-labelledby=calendar] .slots li").len(), 70);
    assert!(page.says("#calendar ~ details summary", "58 earlier"), "{:?}", page.texts("summary"));
    let said = [("ethos", "0"), ("notes", "All selling")];
    let page = live.press(&page, "Save your opinion", &said).await;
    assert!(page.says("aside section > p", "“All selling”"), "{:?}", page.texts("aside p"));
}

/// Row 49: staying is a decision too, with its day, and takes no opinion's place.
#[tokio::test]
async fn whoever_stays_says_so_there_and_the_page_says_when() {
    let live = live().await;
    let path = path(&live).await;
    let page = live.page(&path).await;
    let said = [("ethos", "4"), ("fit", "3")];
    let page = live.press(&page, "Save your opinion", &said).await;
    for _ in 0..2 {
        let stays = live.press(&page, "I stay", &[]).await;
        assert!(stays.says("#stay ~ p", "You last decided to stay on Mon 16 Nov."));
        assert!(stays.says("aside", "One to keep, by your own opinion."), "it says nothing new");
    }
    let after = live.press(&live.page(&path).await, "I stay", &[]).await;
    assert!(!after.says("#stay ~ p", "You have not decided yet."));
    let (status, group) =
        live.json(Method::POST, &format!("/api/v1{path}/stay"), &[], &json!({})).await;
    assert_eq!(status, StatusCode::OK, "{group}");
    let (_, group) = live.json(Method::GET, &format!("/api/v1{path}"), &[], &Value::Null).await;
    assert_eq!(group["rating"]["stayed_on"], "2026-11-16", "{group}");
    holds("Group", &group);
}

/// Row 40: the figure of the review, on the page of the group it is about.
#[tokio::test]
async fn a_group_says_how_many_of_its_people_are_those_one_wants_to_meet() {
    let person = |n: u8| {
        format!("Guest {}", char::from(b'A' + n % 26).to_string().repeat(2 + usize::from(n / 26)))
    };
    let met = |n, group| format!("{},2026-09-10,{group},yoga\n", person(n));
    let people: String = (0..40).map(|n| met(n, "Friday Mixer")).collect();
    let few: String = (40..43).map(|n| met(n, "Small Table")).collect();
    let people = format!("name,met_on,met_at,sector\n{people}{few}");
    let live = Live::with(&[("people", &people)]).await;
    let page = live.page("/groups").await;
    let to = |name: &str| {
        let links = page.all("main a");
        let link = links.iter().find(|a| a.text().collect::<String>().trim() == name).unwrap();
        link.value().attr("href").unwrap().to_owned()
    };
    let (mixer, table) = (to("Friday Mixer"), to("Small Table"));
    assert!(
        live.page(&mixer).await.all("#wanted").is_empty(),
        "nobody said whom they want to meet"
    );
    let targets = json!({ "targets": ["logistics"] });
    let (status, _) = live.json(Method::PATCH, "/api/v1/settings", &[], &targets).await;
    assert_eq!(status, StatusCode::OK);
    let page = live.page(&mixer).await;
    let says = "0 of 40 people met there are those you want to meet, or serve them";
    assert!(page.says("#wanted ~ p", says), "{:?}", page.texts("#wanted ~ p"));
    assert!(page.says("#wanted ~ p b", "Too few of them come here."));
    assert!(page.says("#wanted ~ .hint", "likely 0% to 4%"), "{:?}", page.texts("#wanted ~ .hint"));
    let page = live.page(&table).await;
    assert!(
        page.says("#wanted ~ p", "0 of 3") && page.says("#wanted ~ p b", "Too few people to say.")
    );
    let id = mixer.trim_start_matches("/groups/");
    let (_, group) =
        live.json(Method::GET, &format!("/api/v1/groups/{id}"), &[], &json!(null)).await;
    let fit = &group["figures"]["fit"];
    assert_eq!(
        (&fit["fitting"], &fit["of"], &fit["state"]),
        (&json!(0), &json!(40), &json!("seen"))
    );
}
