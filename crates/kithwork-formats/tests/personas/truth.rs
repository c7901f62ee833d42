//! What a persona's truth.json says, and what a book says of the same.

use crate::folder::Folder;
use jiff::civil::Date;
use kithwork_core::book::{Book, Occurrence};
use kithwork_core::fact::Facts;
use kithwork_core::facts::{Direction, Meaning};
use kithwork_formats::occurrences;
use std::collections::BTreeSet;

/// The sums of a book up to a date.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    people: u64,
    meetings: u64,
    one_to_ones: u64,
    interactions: u64,
    help_given: u64,
    introductions: u64,
    referrals_received: u64,
    promises: u64,
    promises_overdue: u64,
    business_total: i64,
    meeting_minutes: u64,
    nurture_minutes: u64,
}

fn count(items: usize) -> u64 {
    u64::try_from(items).expect("a count")
}

fn as_of(folder: &Folder) -> Date {
    folder.truth["as_of"].as_str().expect("a date").parse().expect("a date")
}

fn book(facts: &Facts, as_of: Date) -> Book {
    let series = facts.entries.iter().filter(|e| e.event.rrule.is_some());
    let spelt: Vec<Occurrence> = series
        .flat_map(|entry| {
            let all = occurrences(&entry.event, as_of).expect("a rule");
            all.into_iter().map(|at| Occurrence { entry: entry.id, at })
        })
        .collect();
    Book::new(facts.clone(), &spelt)
}

impl Sums {
    pub(crate) fn of(facts: &Facts, folder: &Folder) -> Self {
        let as_of = as_of(folder);
        let book = book(facts, as_of);
        let f = &book.facts;
        let talks: Vec<_> = f.conversations.iter().filter(|c| c.on <= as_of).collect();
        let meetings: Vec<_> = f.meetings.iter().filter(|m| m.on <= as_of).collect();
        let minutes = |m: Option<u32>, t: Option<u32>| u64::from(m.unwrap_or(0) + t.unwrap_or(0));
        let given = |d: &Direction| *d == Direction::Given;
        Self {
            people: count(f.people.iter().filter(|p| p.counts()).count()),
            meetings: count(meetings.len()),
            one_to_ones: count(talks.iter().filter(|c| c.kind.is_one_to_one()).count()),
            interactions: count(talks.len()),
            help_given: count(f.help.iter().filter(|h| given(&h.direction)).count()),
            introductions: count(f.introductions.len()),
            referrals_received: count(f.referrals.iter().filter(|r| !given(&r.direction)).count()),
            promises: count(f.promises.len()),
            promises_overdue: count(f.promises.iter().filter(|p| p.is_overdue(as_of)).count()),
            business_total: f.business.iter().filter_map(|b| b.value).map(|v| v.minor).sum(),
            meeting_minutes: meetings.iter().map(|m| minutes(m.minutes, m.travel_minutes)).sum(),
            nurture_minutes: talks.iter().map(|c| minutes(c.minutes, c.travel_minutes)).sum(),
        }
    }

    /// The truth; of a folder that holds contacts and calendar alone, what these can tell.
    pub(crate) fn expected(folder: &Folder) -> Self {
        let number = |name: &str| folder.truth[name].as_u64().expect("a number");
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "hours of a few years, in minutes"
        )]
        let minutes =
            |name: &str| (folder.truth[name].as_f64().expect("hours") * 60.0).round() as u64;
        Self {
            people: number("people"),
            meetings: number("meetings"),
            one_to_ones: number("one_to_ones"),
            interactions: number("interactions"),
            help_given: number("help_given"),
            introductions: number("introductions"),
            referrals_received: number("referrals_received"),
            promises: number("promises"),
            promises_overdue: number("promises_overdue"),
            business_total: folder.truth["business_total"].as_i64().expect("pounds") * 100,
            meeting_minutes: minutes("meeting_hours_all"),
            nurture_minutes: minutes("nurturing_hours_all"),
        }
    }
}

/// What contacts and calendar alone hold.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PhoneOnly {
    pub(crate) people: u32,
    pub(crate) rooms: u32,
    pub(crate) meetings: u32,
    pub(crate) one_to_ones: u32,
}

impl PhoneOnly {
    pub(crate) fn of(facts: &Facts, folder: &Folder) -> Self {
        let as_of = as_of(folder);
        let book = book(facts, as_of);
        let f = &book.facts;
        let count = |n: usize| u32::try_from(n).expect("a count");
        let talks: Vec<_> = f.conversations.iter().filter(|c| c.on <= as_of).collect();
        let met: BTreeSet<_> = talks.iter().flat_map(|c| &c.people).collect();
        assert_eq!(met.len(), f.people.iter().filter(|p| p.counts()).count(), "{}", folder.name);
        assert!(
            f.entries
                .iter()
                .all(|e| e.meaning != Meaning::Undecided || e.event.attendees.is_empty())
        );
        Self {
            people: count(met.len()),
            rooms: count(f.rooms.len()),
            meetings: count(f.meetings.iter().filter(|m| m.on <= as_of).count()),
            one_to_ones: count(talks.iter().filter(|c| c.kind.is_one_to_one()).count()),
        }
    }
}

impl Folder {
    pub(crate) fn phone_only(&self) -> PhoneOnly {
        let number = |name: &str| {
            let number = self.truth["phone_only"][name].as_u64().expect("a number");
            u32::try_from(number).expect("a count")
        };
        PhoneOnly {
            people: number("people"),
            rooms: number("rooms"),
            meetings: number("meetings"),
            one_to_ones: number("one_to_ones"),
        }
    }
}
