//! The pages of what the mind itself says of a book.

use super::fixture;
use crate::pages::review::ReviewPage;
use crate::pages::this_week::ThisWeek;
use crate::sight::Sight;
use askama::Template;
use kithwork_core::params::Params;
use kithwork_core::plan::Plan;
use kithwork_core::review::Review;
use scraper::{Html, Selector};
use std::sync::Arc;

fn sight() -> Sight {
    let (sight, params) = (fixture::sight(), Params::default());
    let book = &sight.shelf.book;
    Sight {
        review: Arc::new(Review::of(book, fixture::TODAY, &params)),
        plan: Arc::new(Plan::for_week(book, fixture::TODAY, 360, &params)),
        ..sight.clone()
    }
}

#[test]
fn each_thing_to_do_that_the_plan_finds_says_why() {
    let page = Html::parse_document(&ThisWeek::of(&sight()).render().unwrap());
    let count = |css: &str| page.select(&Selector::parse(css).unwrap()).count();
    assert!(count(".task") > 0, "the plan of a full book proposes something");
    assert_eq!(count(".task .because > span:first-child"), count(".task"));
    assert!(count(".group .task") <= 5);
}

#[test]
fn each_count_of_the_review_opens_to_as_many_entries() {
    let sight = sight();
    let page = ReviewPage::of(&sight).render().unwrap();
    assert!(page.contains("<b>71</b> <span>Thursdays at <bdi>Thursday Chapter</bdi>"), "{page}");
    let sat = crate::pages::review::counts::one_to_ones(&sight).len() as u64;
    assert_eq!(sat, sight.review.totals.one_to_ones);
    for room in &sight.review.rooms {
        let held = crate::pages::review::counts::held(room.room, &sight).len() as u64;
        assert_eq!(held, room.meetings, "{}", room.name);
    }
}
