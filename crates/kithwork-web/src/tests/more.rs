//! The first hour and everything else: files dropped, clients told, settings kept.

use super::live::{Live, Page};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Business, BusinessSource};

async fn drop_files(live: &Live, files: &[(&str, &[u8])]) -> (StatusCode, Page) {
    let mut body = Vec::new();
    for (name, octets) in files {
        let head = format!(
            "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend([head.as_bytes(), octets, b"\r\n"].concat());
    }
    body.extend(b"--cut--\r\n");
    let kind = [("content-type", "multipart/form-data; boundary=cut")];
    let answer = live.ask(Method::POST, "/import", &kind, Body::from(body)).await;
    (answer.status, Page(scraper::Html::parse_document(&answer.text)))
}

async fn business(live: &Live) -> Vec<Business> {
    let all = live.store.all(live.ctx.tenant, FactKind::Business).await.unwrap();
    let mut all: Vec<Business> = all
        .into_iter()
        .map(|fact| if let Fact::Business(won) = fact { won } else { unreachable!() })
        .collect();
    all.sort_by(|a, b| a.client.cmp(&b.client));
    all
}

#[tokio::test]
async fn files_are_dropped_on_an_empty_book_and_each_is_accounted_for() {
    let live = Live::empty().await;
    let first = live.page("/").await;
    assert!(
        first.says("h1", "Where are your people?") && !first.all("input[type=file]").is_empty()
    );
    let people = b"name,met_on\nPriya Shah,2026-09-01\nTom Ellis,03/04/05\n";
    let junk: &[u8] = &[0, 159, 146, 150, 7];
    let (status, page) = drop_files(&live, &[("people.csv", people), ("junk.bin", junk)]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.says(".people li", "people.csv 1 new"), "{:?}", page.texts(".people li"));
    assert!(page.says(".people li", "Line 3"), "{:?}", page.texts(".people li"));
    assert!(
        page.says(".people li", "junk.bin Nothing of it could be read."),
        "{:?}",
        page.texts(".people li")
    );
    assert!(page.says(".done", "Read in."));
    let seq = live.seq().await;
    let (_, again) = drop_files(&live, &[("people.csv", people)]).await;
    assert!(again.says(".people li", "1 known already"), "{:?}", again.texts(".people li"));
    assert_eq!(live.seq().await, seq, "reading the same file twice changes nothing");
    live.press(&page, "Undo", &[]).await;
    assert!(live.page("/").await.says("h1", "Where are your people?"));
    for body in ["", "--cut--", "nothing"] {
        let kind = [("content-type", "multipart/form-data; boundary=cut")];
        let answer = live.ask(Method::POST, "/import", &kind, Body::from(body)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn the_last_five_clients_are_told_in_one_go_and_their_sources_are_known() {
    let people = ("people", "name,met_on,met_at\nPriya Shah,2026-03-02,Thursday Chapter\n");
    let live = Live::with(&[people]).await;
    let page = live.page("/business").await;
    let told = [
        ("client-0", "Mill Lane Bakery"),
        ("from-0", "priya shah"),
        ("worth-0", "1,200"),
        ("on-0", "2026-10-01"),
        ("client-1", "Oak Tree Dental"),
        ("from-1", "Thursday Chapter"),
        ("client-2", "<b>Third</b>"),
        ("from-2", "Radio"),
        ("kind-2", "channel"),
    ];
    let sent = live.send(&page, "/business", &told).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let won = business(&live).await;
    let kinds: Vec<_> = won.iter().map(|b| b.source_kind).collect();
    assert_eq!(
        kinds,
        [
            Some(BusinessSource::Channel),
            Some(BusinessSource::Referral),
            Some(BusinessSource::Group)
        ]
    );
    assert!(won[1].referrer.is_some() && won[2].room.is_some());
    assert_eq!(won[1].value.map(|value| value.minor), Some(120_000));
    let page = live.page(&sent.to).await;
    assert!(
        page.says(".entries", "Mill Lane Bakery, £1,200, from priya shah"),
        "{:?}",
        page.texts(".entries")
    );
    assert!(page.says(".entries", "<b>Third</b>"));
    live.press(&page, "Undo", &[]).await;
    assert!(business(&live).await.is_empty());
}

/// Rows 5 and 51 in the first hour: clients come before anybody is known.
#[tokio::test]
async fn whoever_passed_clients_on_and_the_group_they_came_from_are_in_the_book() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    let page = live.page("/business").await;
    let told = [
        ("client-0", "Abco"),
        ("from-0", "Rotary"),
        ("client-1", "Bco"),
        ("from-1", "Rotary"),
        ("kind-1", "group"),
        ("client-2", "Cco"),
        ("from-2", "Moira Tennant"),
        ("kind-2", "referral"),
        ("client-3", "Dco"),
        ("from-3", "moira tennant"),
        ("kind-3", "referral"),
    ];
    let passed_on_by_a_group =
        told.map(|(name, value)| (name, if name == "from-3" { "rotary" } else { value }));
    let refused = live.send(&page, "/business", &passed_on_by_a_group).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("is a group") || refused.text.contains("Is a group"));
    let sent = live.send(&page, "/business", &told).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let won = business(&live).await;
    assert!(won[0].room.is_some() && won[0].room == won[1].room, "{won:#?}");
    assert!(won[2].referrer.is_some() && won[2].referrer == won[3].referrer, "{won:#?}");
    assert!(live.page("/people").await.says("main", "Moira Tennant"));
    assert!(live.page("/groups").await.says("main", "Rotary"));
    let page = live.page(&sent.to).await;
    live.press(&page, "Undo", &[]).await;
    assert!(!live.page("/people").await.says("main", "Moira Tennant"));
}

#[tokio::test]
async fn a_wrong_sum_comes_back_beside_its_row_with_all_that_was_typed() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    let page = live.page("/business").await;
    let typed =
        [("client-0", "Mill"), ("client-3", "Oak"), ("worth-3", "a lot"), ("from-0", "Radio")];
    let answer = live.send(&page, "/business", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = Page(scraper::Html::parse_document(&answer.text));
    assert_eq!(again.texts("#p-business-worth-3"), ["Is no amount such as 1200"]);
    assert_eq!(again.all("#from-0")[0].value().attr("value"), Some("Radio"));
    assert!(business(&live).await.is_empty());
    let nameless = live.send(&page, "/business", &[("client-0", "Mill"), ("worth-1", "300")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.text.contains("Name the client") && business(&live).await.is_empty());
    let empty = live.send(&page, "/business", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn settings_are_kept_said_beside_the_field_and_taken_back() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    let page = live.page("/settings").await;
    let wrong = live
        .send(
            &page,
            "/settings",
            &[
                ("hours_per_week", "many"),
                ("lock_hours", "-5"),
                ("monthly_need", "zz"),
                ("names", "Jo Marsh"),
            ],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = Page(scraper::Html::parse_document(&wrong.text));
    assert_eq!(again.texts("#p-hours_per_week"), ["Is no whole number such as 4"]);
    assert_eq!(again.texts("#p-lock_hours"), ["Is no whole number such as 4"]);
    assert_eq!(again.texts("#p-monthly_need"), ["Is no amount such as 62.50"]);
    assert_eq!(again.texts("#f-names"), ["Jo Marsh"]);
    let kept = live
        .send(
            &again,
            "/settings",
            &[
                ("hours_per_week", "5"),
                ("lock_hours", ""),
                ("monthly_need", "£3,000"),
                ("currency", "GBP"),
                ("hourly_rate", "62.50"),
            ],
        )
        .await;
    let page = live.page(&kept.to).await;
    assert!(page.says(".done", "Saved."));
    assert_eq!(page.all("#f-hourly_rate")[0].value().attr("value"), Some("62.50"));
    let back = live.press(&page, "Undo", &[]).await;
    assert_eq!(back.all("#f-hourly_rate")[0].value().attr("value"), Some(""));
}

#[tokio::test]
async fn settings_that_are_emptied_are_forgotten_and_those_left_out_stay() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    let told = [
        ("targets", "makers\nbakers"),
        ("monthly_need", "3000"),
        ("hours_per_week", "5"),
        ("currency", "GBP"),
        ("names", "Jo Marsh"),
    ];
    let kept = live.send(&live.page("/settings").await, "/settings", &told).await;
    let page = live.page(&kept.to).await;
    let emptied = [("targets", ""), ("monthly_need", ""), ("hours_per_week", "")];
    let kept = live.send(&page, "/settings", &emptied).await;
    let page = live.page(&kept.to).await;
    assert!(page.says(".done", "Saved."), "{}", kept.to);
    assert_eq!(page.texts("#f-targets"), [""]);
    for id in ["#f-monthly_need", "#f-hours_per_week"] {
        assert_eq!(page.all(id)[0].value().attr("value"), Some(""), "{id}");
    }
    assert_eq!(page.texts("#f-names"), ["Jo Marsh"]);
    let sent = serde_json::json!({ "names": [], "currency": null });
    let (status, settings) = live.json(Method::PATCH, "/api/v1/settings", &[], &sent).await;
    assert_eq!(status, StatusCode::OK, "{settings}");
    assert_eq!(
        (settings["names"].clone(), settings["currency"].is_null()),
        (serde_json::json!([]), true)
    );
}

#[tokio::test]
async fn a_device_keeps_one_page_without_people_and_all_it_is_made_of() {
    let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
    let worker = live.get("/sw.js").await;
    assert_eq!(worker.status, StatusCode::OK);
    let list = worker.text.lines().next().unwrap();
    let list = list.trim_start_matches("const FILES = ").trim_end_matches(';');
    let files: Vec<String> = serde_json::from_str(list).unwrap();
    for file in &files {
        assert_eq!(live.get(file).await.status, StatusCode::OK, "{file}");
    }
    let offline = live.page("/offline").await;
    assert!(!offline.all("form.sheet textarea").is_empty() && !offline.says("body", "Priya"));
    for part in offline.all("link[rel=stylesheet], script[src]") {
        let part = part.value();
        let address = part.attr("href").or_else(|| part.attr("src")).unwrap();
        assert!(files.iter().any(|file| file == address), "{address} is not kept");
    }
}

#[test]
fn our_own_script_stays_readable_and_small() {
    let script = concat!(include_str!("../../assets/app.js"), include_str!("../../assets/sw.js"));
    assert!(script.len() <= 30 * 1024, "{} bytes", script.len());
}

/// No rule is the right one: what everybody had a part in is said as a range over six of them.
#[tokio::test]
async fn business_says_whom_it_came_through_whichever_way_one_counts() {
    let live = Live::with(&[
        ("people", "name,met_on,met_at\nGareth Owen,2026-03-02,Chamber Lunch\n"),
        (
            "business",
            "client,value,currency,won_on,source_kind,source\n\
             Hill Farm,3000,GBP,2026-10-01,referral,Gareth Owen\n",
        ),
    ])
    .await;
    let page = live.page("/business").await;
    let told = page.texts("section[aria-labelledby=part-in] summary");
    assert!(told.iter().any(|line| line.contains("Gareth Owen: £0–3k")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("Chamber Lunch: £0–3k")), "{told:?}");
    // Where it began and who passed it on last stand side by side, with the even share.
    let row = |name: &str| {
        let rows = page.texts("section[aria-labelledby=part-in] tbody tr");
        rows.into_iter().find(|row| row.starts_with(name)).unwrap_or_default()
    };
    assert_eq!(row("Chamber Lunch"), "Chamber Lunch£3,000£0£1,500");
    assert_eq!(row("Gareth Owen"), "Gareth Owen£0£3,000£1,500");
}

#[tokio::test]
async fn a_name_that_another_level_has_or_that_is_too_long_is_answered_beside_its_field() {
    let live = Live::empty().await;
    let page = live.page("/levels").await;
    for (name, says) in [("Champion", "Is another level’s already"), (&*"long ".repeat(60), "Is")]
    {
        let wrong = live.send(&page, "/levels/1", &[("name", name)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        let again = Page(scraper::Html::parse_document(&wrong.text));
        let problem = again.texts("#p-levels-1-name").join(" ").replace('\'', "’");
        assert!(problem.contains(says), "{problem:?}");
    }
}
