//! How the owner begins, and what success is for them.

use super::live::Live;
use axum::http::StatusCode;

const SHEETS: [(&str, &str); 2] = [
    (
        "people",
        "name,met_on,met_at\nGareth Owen,2026-09-02,Chamber Lunch\nRuth Mills,2026-09-02,Chamber Lunch\n",
    ),
    (
        "interactions",
        "date,kind,people,minutes\n2026-10-01,one_to_one,Gareth Owen,60\n2026-11-10,one_to_one,Gareth Owen,60\n",
    ),
];

/// Row 73: five answers, five first weeks.
#[tokio::test]
async fn five_answers_lead_to_five_first_weeks() {
    let live = Live::with(&SHEETS).await;
    let mut page = live.page("/start").await;
    let answers = page.texts(".choices button");
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0], "I go a lot and little comes back", "it is offered first");
    let mut weeks = std::collections::BTreeSet::new();
    for because in ["little_back", "enough_clients", "no_belief", "no_skill", "embarrassed"] {
        let sent = live.send(&page, "/start", &[("because", because)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        page = live.page(&sent.to).await;
        assert!(page.texts(".first-week > li").len() >= 4);
        weeks.insert((page.texts("h1"), page.texts(".first-week h2")));
    }
    assert_eq!(weeks.len(), 5);
    assert!(live.page("/").await.says("aside", "Next in your first week"));
    let wrong = live.send(&page, "/start", &[("because", "nonsense")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_aim_whose_day_is_emptied_is_open_ended() {
    let live = Live::with(&SHEETS).await;
    let typed = [("what", "Three referrals"), ("review_on", "2027-03-31")];
    live.send(&live.page("/aims").await, "/aims", &typed).await;
    let page = live.page("/aims").await;
    let page = live.press(&page, "Set the day", &[("review_on", "")]).await;
    assert!(page.says(".tasks .because", "open-ended"), "{:?}", page.texts(".because"));
}

/// Row 73: what is to be tried begins where it is said, in an empty book too, and leaves its trace.
#[tokio::test]
async fn the_trial_of_who_does_not_believe_in_it_begins_on_the_spot() {
    let live = Live::empty().await;
    let page = live.page("/start").await;
    let sent = live.send(&page, "/start", &[("because", "no_belief")]).await;
    let page = live.page(&sent.to).await;
    assert!(page.says(".first-week h2", "Try one thing for six weeks"));
    let page = live.press(&page, "Begin it today", &[]).await;
    assert!(!page.says("button", "Begin it today") && page.says("a", "See how it goes"));
    let aims = live.page("/aims").await;
    assert!(aims.says("#tried ~ .task h3", "Two hours with people in place of two meetings"));
    assert!(aims.says("#tried ~ .task", "on 28 December 2026 at the latest"), "six weeks");
    let aims = live.press(&aims, "Stop", &[]).await;
    assert!(aims.says("#past ~ ul li", "Two hours with people in place of two meetings"));
    assert!(
        aims.says(
            "#past ~ ul li",
            "On Mon 16 Nov, measured by “Much time in meetings, little with people”"
        ),
        "{:?}",
        aims.texts("li")
    );
    assert!(aims.says("#past ~ ul li", "too little was written down to tell"));
}

#[tokio::test]
async fn this_week_of_an_empty_book_shows_the_first_week_that_was_chosen() {
    let live = Live::empty().await;
    assert!(live.page("/").await.says("aside", "Choose yours"));
    let page = live.page("/start").await;
    live.send(&page, "/start", &[("because", "no_skill")]).await;
    let week = live.page("/").await;
    assert!(!week.says("aside", "What keeps you from networking?"));
    assert!(week.says(".bring", "Your first week: Practise. Next: Say how you help"));
}

/// Row 46: an offer says what it answers and by which figures; what was tried stands there with them.
#[tokio::test]
async fn what_could_be_tried_says_why_and_what_was_tried_stays() {
    let mut talks = vec!["date,kind,people,minutes".to_owned()];
    let mut meetings = vec!["date,group,minutes".to_owned()];
    let mut day = jiff::civil::date(2026, 6, 4);
    while day < jiff::civil::date(2026, 11, 16) {
        meetings.push(format!("{day},Chamber Lunch,120"));
        talks.push(format!("{day},one_to_one,Gareth Owen,30"));
        day = day.saturating_add(jiff::ToSpan::days(7));
    }
    let (talks, meetings) = (talks.join("\n"), meetings.join("\n"));
    let live = Live::with(&[SHEETS[0], ("interactions", &talks), ("meetings", &meetings)]).await;
    let page = live.page("/aims").await;
    let because = page.texts("#tried ~ .task .because");
    assert!(
        because
            .iter()
            .any(|why| why.contains("Much time in meetings, little with people")
                && why.contains("20%")),
        "{because:?}"
    );
    let heavy = [("code", "meeting-heavy")];
    live.send(&page, "/experiments", &heavy).await;
    let page = live.page("/aims").await;
    let page = live.press(&page, "Stop", &[]).await;
    assert!(
        page.says("#past ~ ul li", "20% before, 20% while you tried it; the line is drawn at 50%")
    );
    let (status, all) = live
        .json(axum::http::Method::GET, "/api/v1/experiments", &[], &serde_json::Value::Null)
        .await;
    assert_eq!(status, StatusCode::OK);
    super::schema::holds("Experiments", &all);
    assert_eq!(all["past"].as_array().unwrap().len(), 1, "{all}");
}

/// Row 25: what is shown beside the week follows the owner's own definition of success.
#[tokio::test]
async fn what_is_counted_follows_the_aim() {
    let live = Live::with(&SHEETS).await;
    for (kind, sign, other) in [
        ("referrals", "People who could say what you do", "Acts of help given"),
        ("help", "Acts of help given", "One-to-ones"),
    ] {
        let page = live.page("/aims").await;
        let typed = [("what", kind), ("kind", kind), ("review_on", "2027-03-31")];
        let sent = live.send(&page, "/aims", &typed).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let page = live.page("/").await;
        let beside = page.texts("aside dl.known").join(" ");
        // What the book holds nothing of is unknown, and no sign.
        assert!(kind != "referrals" || beside.contains("One-to-ones"), "{beside}");
        assert!(!beside.contains(other) || kind == "referrals", "{sign}: {beside}");
        let aims = live.page("/aims").await;
        live.press(&aims, "Reached", &[]).await;
        assert!(!live.page("/aims").await.says("ul.tasks h2", kind));
    }
}

#[tokio::test]
async fn an_aim_that_cannot_be_taken_comes_back_with_what_was_typed() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/aims").await;
    let typed =
        [("what", "Three referrals"), ("review_on", "2020-01-01"), ("people", "Ruth Mills")];
    let answer = live.send(&page, "/aims", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("Is not after today"), "{}", answer.text);
    assert!(answer.text.contains("Ruth Mills") && answer.text.contains("2020-01-01"));
}

/// One box for pages, people, groups and notes; what is typed stands in no address.
#[tokio::test]
async fn one_box_finds_pages_and_people_and_keeps_what_happened() {
    let live = Live::with(&SHEETS).await;
    for (_, place, _) in crate::pages::go::PLACES {
        // What goes on now leads on to that meeting.
        let answer = live.get(place).await;
        let is_there = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&answer.status);
        assert!(is_there, "{place}: {}", answer.text);
    }
    let page = live.page("/go").await;
    assert!(page.texts("#found li").len() > 10);
    let sent = live.send(&page, "/go", &[("q", "gareth owen")]).await;
    assert_eq!(sent.status, StatusCode::OK);
    assert!(sent.text.contains(">Gareth Owen</a>"), "{}", sent.text);
    assert!(sent.text.contains("Note: “<bdi>gareth owen</bdi>”"), "{}", sent.text);
    let sent = live.send(&page, "/go", &[("q", "chamber lun")]).await;
    let is_group =
        sent.text.contains("<a href=\"/groups/") && sent.text.contains("<span>Group</span>");
    assert!(is_group && sent.text.contains(">Chamber Lunch</a>"), "{}", sent.text);
}

/// Friday, two minutes: each entry happened or didn't, what is left over, one thanks.
#[tokio::test]
async fn friday_closes_the_week() {
    let live = Live::with(&[
        SHEETS[0],
        (
            "promises",
            "made_on,person,direction,what,due_on,done_on\n\
             2026-11-02,Ruth Mills,mine,send the list,2026-11-09,\n\
             2026-11-02,Gareth Owen,mine,call the printer,2026-11-10,\n",
        ),
        ("help", "date,direction,person,kind\n2026-11-12,received,Ruth Mills,testimonial\n"),
    ])
    .await;
    let page = live.page("/friday").await;
    assert!(
        page.says(
            "section[aria-labelledby=left] h3",
            "Send the list, for Ruth Mills, was due Mon 9 Nov"
        ),
        "{:?}",
        page.texts("h3")
    );
    assert!(page.says("section[aria-labelledby=thanks] h3", "Ruth Mills spoke for you"));
    live.press(&page, "All of these in a week", &[]).await;
    live.press(&page, "I have thanked them", &[]).await;
    let page = live.page("/friday").await;
    assert!(!page.says("main", "One thanks"));
    assert!(!page.says("main", "Send the list"));
    let lede = page.texts("header .lede").join(" ");
    let begins = "Nothing waits for a word from you.";
    assert!(lede.starts_with(begins) && lede.ends_with("still open, and can wait."), "{lede}");
    let on: Vec<_> = page.all("main .ways a").iter().map(|a| a.value().attr("href")).collect();
    assert_eq!(on, [Some("/"), Some("/help-given")], "it leads on");
}

/// Rows 22, 23, 32, 36, 38, 48, 56, 69: what the review says of time to come and of others stands on
/// pages, each open to how it came about.
#[tokio::test]
async fn what_to_expect_and_what_others_know_stand_on_pages() {
    let live = Live::with(&[
        SHEETS[0],
        ("meetings", "date,group,minutes,talked_to\n2026-09-02,Chamber Lunch,90,Gareth Owen; Ruth Mills\n2026-09-09,Chamber Lunch,90,Ruth Mills\n"),
        ("referrals", "date,direction,from,to,prospect,status\n2026-10-20,received,Gareth Owen,me,Mill Lane,open\n"),
    ])
    .await;
    let page = live.page("/review/outlook").await;
    assert!(page.says("#shown ~ ul", "hours"), "{:?}", page.texts("li"));
    assert!(page.says("#sight ~ ul", "One referral to you: 1 open"), "{:?}", page.texts("li"));
    assert!(!page.all("#shown ~ ul details.why").is_empty());
    let page = live.page("/review/only-rooms").await;
    assert!(page.says("#only-rooms ~ ul", "Ruth Mills: twice"), "{:?}", page.texts("li"));
    let page = live.page("/review/known").await;
    assert!(page.says("#triggers ~ ul", "3 problems"), "{:?}", page.texts("li"));
}

/// Rows 9, 15, 58, 59: what somebody could say, said, made with the owner, and what a level is called.
#[tokio::test]
async fn what_others_know_is_written_down_on_their_page() {
    let live = Live::with(&SHEETS).await;
    let people = live.page("/people").await;
    let links = people.all(".list a");
    let ruth = links.iter().find(|a| a.text().collect::<String>() == "Ruth Mills").unwrap();
    let person = ruth.value().attr("href").unwrap().to_owned();
    let page = live.page(&person).await;
    let could = [("explained", "partly"), ("words", "something with tax")];
    live.send(&page, &format!("{person}/playbacks"), &could).await;
    let said = [("words", "She saved <b>us</b>"), ("kind", "testimonial"), ("may_quote", "yes")];
    live.send(&page, &format!("{person}/said"), &said).await;
    let made = [("what", "The property guide"), ("kind", "article"), ("ended_on", "2026-10-01")];
    let sent = live.send(&page, &format!("{person}/projects"), &made).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let known = live.page("/review/known").await;
    assert!(known.says("#recall ~ ul", "something with tax"), "{:?}", known.texts("li"));
    assert!(known.says("#said ~ ul", "She saved <b>us</b>”"), "{:?}", known.texts("li"));
    let more = live.page("/more").await;
    assert_eq!(more.all("a[href='/help-given#projects']").len(), 1);
    let help = live.page("/help-given").await;
    assert!(help.says("#projects ~ ul", "The property guide, with Ruth Mills"));
    live.send(&page, &format!("{person}/said"), &[("words", "He knows\nhis trade")]).await;
    let known = live.page("/review/known").await;
    assert!(known.says("#said ~ ul", "Ask before you quote it."), "{:?}", known.texts("li"));
    let known = live.press(&known, "They allow it", &[]).await;
    assert!(!known.says("#said ~ ul", "Ask before you quote it."), "{:?}", known.texts("li"));
    assert_eq!(known.all("#said ~ ul li").len(), 2);
    let empty = live.send(&page, &format!("{person}/said"), &[("words", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let levels = live.page("/levels").await;
    assert_eq!(levels.texts("ol.tasks h2").len(), 6);
    live.send(&levels, "/levels/1", &[("name", "Met once")]).await;
    assert_eq!(live.page("/levels").await.texts("ol.tasks h2")[1], "Met once");
}

#[tokio::test]
async fn the_network_is_drawn_and_listed_and_shows_the_way_to_somebody() {
    let live = Live::with(&SHEETS).await;
    let page = live.page("/map").await;
    assert!(page.says("h2", "Chamber Lunch"), "{:?}", page.texts("h2"));
    assert_eq!(page.all("svg circle.warm, svg circle.cooling, svg circle.dormant").len(), 2);
    assert!(page.says("dl", "Ruth Mills"));
    let sent = live.send(&page, "/map", &[("q", "gareth")]).await;
    assert!(sent.text.contains("You know Gareth Owen yourself: ask."), "{}", sent.text);
    live.page("/map?by=sector").await;
}

/// Row 18.
#[tokio::test]
async fn whoever_is_linked_to_nothing_is_linked_where_they_are_listed() {
    let looks =
        "name,met_on,looking_for\nGareth Owen,2026-09-02,a printer\nRuth Mills,2026-09-02,\n";
    let live = Live::with(&[("people", looks), SHEETS[1]]).await;
    let page = live.page("/aims").await;
    let aim = [("what", "Three referrals"), ("people", "Ruth Mills")];
    live.send(&page, "/aims", &aim).await;
    let listed = "section[aria-labelledby=no-aim] li";
    let known = live.page("/review/known").await;
    assert!(known.says(listed, "Gareth Owen"), "{:?}", known.texts("h2"));
    let linked = live.press(&known, "For “Three referrals”", &[]).await;
    assert!(linked.all(listed).is_empty(), "{:?}", linked.texts(listed));
    assert!(live.page("/aims").await.says("main", "Gareth Owen"));
    let known = live.press(&linked, "Undo", &[]).await;
    assert!(known.says(listed, "Gareth Owen"));
    let helped = live.press(&known, "To help them", &[]).await;
    assert!(helped.all(listed).is_empty(), "{:?}", helped.texts(listed));
    assert!(live.page("/aims").await.says("main", "Help for them"));
}

/// Rows 19 and 25: reached and given up are two things, and the book keeps which it was.
#[tokio::test]
async fn an_aim_is_reached_or_given_up_and_what_was_done_says_which() {
    for (button, says, listed) in [
        ("Reached", "Reached. Good.", "An aim reached"),
        ("Given up", "Given up. That is allowed.", "An aim given up"),
    ] {
        let live = Live::with(&[("people", "name\nPriya Shah\n")]).await;
        live.post("/aims", &[("what", "Three referrals"), ("kind", "referrals")]).await;
        let page = live.page("/aims").await;
        let after = live.press(&page, button, &[]).await;
        assert!(after.says(".done", says), "{:?}", after.texts(".done"));
        assert!(!after.says("h2", "Three referrals"));
        assert!(live.page("/changes").await.says(".changes b", listed));
        let back = live.press(&after, "Undo", &[]).await;
        assert!(back.says("h2", "Three referrals"));
    }
}

/// Row 73: those whom a step names are links, and asked where it stands; it is done through what happened
/// since the way was chosen.
#[tokio::test]
async fn the_people_of_a_step_are_asked_from_it_and_what_was_before_ticks_nothing() {
    let mut meetings = vec!["date,group,minutes,talked_to".to_owned()];
    for day in ["2026-10-07", "2026-10-14", "2026-10-21"] {
        meetings.push(format!("{day},Chamber Lunch,90,Gareth Owen; Ruth Mills"));
    }
    let talk = "date,kind,people,minutes\n2026-11-10,one_to_one,Gareth Owen,60\n";
    let meetings = meetings.join("\n");
    let live = Live::with(&[SHEETS[0], ("meetings", &meetings), ("interactions", talk)]).await;
    let page = live.page("/start").await;
    let sent = live.send(&page, "/start", &[("because", "little_back")]).await;
    let page = live.page(&sent.to).await;
    assert!(page.says(".first-week h2", "Ask one of them for an hour: Ruth Mills"));
    assert!(!page.says(".first-week h2", "Gareth Owen"), "they sat down together before it");
    let done = page.texts(".first-week > .is-done h2");
    assert!(done.iter().all(|what| what.starts_with("Bring your contacts")), "{done:?}");
    let links = page.all(".first-week h2 a, .first-week .acts a");
    let to = |label: &str| {
        let link = links.iter().find(|a| a.text().collect::<String>().trim() == label);
        link.unwrap_or_else(|| panic!("{label}: {:?}", page.texts(".first-week a"))).value()
    };
    assert!(to("Ruth Mills").attr("href").unwrap().starts_with("/people/"));
    let ask = to("Ask Ruth Mills").attr("href").unwrap();
    let letter = live.page(ask).await;
    let after = live.press(&letter, "I have asked", &[]).await;
    drop(after);
    let page = live.page("/start").await;
    assert!(page.says(".first-week > .is-done h2", "Ask one of them for an hour: Ruth Mills"));
}
