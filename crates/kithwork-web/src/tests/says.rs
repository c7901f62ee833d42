//! What the pages say.

use super::{fixture, pages};
use crate::pages::map::Map;
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use askama::Template;
use jiff::civil::date;
use kithwork_core::network::By;
use kithwork_core::params::Params;
use kithwork_core::plan::{Item, ItemKind, Status};
use kithwork_core::review::Variety;
use scraper::{Html, Selector};
use std::sync::Arc;

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
        ["Just met", "You said you would", "Agreed", "Ask today, for the days ahead"]
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
    assert!(lede.contains("Four people you met in the last 30 days have not heard"), "{lede}");
}

#[test]
fn a_promise_is_said_once_and_with_its_day() {
    let page = ThisWeek::of(&fixture::sight()).render().unwrap();
    let tasks = texts(&page, ".task");
    let task = tasks.iter().find(|task| task.contains("pricing article")).unwrap();
    assert_eq!(task.to_lowercase().matches("send the pricing article").count(), 2, "{task}");
    assert!(task.contains("Promised on 12 February, due on 13 November"), "{task}");
}

#[test]
fn promises_past_their_day_stand_together_each_with_its_person() {
    let mut sight = fixture::sight();
    let mut plan = fixture::plan();
    let late = |n: u128, what: &str| Item {
        promises: vec![fixture::promised(what, date(2026, 3, 2))],
        ..fixture::item(ItemKind::Promise, Status::Do, &[n])
    };
    plan.items.extend([late(3, "lend the ladder"), late(5, "name a printer")]);
    sight.plan = Arc::new(plan);
    let page = ThisWeek::of(&sight).render().unwrap();
    assert!(
        texts(&page, ".group .task > h3").contains(&"Three promises past their day".to_owned())
    );
    let each = texts(&page, ".each li");
    assert_eq!(each[1], "Lend the ladder, for Omar Bell, was due on 2 Mar 2026");
    assert_eq!(each.len(), 3);
    assert!(texts(&page, ".lede")[0].contains("three promises"), "{:?}", texts(&page, ".lede"));
}

#[test]
fn a_young_book_shows_facts_and_names_and_no_chart_and_no_money_by_the_hour() {
    let young = fixture::young();
    let week = ThisWeek::of(&young).render().unwrap();
    assert!(texts(&week, "figure").is_empty());
    assert!(texts(&week, "aside")[0].contains("three months and sixty people"));
    assert_eq!(texts(&week, ".group .task").len(), 5);
    let review = ReviewPage::of(&young).render().unwrap();
    assert!(!review.contains("an hour, very likely"));
    assert!(texts(&review, "#coming")[0].contains("What comes when"));
}

#[test]
fn the_review_asks_whether_its_counts_are_right() {
    let page = ReviewPage::of(&fixture::sight()).render().unwrap();
    let counts = texts(&page, ".counts summary");
    assert_eq!(counts[0], "71 Thursdays at Thursday Chapter");
    assert!(counts.contains(&"40 one-to-ones".to_owned()), "{counts:?}");
}

#[test]
fn at_most_three_possible_reasons_stand_open() {
    let page = ReviewPage::of(&fixture::sight()).render().unwrap();
    assert_eq!(texts(&page, "ol.findings > li").len(), 3);
    assert_eq!(texts(&page, "details.others > summary")[0], "1 more seen");
    assert!(texts(&page, "details.others").iter().any(|t| t.contains("20 more one-to-ones")));
    let open = texts(&page, "ol.findings > li > details.why > summary");
    assert!(open[0].ends_with("(18 of 60: 30%, very likely 20 to 43%)"), "{open:?}");
    let first = &texts(&page, "ol.findings .evidence")[0];
    assert!(first.contains("MissingNothing: it is enough"), "what is missing, or nothing: {first}");
}

#[test]
fn the_review_tells_depth_variety_ways_results_and_help_each_with_its_sentence_and_table() {
    let page = ReviewPage::of(&fixture::sight()).render().unwrap();
    let ways = texts(&page, "#in-channels > table tbody th");
    assert_eq!(ways, ["Networking", "Cold calls"]);
    let hours = texts(&page, "#in-channels > details summary");
    assert_eq!(hours[0], "Networking, an hour on average: £118, very likely £60 to £190");
    assert_eq!(hours[1], "Networking, the next hour: £91, very likely £60 to £190");
    assert_eq!(hours[2], "Cold calls, an hour on average: not enough to tell yet");
    let came = texts(&page, "#in-came > table tbody tr");
    assert!(
        came.iter().any(|row| row.starts_with("Meetings: referrals0 from 71 meetingsnone yet")),
        "{came:?}"
    );
    let depth = texts(&page, "#in-depth > figure figcaption");
    assert!(depth[0].contains("of 80 people") || depth[0].contains("Of 80"), "{depth:?}");
    assert_eq!(texts(&page, "#in-depth > figure tbody tr").len(), 6);
    assert_eq!(
        texts(&page, "#in-help > p")[0],
        "You helped twice and were helped three times, with two people. An introduction is one, and stands with each whom it helped."
    );
    let help = texts(&page, "#in-help > table tbody tr");
    assert_eq!(help, ["Priya Shah22", "Tom Ellis–1"]);
    assert_eq!(texts(&page, "#in-help > details tbody tr")[0], "Oct 2026Tom Ellis–1");
    let young = ReviewPage::of(&fixture::young()).render().unwrap();
    for gated in ["#channels", "#depth", "#in-variety svg"] {
        assert!(texts(&young, gated).is_empty(), "{gated}");
    }
    assert!(!texts(&young, "#help").is_empty(), "facts and names are shown from the first day");
}

/// Rows 36, 50 and 54.
#[test]
fn a_small_book_shows_its_counts_with_their_ranges_and_that_they_say_little() {
    let mut sight = fixture::young();
    let along = |axis| Variety {
        axis,
        people: 6,
        unknown: 2,
        blau: 0.5,
        equal_kinds: 2.0,
        is_enough: false,
        kinds: vec![("kendal".to_owned(), 3), ("leeds".to_owned(), 3)],
        aim: None,
    };
    let mut axes = vec![along("sector"), along("city")];
    Arc::make_mut(&mut sight.review).variety = axes.clone();
    let young = ReviewPage::of(&sight).render().unwrap();
    assert!(texts(&young, "#in-came .hint")[0].ends_with("the ranges are wide."));
    assert!(!texts(&young, "#in-came tbody tr").is_empty());
    assert!(texts(&young, "#in-came details.why").iter().any(|why| why.contains("two-sided")));
    assert_eq!(
        texts(&young, "#in-variety p")[1],
        "Six people in touch, in two places. Of two more it is not known. They are too few to say how varied that is."
    );
    let map = Map::of(&sight, &Params::default(), By::Group).render().unwrap();
    assert!(map.contains("too few to say") && !map.contains("as varied as"), "the map agrees");
    // As many as the finding needs: it, the part below and the map say one thing.
    for axis in &mut axes {
        (axis.people, axis.is_enough) = (20, true);
    }
    Arc::make_mut(&mut sight.review).variety = axes.clone();
    let enough = ReviewPage::of(&sight).render().unwrap();
    assert!(
        texts(&enough, "#in-variety p")[1]
            .starts_with("20 people in touch, in two places, as varied as 2.0")
    );
    assert!(texts(&enough, "#in-variety figure").is_empty());
    let map = Map::of(&sight, &Params::default(), By::Group).render().unwrap();
    assert!(map.contains("as varied as 2.0") && !map.contains("too few to say"), "the map agrees");
    let mut sight = fixture::sight();
    Arc::make_mut(&mut sight.review).variety = axes;
    let grown = ReviewPage::of(&sight).render().unwrap();
    assert!(!texts(&grown, "#in-came .hint")[0].contains("few cases"));
    let inside = texts(&grown, "#in-variety details.why");
    assert!(inside.iter().any(|why| why.contains("drawn at random")), "{inside:?}");
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
