//! What the pages say.

use super::{fixture, pages};
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use askama::Template;
use scraper::{Html, Selector};

fn texts(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let words = |e: scraper::ElementRef<'_>| {
        e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&Selector::parse(selector).unwrap()).map(words).collect()
}

#[test]
fn this_week_shows_five_things_in_the_order_of_the_phone() {
    let page = ThisWeek::of(&fixture::sight()).render().unwrap();
    let headings = texts(&page, ".group > h2");
    assert_eq!(
        headings,
        ["Just met", "You said you would", "Agreed", "Ask today, for the weeks after"]
    );
    let tasks = texts(&page, ".group .task > h3");
    assert_eq!(
        tasks,
        [
            "Write to Hannah Cole and Leon Ward",
            "Send the pricing article, for Ruth Mills",
            "One-to-one with Priya Shah",
            "Ask Gareth Owen for a one-to-one",
            "Bring Priya Shah, Gareth Owen and Tom Ellis to one table",
        ]
    );
    assert!(
        texts(&page, ".instead")[0].contains("take the place of one meeting of Tuesday Fortnight")
    );
    assert!(texts(&page, ".bring")[0].starts_with("Whom can you help?"));
    assert_eq!(texts(&page, ".facts time"), ["Tuesday 17 November, 08:00"]);
}

#[test]
fn a_task_says_each_thing_once() {
    let page = ThisWeek::of(&fixture::sight()).render().unwrap();
    let tasks = texts(&page, ".task");
    let task = tasks.iter().find(|task| task.contains("the place of")).unwrap();
    for once in ["Whom can you help?", "the place of", "it has no rule of attendance"] {
        assert_eq!(task.matches(once).count(), 1, "{once}: {task}");
    }
}

#[test]
fn the_first_sentence_counts_what_the_page_shows() {
    let page = ThisWeek::of(&fixture::sight()).render().unwrap();
    let lede = &texts(&page, ".lede")[0];
    assert!(lede.starts_with("You have six hours: two people you have just met, one promise, one conversation agreed and four people to ask."), "{lede}");
    assert!(
        lede.contains("Three of the four people you met in the last 30 days have not heard"),
        "{lede}"
    );
}

#[test]
fn a_young_book_shows_facts_and_names_and_no_chart_and_no_money_by_the_hour() {
    let young = fixture::young();
    let week = ThisWeek::of(&young).render().unwrap();
    assert!(texts(&week, "figure").is_empty());
    assert!(texts(&week, "aside")[0].contains("three months and sixty people"));
    assert_eq!(texts(&week, ".group .task").len(), 5);
    let review = ReviewPage::of(&young, None).render().unwrap();
    assert!(!review.contains("an hour, likely"));
    assert!(texts(&review, "#coming")[0].contains("What comes when"));
}

#[test]
fn the_review_asks_whether_its_counts_are_right() {
    let page = ReviewPage::of(&fixture::sight(), None).render().unwrap();
    let counts = texts(&page, ".counts summary");
    assert_eq!(counts[0], "71 Thursdays at Thursday Chapter");
    assert!(counts.contains(&"40 one-to-ones".to_owned()), "{counts:?}");
}

#[test]
fn at_most_three_possible_reasons_stand_open() {
    let page = ReviewPage::of(&fixture::sight(), None).render().unwrap();
    assert_eq!(texts(&page, "ol.findings > li").len(), 3);
    assert_eq!(texts(&page, "details.others > summary")[0], "1 more seen");
    assert!(texts(&page, "details.others").iter().any(|t| t.contains("20 more one-to-ones")));
}

#[test]
fn a_room_that_is_not_measured_has_no_mark_and_says_what_would_tell() {
    let page = ThisWeek::of(&fixture::sight()).render().unwrap();
    assert_eq!(texts(&page, "svg.interval circle").len(), 2);
    assert_eq!(texts(&page, ".untold li"), ["Tuesday Fortnight: about 3 more months to tell"]);
}

#[test]
fn our_words_are_calm_and_never_speak_of_debt() {
    for (name, page) in pages() {
        let text = texts(&page, "body").join(" ").to_lowercase();
        assert!(!text.contains('!'), "{name}");
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|w| !["owe", "owes", "owed", "owing"].contains(&w)), "{name}");
    }
}
