//! Work passed on, from offered to won, a tap at a time; where business came from and what lies ahead.

use super::live::Live;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Referral, ReferralStatus};
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,met_on,met_at\nPriya Shah,2026-03-02,Thursday Chapter\nTom Ellis,2026-03-02,Chamber Lunch\n",
);
const HEAD: &str = "date,direction,from,to,prospect,status,value,currency,closed_on\n";
const REFERRALS: (&str, &str) = (
    "referrals",
    "date,direction,from,to,prospect,status,value,currency,closed_on\n\
     2026-10-01,received,Priya Shah,me,Bell & Co,open,2400,GBP,\n\
     2026-09-01,received,Tom Ellis,me,Mills Ltd,won,900,GBP,2026-10-05\n\
     2026-09-02,given,me,Tom Ellis,Somebody,open,,,\n",
);
const BUSINESS: (&str, &str) = (
    "business",
    "won_on,client,source_kind,source,value,currency\n\
     2026-10-05,Mills Ltd,referral,Tom Ellis,900,GBP\n\
     2026-08-05,Ruth Bell,referral,Priya Shah,3000,GBP\n\
     2026-07-05,Walk-in,direct,,500,GBP\n\
     2026-07-06,Abroad,direct,,700,EUR\n",
);

async fn referral(live: &Live, prospect: &str) -> Referral {
    let all = live.store.all(live.ctx.tenant, FactKind::Referral).await.unwrap();
    let found = all.into_iter().find_map(|fact| match fact {
        Fact::Referral(one) if one.prospect.as_deref() == Some(prospect) => Some(one),
        _ => None,
    });
    found.unwrap()
}

/// Rows 58 and 69: work passed on, told on somebody's page, is on the board; once won its worth is asked
/// for with what is known filled in.
#[tokio::test]
async fn work_told_on_a_person_s_page_goes_its_way_to_what_it_was_worth() {
    let live = Live::with(&[PEOPLE]).await;
    let names = live.store.names(live.ctx.tenant).await.unwrap();
    let (tom, _) = names.into_iter().find(|(_, name)| name == "Tom Ellis").unwrap();
    let page = live.page(&format!("/people/{tom}")).await;
    let told = [("direction", "received"), ("kind", "referral"), ("about", "Kendal Bikes")];
    let answer = live.send(&page, "/help", &told).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert!(live.page(&answer.to).await.says(".done", "Written down."), "it is new, not moved on");
    let board = live.page("/business").await;
    assert!(board.says(".board .piece", "Kendal Bikes, from Tom Ellis"));
    assert!(!board.says(".board .piece", "Say what it was worth"));
    let to = format!("/referrals/{}", referral(&live, "Kendal Bikes").await.id);
    live.send(&board, &to, &[("status", "won")]).await;
    let won = live.page("/business").await;
    assert!(won.says(".board .piece", "Say what it was worth"), "{:?}", won.texts(".piece"));
    let id = referral(&live, "Kendal Bikes").await.id;
    let asks = live.page(&format!("/business?won={id}")).await;
    let value = |field: &str| asks.all(field)[0].value().attr("value").map(str::to_owned);
    assert_eq!(value("#client-0").as_deref(), Some("Kendal Bikes"));
    assert_eq!(value("#from-0").as_deref(), Some("Tom Ellis"));
    let told = live.send(&asks, "/business", &[("worth-0", "£2,000")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let after = live.page("/business").await;
    assert!(!after.says(".board .piece", "Say what it was worth"));
    assert!(after.says(".entries", "Kendal Bikes, £2,000, from Tom Ellis"));
    let lost = live.get("/business?won=00000000-0000-7000-8000-000000000001").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
}

/// A referral that names nobody, won, beside a client noted through the same person: the page offers that one,
/// and so does the programs' interface; it counts once.
#[tokio::test]
async fn what_a_referral_led_to_is_the_business_noted_already() {
    const WON: (&str, &str) = (
        "referrals",
        "date,direction,from,to,prospect,status,value,currency,closed_on\n\
         2026-09-01,received,Tom Ellis,me,,won,,GBP,2026-10-05\n\
         2026-09-08,received,Priya Shah,me,Ruth Bell,won,,GBP,2026-08-05\n",
    );
    const NOTED: (&str, &str) = (
        "business",
        "won_on,client,source_kind,source,value,currency\n\
         2026-10-09,Mills Ltd,referral,Tom Ellis,900,GBP\n\
         2026-08-09,Ruth Bell,referral,Priya Shah,,GBP\n",
    );
    let live = Live::with(&[PEOPLE, WON, NOTED]).await;
    let all = live.store.all(live.ctx.tenant, FactKind::Referral).await.unwrap();
    let of = |named: bool| {
        all.iter().find_map(|fact| match fact {
            Fact::Referral(one) if one.prospect.is_some() == named => Some(one.id),
            _ => None,
        })
    };
    let page = live.page(&format!("/business?won={}", of(false).unwrap())).await;
    let page = live.press(&page, "It is Mills Ltd, £900", &[]).await;
    assert!(page.says(".board .piece", "Mills Ltd, from Tom Ellis"), "{:?}", page.texts(".piece"));
    let page = live.page(&format!("/business?won={}", of(true).unwrap())).await;
    let told = live.send(&page, "/business", &[("worth-0", "£3,000")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    let other = json!({"clients": [{"client": "ruth bell", "referral": of(true), "worth": {"currency": "GBP", "minor": 1}}]});
    let (status, fault) = live.json(Method::POST, "/api/v1/business", &[], &other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}");
    let same = json!({"clients": [{"client": "Ruth Bell", "from": "Priya Shah", "worth": {"currency": "GBP", "minor": 300_000}}]});
    let (status, done) = live.json(Method::POST, "/api/v1/business", &[], &same).await;
    assert_eq!((status, &done["change"]), (StatusCode::OK, &Value::Null), "{done}");
    let after = live.page("/business").await;
    assert!(!after.says(".board .piece", "Say what it was worth"), "{:?}", after.texts(".piece"));
    let won = live.store.all(live.ctx.tenant, FactKind::Business).await.unwrap();
    assert_eq!(won.len(), 2, "{won:?}");
    live.read(&[WON, NOTED]).await;
    let again = live.page("/business").await;
    assert!(
        again.says(".entries", "Ruth Bell, £3,000, from Priya Shah"),
        "{:?}",
        again.texts(".entries")
    );
    assert!(!again.says(".board .piece", "Say what it was worth"), "{:?}", again.texts(".piece"));
}

#[tokio::test]
async fn a_piece_of_work_is_moved_on_by_one_tap_with_its_day_and_back_by_undo() {
    let live = Live::with(&[PEOPLE, REFERRALS]).await;
    let page = live.page("/business").await;
    assert_eq!(page.texts(".board h3"), ["Offered 1", "Won 1"], "what was given away is not ours");
    assert!(
        page.says(".board .piece", "Bell & Co, from Priya Shah, met at Thursday Chapter £2,400")
    );
    let page = live.press(&page, "I got in touch", &[]).await;
    assert!(page.says(".done", "Moved on."));
    assert_eq!(page.texts(".board h3"), ["Contacted 1", "Won 1"]);
    assert!(
        page.says(".piece .hint", "Here since Mon 16 Nov, offered Thu 1 Oct"),
        "{:?}",
        page.texts(".piece .hint")
    );
    let page = live.press(&page, "We met", &[]).await;
    let back = live.press(&page, "Undo", &[]).await;
    assert_eq!(back.texts(".board h3"), ["Contacted 1", "Won 1"]);
    let id = referral(&live, "Bell & Co").await.id;
    let to = format!("/referrals/{id}");
    let won = [("status", "won"), ("on", "2026-11-10")];
    let answer = live.send(&back, &to, &won).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let won = referral(&live, "Bell & Co").await;
    assert_eq!(won.status, Some(ReferralStatus::Won));
    assert_eq!(won.closed_on.unwrap().to_string(), "2026-11-10");
    for (on, status) in [("2027-01-01", "lost"), ("2026-09-30", "lost"), ("2026-11-11", "gone")] {
        let wrong = live.post(&to, &[("status", status), ("on", on)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{on} {status}");
    }
    // Read again, the file does not take the owner's word back.
    live.read(&[REFERRALS]).await;
    assert_eq!(referral(&live, "Bell & Co").await.status, Some(ReferralStatus::Won));
}

#[tokio::test]
async fn whoever_passed_it_on_is_thanked_by_one_tap_won_or_lost() {
    let live = Live::with(&[PEOPLE, REFERRALS]).await;
    let page = live.page("/business").await;
    let thanked = live.press(&page, "Thank Tom Ellis", &[]).await;
    assert!(thanked.says(".done", "Thanked."));
    assert_eq!(thanked.texts(".board h3"), ["Offered 1", "Thanked 1"]);
    let days = "Thanked Mon 16 Nov, won Mon 5 Oct, offered Tue 1 Sep";
    assert!(thanked.says(".piece .hint", days), "{:?}", thanked.texts(".piece .hint"));
    let back = live.press(&thanked, "Undo", &[]).await;
    assert_eq!(back.texts(".board h3"), ["Offered 1", "Won 1"]);
    let id = referral(&live, "Bell & Co").await.id;
    let early = live.post(&format!("/referrals/{id}/thank"), &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "it is still under way");
    live.send(&back, &format!("/referrals/{id}"), &[("status", "lost")]).await;
    let friday = live.page("/friday").await;
    assert!(
        friday.says(
            "section[aria-labelledby=thanks] h3",
            "Priya Shah passed on work that came to nothing"
        ),
        "{:?}",
        friday.texts("section[aria-labelledby=thanks] h3")
    );
    live.press(&friday, "I have thanked them", &[]).await;
    let lost = referral(&live, "Bell & Co").await;
    assert_eq!(lost.thanked_on.unwrap().to_string(), "2026-11-16");
    let talks = live.store.all(live.ctx.tenant, FactKind::Conversation).await.unwrap();
    assert_eq!(talks.len(), 1, "the message is time with them too");
    assert_eq!(live.page("/business").await.texts(".board h3"), ["Won 1", "Thanked 1"]);
}

/// The file says won on 5 October; the owner takes it up again, and the same file does not close it.
#[tokio::test]
async fn taken_up_again_it_is_closed_by_a_file_only_where_that_tells_of_a_later_day() {
    let live = Live::with(&[PEOPLE, REFERRALS]).await;
    let id = referral(&live, "Mills Ltd").await.id;
    let (step, thank) = (format!("/referrals/{id}"), format!("/referrals/{id}/thank"));
    live.post(&thank, &[]).await;
    live.post(&step, &[("status", "proposed")]).await;
    let open = (Some(ReferralStatus::Proposed), None, None);
    let now = async || {
        let row = referral(&live, "Mills Ltd").await;
        (row.status, row.closed_on.map(|on| on.to_string()), row.thanked_on)
    };
    assert_eq!(now().await, open);
    let lost = "2026-09-01,received,Tom Ellis,me,Mills Ltd,lost,900,GBP,";
    for (name, row) in [
        ("the same file", REFERRALS.1.to_owned()),
        ("an older day", format!("{HEAD}{lost}2026-11-02\n")),
    ] {
        live.read(&[("referrals", row.as_str())]).await;
        assert_eq!(now().await, open, "{name}");
    }
    live.read(&[("referrals", format!("{HEAD}{lost}2026-11-20\n").as_str())]).await;
    let closed = (Some(ReferralStatus::Lost), Some("2026-11-20".to_owned()), None);
    assert_eq!(now().await, closed, "a later day is news");
}

#[tokio::test]
async fn programs_move_it_on_too_and_every_field_is_described() {
    let live = Live::with(&[PEOPLE, REFERRALS]).await;
    let get = async |path: &str| live.json(Method::GET, path, &[], &Value::Null).await.1;
    let board = get("/api/v1/referrals").await;
    super::schema::holds("Referrals", &board);
    assert_eq!(board["referrals"].as_array().unwrap().len(), 2);
    assert_eq!(board["referrals"][0]["prospect"], "Bell & Co");
    let path = format!("/api/v1/referrals/{}", board["referrals"][0]["id"].as_str().unwrap());
    let step = json!({ "status": "met", "on": "2026-11-01" });
    let (status, done) = live.json(Method::POST, &format!("{path}/step"), &[], &step).await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let card = get(&path).await;
    super::schema::holds("Referral", &card);
    assert_eq!((&card["status"], &card["since"]), (&json!("met"), &json!("2026-11-01")));
    let (_, again) = live.json(Method::POST, &format!("{path}/step"), &[], &step).await;
    assert!(again["change"].is_null(), "said twice, it changes nothing");
    let thank = format!("{path}/thank");
    let (status, _) = live.json(Method::POST, &thank, &[], &json!({})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is thanked for what is under way");
    live.json(Method::POST, &format!("{path}/step"), &[], &json!({ "status": "lost" })).await;
    let told = json!({ "on": "2026-11-15", "by": "call" });
    let (_, done) = live.json(Method::POST, &thank, &[], &told).await;
    assert!(done["change"].is_string(), "{done}");
    assert_eq!(get(&path).await["thanked_on"], "2026-11-15");
    let (_, again) = live.json(Method::POST, &thank, &[], &json!({})).await;
    assert!(again["change"].is_null(), "thanked is thanked");
}

#[tokio::test]
async fn the_picture_runs_from_where_it_began_through_whom_one_a_currency() {
    let live = Live::with(&[PEOPLE, REFERRALS, BUSINESS]).await;
    let page = live.page("/business").await;
    let says = page.texts(".flow figcaption");
    assert_eq!(
        says,
        [
            "£4,400 in all; the widest way, £3,000, ran from “Thursday Chapter” through Priya Shah.",
            "€700 in all; the widest way, €700, ran from “People who came by themselves” with nobody between.",
        ]
    );
    let rows = page.texts("#flow ~ .flow tbody tr");
    assert_eq!(rows[0], "Thursday ChapterPriya Shah£3,000", "{rows:?}");
    assert_eq!(rows.len(), 4);
    assert!(page.says("#ahead ~ *", "How far it reaches"), "{:?}", page.texts("#ahead ~ *"));
    assert!(page.says("#ahead ~ *", "On how few it hangs"), "{:?}", page.texts("#ahead ~ *"));
}

#[tokio::test]
async fn a_group_passes_nothing_on_and_neither_does_nobody() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/business").await;
    for (from, problem) in
        [("Thursday Chapter", "groups pass nothing on"), ("", "who passed it on?")]
    {
        let said = [("client-0", "Mills Ltd"), ("kind-0", "referral"), ("from-0", from)];
        let again = live.send(&page, "/business", &said).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{from}");
        assert!(again.text.contains(problem) && again.text.contains("Mills Ltd"), "{}", again.text);
    }
    let said = [("client-0", "Mills Ltd"), ("kind-0", "referral"), ("from-0", "Priya Shah")];
    assert_eq!(live.send(&page, "/business", &said).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_hours_of_another_way_are_told_and_a_bad_sum_stands_beside_its_field() {
    let live = Live::with(&[PEOPLE]).await;
    let page = live.page("/business").await;
    let bad = [("channel", "cold calling"), ("hours", "4"), ("cost", "plenty")];
    let again = live.send(&page, "/business/channels", &bad).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("Is no amount such as 150") && again.text.contains("cold calling"));
    let none = live.send(&page, "/business/channels", &[("channel", "cold calling")]).await;
    assert!(none.text.contains("one of them is needed"), "{}", none.text);
    let told = [("channel", " cold  calling "), ("hours", "2.5"), ("cost", "£20"), ("leads", "1")];
    let kept = live.send(&page, "/business/channels", &told).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let all = live.store.all(live.ctx.tenant, FactKind::ChannelMonth).await.unwrap();
    let [Fact::ChannelMonth(month)] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((month.channel.as_str(), month.minutes), ("cold calling", Some(150)));
    assert_eq!(month.month.to_string(), "2026-11-01");
    // In a book this small it is seen at once, and put right or deleted where it stands.
    let page = live.page("/business").await;
    assert!(
        page.says("#ways ~ ul", "cold calling: 2 h 30, £20, one lead, what it sold is not said"),
        "{:?}",
        page.texts("#ways ~ ul")
    );
    assert!(live.page("/review").await.says("main", "in all, cold calling: 2 h 30."));
    let to = format!("/business/channels/{}", month.id);
    let wrong = live.send(&page, &to, &[("hours", "lots"), ("sales", "2")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Is no number of hours such as 2.5"), "{}", wrong.text);
    let right = [("hours", "3"), ("sales", "0"), ("on", "2026-10-20")];
    let page = live.page(&live.send(&page, &to, &right).await.to).await;
    let put = "cold calling: 3 h, £20, one lead, nothing sold in Oct 2026";
    assert!(page.says("#ways ~ ul", put), "{:?}", page.texts("#ways ~ ul"));
    let whole =
        json!({ "channel": "cold calling", "on": "2026-10-01", "minutes": 240, "sales": 1 });
    let api = format!("/api/v1/channels/{}", month.id);
    let (status, answer) = live.json(Method::PATCH, &api, &[], &whole).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert!(live.page("/business").await.says("#ways ~ ul", "cold calling: 4 h, one sale"));
    let page = live.page("/business").await;
    let gone = live.send(&page, &format!("/entries/{}/delete", month.id), &[]).await;
    assert!(live.page(&gone.to).await.all("#ways").is_empty());
    let ahead = json!({ "channel": "a fair", "on": "2027-01-05", "minutes": 60 });
    let (status, problem) = live.json(Method::POST, "/api/v1/channels", &[], &ahead).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["pointer"], "#/on");
}

#[tokio::test]
async fn a_stage_of_many_years_is_counted_and_not_all_of_it_drawn() {
    let rows = (0..60).map(|n| {
        let (month, day) = (1 + n / 28, 1 + n % 28);
        format!("2026-{month:02}-{day:02},received,Priya Shah,me,Client {n:02},won,900,GBP,2026-{month:02}-{day:02}\n")
    });
    let head = "date,direction,from,to,prospect,status,value,currency,closed_on\n".to_owned();
    let rows = rows.fold(head, |all, row| all + &row);
    let live = Live::with(&[PEOPLE, ("referrals", &rows)]).await;
    let page = live.page("/business").await;
    assert_eq!(page.texts(".board h3"), ["Won 60"]);
    assert_eq!(page.all(".board .piece").len(), 22);
    assert!(page.says(".board .piece", "Client 59") && !page.says(".board .piece", "Client 00"));
    assert!(page.says(".board .hint", "And 38 older ones"), "{:?}", page.texts(".board"));
}

#[tokio::test]
async fn work_in_sight_stands_beside_the_week_and_leads_to_its_inside() {
    let live = Live::with(&[PEOPLE, REFERRALS, BUSINESS]).await;
    let week = live.page("/").await;
    let says = "Two referrals to you: 1 open, worth £2,400 if all were won; 1 won.";
    assert!(week.says("aside", says), "{:?}", week.texts("aside"));
    assert_eq!(week.all("aside a[href='/business#sight']").len(), 1);
    assert!(!live.page("/business").await.all("#sight").is_empty());
}
