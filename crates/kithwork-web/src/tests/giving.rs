//! What the owner gives: introductions both sides agree to, tables, the card, talks.

use super::live::{Live, Page};
use super::schema::holds;
use axum::http::{Method, StatusCode};
use kithwork_core::fact::FactKind;
use serde_json::{Value, json};

const PEOPLE: (&str, &str) = (
    "people",
    "name,met_on,what_they_do,who_they_serve,looking_for\n\
     Ada Abbot,2026-02-01,bookkeeper,restaurants,a web designer\n\
     Ben Birch,2026-02-01,web designer,restaurants,a photographer\n\
     Cleo Cole,2026-02-01,photographer,restaurants,a bookkeeper\n\
     Eve Eden,2026-02-01,dentist,families,\nFinn Ford,2026-02-01,roofer,landlords,\n\
     Gus Gill,2026-02-01,plumber,schools,\n",
);
const TALKS: (&str, &str) = (
    "interactions",
    "date,kind,people,minutes\n2026-09-01,one_to_one,Ada Abbot,60\n2026-09-02,one_to_one,Ben Birch,60\n\
     2026-09-03,one_to_one,Cleo Cole,60\n2026-09-04,one_to_one,Eve Eden,60\n\
     2026-09-07,one_to_one,Finn Ford,60\n2026-09-08,one_to_one,Gus Gill,60\n",
);

async fn live() -> Live {
    Live::with(&[PEOPLE, TALKS]).await
}

fn read(text: &str) -> Page {
    Page(scraper::Html::parse_document(text))
}

#[tokio::test]
async fn two_are_introduced_once_both_have_said_yes_and_not_before() {
    let live = live().await;
    let page = live.page("/help-given").await;
    assert!(page.says("#tables ~ .task", "Ada Abbot looks for a web designer; Ben Birch can help"));
    let page = live.press(&page, "Ask Ada and Ben", &[]).await;
    assert!(page.says("#way ~ .task", "Ask each of them first."));
    let first = page.all("#way ~ .task form")[0].value().attr("action").unwrap().to_owned();
    let early = live.post(&first.replace("/asked", "/made"), &[]).await;
    assert_eq!(early.status, StatusCode::FORBIDDEN, "nobody is introduced unasked");
    let mut page = live.press(&page, "I have asked", &[]).await;
    let half = page.texts("#way ~ .task").join(" ");
    assert!(half.contains(" too; ") && half.contains(" has not answered yet."), "{half}");
    page = live.press(&page, "Said yes", &[]).await;
    assert!(!page.says("#way ~ .task", "not answered"), "{:?}", page.texts("#way ~ .task"));
    page = live.press(&page, "I have asked", &[]).await;
    assert!(page.says("#way ~ .task", "has not answered yet."));
    page = live.press(&page, "Said yes", &[]).await;
    assert!(page.says("#way ~ .task", "Both said yes: introduce them."));
    page = live.press(&page, "I have introduced them", &[]).await;
    page = live.press(&page, "Write it down", &[("outcome", "a new website")]).await;
    assert!(page.says("#way ~ .task", "Thank both, and tell them what came of it."));
    let done = live.press(&page, "Both are thanked", &[]).await;
    assert!(done.all("#way").is_empty());
    let back = live.press(&done, "Undo", &[]).await;
    assert!(back.says("#way ~ .task", "Thank both"));
}

/// Both had said yes: a deleted introduction leaves no loose end, and can be made again.
#[tokio::test]
async fn an_introduction_that_is_deleted_can_be_made_again_and_undo_brings_it_back() {
    let live = live().await;
    let page = live.page("/help-given").await;
    let mut page = live.press(&page, "Ask Ada and Ben", &[]).await;
    for button in ["I have asked", "Said yes", "I have asked", "Said yes", "I have introduced them"]
    {
        page = live.press(&page, button, &[]).await;
    }
    assert!(page.all("#way ~ .task form[action$='/worked']").len() == 1);
    let made = live.store.all(live.ctx.tenant, FactKind::Introduction).await.unwrap();
    let deleted = live.post(&format!("/entries/{}/delete", made[0].id()), &[]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER, "{}", deleted.text);
    let change = deleted.to.split("done=").nth(1).unwrap();
    let open = live.page(&format!("/help-given?done={change}")).await;
    assert!(
        open.says("#way ~ .task", "Both said yes: introduce them."),
        "{:?}",
        open.texts("main")
    );
    let back = live.press(&open, "Undo", &[]).await;
    assert!(back.all("#way ~ .task form[action$='/worked']").len() == 1);
}

/// Row 26: each side has its own words, and nobody is told that they would be helped.
#[tokio::test]
async fn each_side_of_an_introduction_is_asked_in_words_of_its_own() {
    let live = live().await;
    let people = live.page("/people").await;
    let id = |name: &str| {
        let links = people.all(".list a");
        let link = links.iter().find(|a| a.text().collect::<String>() == name).unwrap();
        link.value().attr("href").unwrap().trim_start_matches("/people/").to_owned()
    };
    let (ada, ben) = (id("Ada Abbot"), id("Ben Birch"));
    for who in [[&ada, &ben], [&ben, &ada]] {
        let path = format!("/ask?kind=introduction&who={}&who={}", who[0], who[1]);
        let page = live.page(&path).await;
        let letters = page.texts(".letter textarea");
        assert_eq!(letters.len(), 2);
        let to = |name: &str| letters.iter().find(|l| l.starts_with(name)).unwrap().as_str();
        let (ada, ben) = (to("Hello Ada"), to("Hello Ben"));
        let needs = "may I introduce you to Ben Birch? What I have in mind: you are looking for a web \
                     designer, and Ben Birch could help with that.";
        assert!(ada.contains(needs), "{ada}");
        let helps = "may I introduce you to Ada Abbot? What I have in mind: Ada Abbot is looking for a \
                     web designer, and I thought of you.";
        assert!(ben.contains(helps), "{ben}");
        assert!(letters.iter().all(|l| !l.contains("I could do") && !l.contains("Monday")));
    }
}

#[tokio::test]
async fn the_card_is_offered_after_a_one_to_one_and_what_comes_back_is_a_playback() {
    let live = live().await;
    live.post("/pitch/profile", &[("helps", "We get invoices paid")]).await;
    let people = live.page("/people").await;
    let ada = people.all(".list a")[0].value().attr("href").unwrap().to_owned();
    let page = live.page(&ada).await;
    let told = [("kind", "one_to_one"), ("i_learned", "wants a web designer")];
    let sat = live.send(&page, "/talks", &told).await;
    let page = live.page(&sat.to).await;
    assert!(page.says("#half", "One-way so far"), "{:?}", page.texts("h2"));
    let to = page.all(".done p a").last().unwrap().value().attr("href").unwrap().to_owned();
    let letter = live.page(&to).await;
    assert!(letter.says("textarea", "How I help: We get invoices paid"));
    assert!(letter.says("textarea", "And yours?"));
    assert!(live.page("/card").await.says("#offer ~ ul", "Ada Abbot"));
    let card = live.press(&letter, "I have given it", &[]).await;
    assert!(!card.says("#offer ~ ul", "Ada Abbot") && card.says("#waiting ~ ul", "Ada Abbot"));
    let after = live.press(&card, "Roughly", &[("words", "the invoice people")]).await;
    assert!(after.all("#waiting").is_empty(), "what came back is known");
    let person = live.page(&ada).await;
    assert!(person.says(".known", "in part") || person.says(".known", "Can they explain you"));
    let file = live.get("/card.vcf").await;
    assert!(file.text.contains("NOTE:How I help: We get invoices paid"), "{}", file.text);
    assert_eq!(card.all("svg.qr[role=img] > title").len(), 1);
}

#[tokio::test]
async fn a_group_that_listens_is_named_as_one_or_ticked_person_by_person() {
    let live = Live::with(&[(
        "people",
        "name,met_on,met_at\nAda Abbot,2026-09-02,Chamber Lunch\nBen Boyd,2026-09-02,Chamber Lunch\n\
         Cy Clark,2026-09-02,\n",
    )])
    .await;
    let page = live.page("/presentations").await;
    let told = [("what", "Shop windows"), ("listeners", "chamber lunch, Cy Clark")];
    let kept = live.send(&page, "/presentations", &told).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let page = live.page(&kept.to).await;
    let told = page.texts("main section .hint");
    for name in ["Ada Abbot", "Ben Boyd", "Cy Clark"] {
        assert!(told.iter().any(|hint| hint.contains(name)), "{name}: {told:?}");
    }
    // A group is chosen, its people stand there to be ticked; refused, each tick stays as it was.
    let group = page.all("#group option")[0].value().attr("value").unwrap().to_owned();
    let page = live.page(&format!("/presentations?group={group}")).await;
    let who: Vec<String> = page
        .all("input[name=who][checked]")
        .iter()
        .map(|one| one.value().attr("value").unwrap().to_owned())
        .collect();
    assert_eq!((who.len(), page.texts(".ticks label").join(" ")), (2, "Ada Abbot Ben Boyd".into()));
    let one = [("what", "Prices"), ("group", group.as_str()), ("who", who[1].as_str())];
    let refused =
        live.post("/presentations", &[&one[..], &[("listeners", "Nobody Known")]].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert_eq!(again.all("input[name=who]").len(), 2);
    assert_eq!(again.all("input[name=who][checked]").len(), 1);
    let kept = live.post("/presentations", &one).await;
    let page = live.page(&kept.to).await;
    let prices =
        page.all("main section").into_iter().find(|part| part.inner_html().contains("Prices"));
    let prices = prices.unwrap().text().collect::<String>();
    assert!(prices.contains("Ben Boyd") && !prices.contains("Cy Clark"), "{prices}");
}

#[tokio::test]
async fn a_talk_flags_a_point_until_it_answers_a_need_of_somebody_who_listens() {
    let live = live().await;
    let page = live.page("/presentations").await;
    let told = [
        ("what", "Shop windows"),
        ("listeners", "Ada Abbot\nNobody Known"),
        ("points", "Web designer or template"),
    ];
    let refused = live.send(&page, "/presentations", &told).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = read(&refused.text);
    assert!(again.says("#p-listeners", "Nobody Known"), "{:?}", again.texts(".problem"));
    let kept = live.send(&again, "/presentations", &[("listeners", "Ada Abbot")]).await;
    let page = live.page(&kept.to).await;
    assert!(page.says(".problem", "Whom does it help?"));
    let page = live.press(&page, "It answers this", &[]).await;
    assert!(page.all(".problem").is_empty() && page.says(".each", "Ada Abbot: a web designer"));
    let page = live.press(&page, "Undo", &[]).await;
    assert!(page.says(".problem", "Whom does it help?"));
    assert_eq!(page.all("#f-on[type=date]").len(), 1);
    // A need that the book does not hold is noted with it, and both are taken back together.
    let heard = [("heard", "a better card machine")];
    let page = live.press(&page, "Link", &heard).await;
    assert!(page.says(".each", "✓ Ada Abbot: a better card machine"), "{:?}", page.texts(".each"));
    let page = live.press(&page, "Undo", &[]).await;
    assert!(page.says(".problem", "Whom does it help?"));
    assert!(!live.page("/help-given").await.says("#needs ~ .task", "a better card machine"));
    let page = live.press(&page, "Take this point out", &[]).await;
    assert!(page.says(".part", "It has no points yet."), "{:?}", page.texts(".part"));
}

async fn ask(live: &Live, method: Method, path: &str, body: Value) -> Value {
    let (status, document) = live.json(method, path, &[], &body).await;
    assert_eq!(status, StatusCode::OK, "{path}: {document}");
    document
}

#[tokio::test]
async fn programs_do_the_same_and_every_field_is_described() {
    let live = live().await;
    let all = ask(&live, Method::GET, "/api/v1/introductions", Value::Null).await;
    let (a, b) = (&all["ideas"][0]["needs"]["person"], &all["ideas"][0]["helps"]["person"]);
    let propose = json!({ "people": [a, b], "why_a": "a website" });
    ask(&live, Method::POST, "/api/v1/introductions/propose", propose).await;
    let all = ask(&live, Method::GET, "/api/v1/introductions", Value::Null).await;
    holds("Introductions", &all);
    let step =
        format!("/api/v1/introductions/{}/step", all["on_their_way"][0]["id"].as_str().unwrap());
    let made = live.json(Method::POST, &step, &[], &json!({ "what": "made" })).await;
    assert_eq!(made.0, StatusCode::FORBIDDEN);
    ask(&live, Method::POST, &step, json!({ "what": "said", "person": a, "yes": true })).await;
    holds("Tables", &ask(&live, Method::GET, "/api/v1/tables", Value::Null).await);
    ask(&live, Method::POST, "/api/v1/card/give", json!({ "person": a })).await;
    let card = ask(&live, Method::GET, "/api/v1/card", Value::Null).await;
    assert_eq!(card["waiting"].as_array().map(Vec::len), Some(1), "{card}");
    holds("Card", &card);
    let talk = json!({ "what": "Windows", "listeners": [a], "points": ["Web designer or not"] });
    ask(&live, Method::POST, "/api/v1/talks", talk).await;
    let talks = ask(&live, Method::GET, "/api/v1/talks", Value::Null).await;
    holds("Talks", &talks);
    let link = format!("/api/v1/talks/{}/link", talks["talks"][0]["id"].as_str().unwrap());
    ask(&live, Method::POST, &link, json!({ "point": 1, "need": a })).await;
    let talks = ask(&live, Method::GET, "/api/v1/talks", Value::Null).await;
    assert_eq!(talks["talks"][0]["points"][0]["helps_nobody"], false, "{talks}");
}

#[tokio::test]
async fn a_card_that_says_nothing_is_not_handed_out_but_asked_for_its_line() {
    let live = live().await;
    let people = live.page("/people").await;
    let ada = people.all(".list a")[0].value().attr("href").unwrap().to_owned();
    let letter = format!("/card/for/{}", ada.trim_start_matches("/people/"));
    let card = live.page("/card").await;
    assert!(card.all("svg.qr").is_empty() && card.all("a[href='/card.vcf']").is_empty());
    assert_eq!(card.all("a[href='/pitch']").len(), 1);
    let page = live.page(&letter).await;
    assert!(page.all("textarea[data-words]").is_empty(), "{:?}", page.texts("main"));
    assert_eq!(page.all("main a[href='/pitch']").len(), 1);
    live.post("/pitch/profile", &[("helps", "We get invoices paid")]).await;
    assert_eq!(live.page("/card").await.all("svg.qr").len(), 1);
    assert_eq!(live.page(&letter).await.all("textarea[data-words]").len(), 1);
}

/// Row 21: an empty page says what help is, and its examples can be noted as they stand.
#[tokio::test]
async fn where_no_help_is_noted_yet_the_page_says_how_in_words_that_are_understood() {
    let live = live().await;
    let page = live.page("/help-given").await;
    let examples = page.texts("section[aria-labelledby=help] li");
    assert_eq!(examples.len(), 2, "{:?}", page.texts("main"));
    for example in &examples {
        let text = example.trim_matches(['“', '”']);
        live.post("/notes", &[("text", text)]).await;
    }
    let page = live.page("/help-given").await;
    assert!(
        page.says(".lede", "You helped once and were helped once."),
        "{:?}",
        page.texts(".lede")
    );
    assert!(page.all("section[aria-labelledby=help]").is_empty());
}

/// Row 21: whoever makes two people known has one entry of it, and the sentence above the list counts that.
#[tokio::test]
async fn help_is_counted_as_it_is_listed() {
    let live = live().await;
    let made = "date,introduced_by,person_a,person_b\n2026-10-01,me,Ada Abbot,Ben Birch\n";
    live.read(&[("introductions", made)]).await;
    let page = live.page("/help-given").await;
    let lede = page.texts(".lede").join(" ");
    assert!(lede.starts_with("You helped once and no help to you is noted."), "{lede}");
    assert_eq!(page.all("section[aria-labelledby=given] .entries > li").len(), 1);
    let ways = page.texts("section[aria-labelledby=ways]").join(" ");
    assert!(ways.contains("In the last year;"), "{ways}");
    assert!(ways.contains("Contacts: you gave 1, you received 0."), "{ways}");
}

/// Row 58: what is shared is counted over a year, and the page says so beside lists of the whole book.
#[tokio::test]
async fn what_is_shared_names_the_time_it_is_counted_over() {
    let live = live().await;
    let made = "date,introduced_by,person_a,person_b\n2026-10-01,me,Ada Abbot,Ben Birch\n";
    live.read(&[("introductions", made)]).await;
    let page = live.page("/help-given").await;
    let shared = page.texts("section[aria-labelledby=ways]").join(" ");
    assert!(shared.contains("In the last year"), "{shared}");
}
