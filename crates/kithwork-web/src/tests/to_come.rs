//! What is agreed for a day to come has not been yet.

use super::live::{Live, Page};
use super::week::{link, talks};
use kithwork_core::facts::Stage;

/// A book in which a talk is noted, and what is said right after.
async fn noting(text: &str) -> (Live, Page) {
    let live = Live::empty().await;
    let said = live.press(&live.page("/").await, "Save", &[("text", text)]).await;
    (live, said)
}

/// Row 12: nothing is suggested to follow a talk before it was.
#[tokio::test]
async fn a_talk_of_tomorrow_is_agreed_and_nothing_follows_it_yet() {
    let (live, week) = noting("lunch with Priya Nair tomorrow").await;
    assert_eq!(talks(&live).await[0].stage, Stage::Agreed);
    assert!(!week.says("main", "Write to Priya Nair"), "{:?}", week.texts("h3"));
    assert!(!week.says("main", "first talked"), "{:?}", week.texts(".because"));
    assert!(week.says("main", "Agreed for Tuesday"), "{:?}", week.texts(".because"));
}

/// The same where a file tells of a day ahead as if it had been.
#[tokio::test]
async fn a_talk_that_a_file_tells_of_ahead_is_no_first_talk() {
    let live = Live::with(&[
        ("people", "name\nPriya Nair\n"),
        ("interactions", "date,kind,people\n2026-11-17,one_to_one,Priya Nair\n"),
    ])
    .await;
    let week = live.page("/").await;
    assert!(!week.says("main", "Write to Priya Nair"), "{:?}", week.texts("h3"));
}

#[tokio::test]
async fn what_is_to_come_stands_apart_from_what_has_been() {
    let (live, said) = noting("Lunch with Priya Nair on 1 December").await;
    let says = said.texts(".done").join(" ");
    assert!(says.contains("One-to-one with Priya Nair (agreed), for 1 Dec 2026"), "{says}");
    assert!(!says.contains("Met Priya Nair") && !says.contains("Give them your card"), "{says}");
    let person = link(&live.page("/people").await, "Priya Nair");
    let page = live.page(&person).await;
    let to_come = page.texts("section[aria-labelledby=to-come]").join(" ");
    assert!(to_come.contains("One-to-one with Priya Nair (agreed)"), "{:?}", page.texts("main"));
    let been = page.texts("section[aria-labelledby=been]").join(" ");
    assert!(!been.contains("1 Dec One-to-one"), "{been}");
    assert!(been.contains("Mon 16 Nov Note: Lunch with Priya Nair"), "{been}");
}

#[tokio::test]
async fn what_is_agreed_beyond_the_week_stays_in_sight() {
    let (live, week) = noting("Lunch with Priya Nair next Monday").await;
    let says = "Agreed after this week: Priya Nair, Monday 23 November.";
    assert!(week.says("main .hint", says), "{:?}", week.texts("main .hint"));
    assert_eq!(link(&week, "A look at next week"), "/next-week");
    let ahead = live.page("/next-week").await;
    assert!(ahead.says("h3", "Priya Nair") && !ahead.says(".hint", "Agreed after"));
    // Her page holds what can be said of it.
    let person = live.page(&link(&week, "Priya Nair")).await;
    let part = "section[aria-labelledby=to-come]";
    let says = person.texts(&format!("{part} .acts")).join(" ");
    assert!(says.contains("Called off") && says.contains("Another day"), "{says}");
    let after = live.press(&person, "Called off", &[]).await;
    assert!(!after.says(part, "agreed"), "{:?}", after.texts(part));
}
