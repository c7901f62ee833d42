//! The review's reasons, said once each and in their own words.

use super::fixture;
use crate::pages::review::ReviewPage;
use crate::pages::sheet::Sheet;
use crate::pages::this_week::ThisWeek;
use crate::sight::Sight;
use askama::Template;
use jiff::civil::date;
use kithwork_core::id::FactId;
use kithwork_core::review::{
    Advocates, Again, Basis, Finding, LooseEnd, NETWORKING_WON, Objectives, PASSED_ON, Review,
    State, Step, Time, Trying,
};
use scraper::{Html, Selector};
use std::sync::Arc;
use uuid::Uuid;

fn texts(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let words = |e: scraper::ElementRef<'_>| {
        e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&Selector::parse(selector).unwrap()).map(words).collect()
}

/// The fixture's book with another review.
fn sight(change: impl FnOnce(&mut Review)) -> Sight {
    let mut sight = fixture::sight();
    let mut review = Review::clone(&sight.review);
    change(&mut review);
    sight.review = Arc::new(review);
    sight
}

fn page(change: impl FnOnce(&mut Review)) -> String {
    ReviewPage::of(&sight(change)).render().unwrap()
}

fn untold(code: &'static str, missing: &str) -> Finding {
    let mut finding = Finding { code, says: format!("What {code} says."), ..Finding::default() };
    missing.clone_into(&mut finding.evidence.missing);
    finding
}

#[test]
fn a_reason_that_holds_back_many_is_said_once() {
    let why = "Fewer than half of the weeks have an entry: too few to judge by.";
    let page = page(|review| {
        let held = ["no-objective", "fatigue", "few-sources"].map(|code| untold(code, why));
        review.findings =
            held.into_iter().chain([untold("over-stretched", "Say how many.")]).collect();
    });
    assert_eq!(page.matches(why).count(), 1);
    let others = &texts(&page, "details.others")[0];
    assert!(others.starts_with("What can’t be told yet (4) Fewer than half"), "{others}");
    assert!(others.ends_with("What over-stretched says. Say how many."), "{others}");
}

#[test]
fn a_room_told_by_who_is_there_is_called_so() {
    let page = page(|review| {
        review.findings = vec![Finding {
            code: "wrong-rooms",
            basis: Basis::WhoIsThere,
            state: State::Seen,
            measure: Some(0.0),
            threshold: 0.1,
            numerator: Some(0),
            denominator: Some(24),
            says: "Chamber Lunch: 0 of 24 people met there are those you want to meet.".to_owned(),
            ..untold("wrong-rooms", "")
        }];
    });
    assert_eq!(texts(&page, "ol.findings h3"), ["A group with few people you want to meet"]);
    let opens = texts(&page, "ol.findings summary");
    assert!(opens[0].ends_with("(0 of 24: 0%, very likely 0 to 14%)"), "{opens:?}");
}

/// Row 46: what is asked at the top stands nowhere else, and whoever tries something is not asked.
#[test]
fn what_repeats_itself_is_asked_once_and_answered_by_what_is_tried() {
    let again = |trying| Again {
        codes: vec!["weak-introduction"],
        since: date(2026, 8, 17),
        similarity: 0.99,
        meant: Vec::new(),
        offers: Vec::new(),
        trying,
        says: "Your weeks look alike (99%).".to_owned(),
    };
    let asked = page(|review| {
        let same = Finding { measure: Some(0.99), ..untold("same-again", "Note one thing.") };
        review.findings = vec![same, untold("fatigue", "Say how it was.")];
        review.again = Some(again(Vec::new()));
    });
    assert_eq!(asked.matches("look alike").count(), 1);
    assert_eq!(
        texts(&asked, ".remark a[href^='/review/outlook']").len(),
        1,
        "a year that showed nothing stands first"
    );
    assert_eq!(texts(&asked, "details.others > summary"), ["What can’t be told yet (1)"]);
    assert_eq!(texts(&asked, ".remark a[href^='/aims']"), ["Try one thing for six weeks"]);
    let tried = page(|review| {
        let since = Some(date(2026, 11, 9));
        let what = "Write it the evening before.".to_owned();
        review.again = Some(again(vec![Trying { aim: FactId(Uuid::nil()), what, since }]));
    });
    let says = &texts(&tried, ".remark")[1];
    assert!(
        says.contains("You are trying: “Write it the evening before” since Mon 9 Nov."),
        "{says}"
    );
    assert_eq!(texts(&tried, ".remark a[href^='/aims']"), ["See how it goes"]);
}

/// Row 56: all of them are a link away, and the link finds the same.
#[test]
fn whoever_waits_for_a_word_stands_in_the_review_with_a_way_to_all_of_them() {
    let many = |sight: &Sight| {
        let mut review = Review::clone(&sight.review);
        let one = review.pull_back[0].clone();
        review.pull_back = vec![one; 130];
        ReviewPage::of(&Sight { review: Arc::new(review), ..sight.clone() }).render().unwrap()
    };
    let live = many(&fixture::sight());
    assert_eq!(texts(&live, "a[href='/people?undecided=yes']"), ["All 130 of them"]);
    assert_eq!(texts(&live, "section[aria-labelledby=unheard] details > summary"), ["75 more"]);
    assert_eq!(texts(&live, "section[aria-labelledby=unheard] .triage li").len(), 100);
    assert!(texts(&live, ".contents a").contains(&"Nothing decided yet".to_owned()));
    let past = many(&Sight { is_live: false, ..fixture::sight() });
    assert!(past.contains("And 30 more."), "a list of today tells nothing of another day");
}

/// Row 55: those seen only at meetings stand beside the finding, all a link away.
#[test]
fn people_seen_only_at_meetings_are_named_with_how_often() {
    let one = |n: u64| LooseEnd {
        person: fixture::person(4),
        name: format!("Priya {n}"),
        on: Some(date(2026, 11, 12)),
        times: Some(n),
        says: String::new(),
    };
    let sight = sight(|review| {
        review.loose_ends.too_recent = 34;
        review.loose_ends.never_outside = (1..=41).rev().map(one).collect();
        let found = Finding { state: State::Seen, ..untold("only-in-rooms", "") };
        review.findings = vec![found];
    });
    let page = ReviewPage::of(&sight).render().unwrap();
    assert_eq!(texts(&page, "#in-only-rooms li").len(), 12);
    assert_eq!(texts(&page, "#in-only-rooms li")[0], "Priya 41: 41 times, last on Thu 12 Nov");
    assert!(
        page.contains("34 more, first met in the last 45 days, may still be seen"),
        "who is left out"
    );
    let all = "a[href='/review/only-rooms?as_of=2026-11-16']";
    assert_eq!(texts(&page, all), ["All 41, and how often you saw each", "All 41"]);
    let sheet = Sheet::only_rooms(&sight).render().unwrap();
    assert_eq!(texts(&sheet, ".told li").len(), 42, "and how many are left out");
}

/// Rows 8 and 70: where calls and messages are not noted, nobody is said to have heard nothing.
#[test]
fn nothing_noted_is_not_nothing_said() {
    let sight = sight(|review| review.funnel.followed_up = Step::default());
    let week = ThisWeek::of(&sight).render().unwrap();
    assert!(!texts(&week, ".lede")[0].contains("heard"), "{:?}", texts(&week, ".lede"));
    let review = ReviewPage::of(&sight).render().unwrap();
    assert!(!texts(&review, "#in-met")[0].contains("Heard from you"));
    let unheard = texts(&review, "section[aria-labelledby=unheard] .hint");
    assert_eq!(
        unheard[0],
        "Outside meetings, nothing is written down between you and 19 people since you met."
    );
}

/// Row 17: how many one-to-ones had an objective, and came to it, stands in the review itself.
#[test]
fn what_one_to_ones_were_for_stands_in_the_review_itself() {
    let page = |objectives| {
        let sight = sight(|review| review.objectives = objectives);
        ReviewPage::of(&sight).render().unwrap()
    };
    let of =
        |with_objective, met, open| Some(Objectives { one_to_ones: 28, with_objective, met, open });
    let said = |page: &str| texts(page, "section[aria-labelledby=one-to-ones] p");
    assert_eq!(
        said(&page(of(14, 11, 2)))[0],
        "Of 28 one-to-ones in the last year 14 had an objective (50%); 11 came to it, of 2 it is not said yet."
    );
    assert_eq!(
        said(&page(of(0, 0, 0)))[0],
        "Of 28 one-to-ones in the last year none had an objective."
    );
    let without = page(None);
    assert!(said(&without).iter().all(|line| !line.contains("objective")), "{:?}", said(&without));
}

/// Rows 10 and 51: figures that differ say what each of them counts.
#[test]
fn what_was_passed_on_and_what_networking_won_say_what_they_count() {
    let page = ReviewPage::of(&fixture::sight()).render().unwrap();
    assert!(texts(&page, "main").iter().any(|all| all.contains(PASSED_ON)));
    assert!(texts(&page, "#in-channels .hint")[0].contains(NETWORKING_WON));
}

/// Row 69: who is warm and who is ready are counted among the same people, and may be the same.
#[test]
fn of_those_who_speak_for_one_the_warm_and_the_ready_are_told_as_parts_of_them() {
    let sight = sight(|review| {
        let who = review.loose_ends.undecided.iter().map(|end| end.person).take(13).collect();
        review.advocates = Advocates { people: 13, champions: 0, warm: 12, ready: 1, who };
    });
    let sheet = Sheet::outlook(&sight).render().unwrap();
    let told = texts(&sheet, "section[aria-labelledby=sight]").join(" ");
    let says = ". Of these 12 are warm, and 1 is ready to refer you now, warm or not.";
    assert!(told.contains(says), "{told}");
}

/// Rows 10 and 45: what nobody noted is not told as nothing spent.
#[test]
fn a_cost_that_nobody_noted_is_no_nought() {
    let page = page(|review| {
        let networking = &mut review.channels[0];
        (networking.is_cost_told, networking.cost.minor) = (false, 0);
    });
    let row = &texts(&page, "#in-channels > table tbody tr")[0];
    assert!(row.contains("no cost noted") && !row.contains("£0"), "{row}");
}

/// Row 1: hours in meetings alone are no time with people, and that share is said openly.
#[test]
fn the_hours_are_told_with_the_share_that_went_to_people() {
    let said = |meeting_minutes, people_minutes| {
        let page = page(|review| {
            review.time_period = Time { meeting_minutes, people_minutes, prep_minutes: 0 };
        });
        texts(&page, "section[aria-labelledby=hours] > p").join(" ")
    };
    let says = said(910, 0);
    let told = "15 h 10 in meetings, 0 min with people outside them, travel included; 0% of it with people.";
    assert!(says.contains(told), "{says}");
    assert!(said(60, 30).contains("; 33% of it with people."), "{}", said(60, 30));
    assert!(!said(0, 0).contains("of it with people"), "no hours, no share");
}
