//! A group's page: what became of the people met there, stay or leave, its meetings, what one thinks of
//! it; and the same for programs.

use super::live::Live;
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
    assert!(page.says(".hint", "too lately for one step or more"), "{:?}", page.texts(".hint"));
    assert!(page.says("main", "45 of 45 talks were with new faces"));
    let stay = page.texts(".known div");
    assert!(
        stay.iter().any(|line| line.starts_with("The next half-year takes 26 meetings, 52 hours")),
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
    assert!(first(live.page("/groups?matters=ethos").await).starts_with("Kind Table"));
    assert!(first(live.page("/groups?matters=fit").await).starts_with("Right Table"));
}
