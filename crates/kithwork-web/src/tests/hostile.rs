//! Names are text, whatever they hold.

use super::fixture;
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use crate::shelf::Shelf;
use crate::sight::Sight;
use askama::Template;
use kithwork_core::book::Book;
use scraper::{Html, Selector};
use std::sync::Arc;

/// A page may weigh so much, style sheets not counted.
const HEAVIEST: usize = 100 * 1024;

/// The full book with everybody and everything named so.
fn named(name: &str) -> Sight {
    let mut sight = fixture::sight();
    let mut facts = sight.shelf.book.facts.clone();
    facts.people.iter_mut().for_each(|p| name.clone_into(&mut p.name));
    facts.rooms.iter_mut().for_each(|r| name.clone_into(&mut r.name));
    facts.promises.iter_mut().for_each(|p| name.clone_into(&mut p.what));
    let (mut review, mut plan) = ((*sight.review).clone(), (*sight.plan).clone());
    review.rooms.iter_mut().for_each(|r| name.clone_into(&mut r.name));
    review.pull_back.iter_mut().for_each(|u| name.clone_into(&mut u.name));
    review.business_by_origin.iter_mut().for_each(|o| name.clone_into(&mut o.name));
    for item in &mut plan.items {
        item.names.iter_mut().for_each(|n| name.clone_into(n));
        item.room = item.room.as_ref().map(|_| name.to_owned());
        item.could_replace = item.could_replace.as_ref().map(|_| name.to_owned());
        item.because = vec![name.to_owned()];
        item.bring = vec![name.to_owned()];
        item.promises.iter_mut().for_each(|p| name.clone_into(&mut p.what));
    }
    sight.shelf = Arc::new(Shelf::new(Arc::new(Book::new(facts, &[]))));
    (sight.review, sight.plan) = (Arc::new(review), Arc::new(plan));
    sight
}

fn both(sight: &Sight) -> [String; 2] {
    [ThisWeek::of(sight).render().unwrap(), ReviewPage::of(sight).render().unwrap()]
}

#[test]
fn markup_in_a_name_is_shown_and_never_becomes_markup() {
    for name in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'onmouseover='x",
        "</title></svg><style>*{display:none}</style>",
        "{{ 7*7 }} {% include %}",
        "]]><!--",
    ] {
        for page in both(&named(name)) {
            let page = Html::parse_document(&page);
            let alien =
                Selector::parse("body script, style, img, [onerror], [onmouseover], [style]");
            assert_eq!(page.select(&alien.unwrap()).count(), 0, "{name}");
            assert!(page.root_element().text().any(|text| text.contains(name)), "{name} is shown");
            let main = Selector::parse("body > main > header.lead > h1").unwrap();
            assert_eq!(page.select(&main).count(), 1, "{name} broke the page");
        }
    }
}

#[test]
fn a_name_that_runs_the_other_way_does_not_turn_its_neighbours() {
    for page in both(&named("\u{202e}דוד כהן 👩‍👩‍👧‍👧")) {
        let page = Html::parse_document(&page);
        let people = Selector::parse("main a[href^='/people/']").unwrap();
        assert!(page.select(&people).count() > 0);
        for link in page.select(&people) {
            assert_eq!(link.value().attr("dir"), Some("auto"));
        }
    }
}

#[test]
fn a_name_of_ten_thousand_letters_neither_panics_nor_makes_the_page_heavy() {
    let long = both(&named(&"ض".repeat(10_000)));
    let [usual_week, usual_review] = both(&fixture::sight());
    for page in [&long[0], &long[1], &usual_week, &usual_review] {
        assert!(page.len() < 5 * HEAVIEST, "{} bytes", page.len());
    }
    assert!(usual_week.len() < HEAVIEST && usual_review.len() < HEAVIEST);
}

#[test]
fn nothing_on_a_page_needs_what_the_policy_forbids() {
    for (name, page) in super::pages() {
        let page = Html::parse_document(&page);
        let inline = "script:not([src]), style, [style], [onclick], [onload], [onerror], iframe, object, base";
        assert_eq!(page.select(&Selector::parse(inline).unwrap()).count(), 0, "{name}");
        for element in page.select(&Selector::parse("[href], [src], [action]").unwrap()) {
            let value = element.value();
            for attribute in ["href", "src", "action"] {
                let to = value.attr(attribute).unwrap_or("/");
                assert!(to.starts_with('/') || to.starts_with('#'), "{name}: {to} is elsewhere");
                assert!(!to.starts_with("//"), "{name}: {to} is elsewhere");
            }
        }
    }
}

#[test]
fn no_address_holds_a_name() {
    let mark = "Unmistakable";
    for page in both(&named(mark)) {
        let page = Html::parse_document(&page);
        for element in page.select(&Selector::parse("[href], [action], [id]").unwrap()) {
            for attribute in ["href", "action", "id"] {
                assert!(!element.value().attr(attribute).unwrap_or("").contains(mark));
            }
        }
    }
}
