//! Counts that the owner can verify at a glance: belief begins there.

use crate::say;
use crate::sight::Sight;
use crate::why::{Dated, Why};
use jiff::civil::Weekday;
use kithwork_core::facts::{Meeting, Stage};
use kithwork_core::id::{FactId, RoomId};
use kithwork_core::review::{PASSED_ON, RoomReview};

/// Rooms whose meetings are counted one by one.
const ROOMS: usize = 3;
/// A count with its inside.
#[derive(Clone, Debug)]
pub(super) struct Count {
    /// How many.
    pub number: String,
    /// Of what: `Thursdays`.
    pub of: String,
    /// At what: a room's name.
    pub at: Option<String>,
    /// The latest of them.
    pub why: Why,
}

/// The counts: the busiest rooms, then what happened outside them.
pub(super) fn counts(sight: &Sight) -> Vec<Count> {
    let mut rooms: Vec<&RoomReview> =
        sight.review.rooms.iter().filter(|r| r.meetings > 0).collect();
    rooms.sort_by_key(|r| std::cmp::Reverse(r.meetings));
    let rooms = rooms.into_iter().take(ROOMS).map(|r| room(r, sight));
    rooms.chain(others(sight)).collect()
}

fn room(review: &RoomReview, sight: &Sight) -> Count {
    let held = held(review.room, sight);
    let of = weekday(&held).unwrap_or(if review.meetings == 1 { "meeting" } else { "meetings" });
    let ids: Vec<FactId> = held.iter().map(|m| m.id).collect();
    let figure = format!("room-{}", review.room);
    Count {
        number: say::number(review.meetings),
        of: of.to_owned(),
        at: Some(say::shortened(&review.name)),
        why: Why {
            says: "Counted: the times the book has you at this group.".to_owned(),
            ..Why::entries(&ids, &sight.shelf, sight.today, Some(&figure))
        },
    }
}

/// The meetings of a room up to the date, oldest first.
pub(crate) fn held(room: RoomId, sight: &Sight) -> Vec<&Meeting> {
    let meetings = sight.shelf.book.facts.meetings.iter();
    meetings.filter(|m| m.room == room && m.on <= sight.review.as_of).collect()
}

/// The one-to-ones that happened up to the date, oldest first.
pub(crate) fn one_to_ones(sight: &Sight) -> Vec<FactId> {
    let talks = sight.shelf.book.facts.conversations.iter();
    let happened = talks.filter(|c| {
        c.kind.is_one_to_one() && c.stage == Stage::Happened && c.on <= sight.review.as_of
    });
    happened.map(|c| c.id).collect()
}

/// The work passed on up to the date, undated first: told as referrals, or by the business alone.
pub(crate) fn referrals(sight: &Sight) -> Vec<FactId> {
    sight.shelf.book.passed_on(sight.review.as_of).into_iter().map(|one| one.fact).collect()
}

/// The weekday on which these meetings were, if it is one.
fn weekday(held: &[&Meeting]) -> Option<&'static str> {
    const DAYS: [(Weekday, &str); 7] = [
        (Weekday::Monday, "Mondays"),
        (Weekday::Tuesday, "Tuesdays"),
        (Weekday::Wednesday, "Wednesdays"),
        (Weekday::Thursday, "Thursdays"),
        (Weekday::Friday, "Fridays"),
        (Weekday::Saturday, "Saturdays"),
        (Weekday::Sunday, "Sundays"),
    ];
    let on = |day| held.iter().filter(|m| m.on.weekday() == day).count();
    let (count, said) = DAYS.iter().map(|(day, said)| (on(*day), *said)).max_by_key(|d| d.0)?;
    // Only a room that keeps its day is called by it: the count must be the room's own.
    (held.len() > 1 && count == held.len()).then_some(said)
}

fn others(sight: &Sight) -> Vec<Count> {
    let totals = &sight.review.totals;
    let count = |number, one: &str, many: &str, why| Count {
        number: say::number(number),
        of: if number == 1 { one } else { many }.to_owned(),
        at: None,
        why,
    };
    let (sat, received) = (one_to_ones(sight), referrals(sight));
    vec![
        count(totals.one_to_ones, "one-to-one", "one-to-ones", said(&sat, sight, "one-to-ones")),
        count(
            totals.passed_on,
            "piece of work passed on to you",
            "pieces of work passed on to you",
            Why {
                says: format!("{PASSED_ON} Counted over the whole book."),
                ..said(&received, sight, "referrals")
            },
        ),
        count(totals.people, "person", "people", people(sight)),
    ]
}

fn said(ids: &[FactId], sight: &Sight, figure: &str) -> Why {
    Why {
        says: "Counted over the whole book.".to_owned(),
        ..Why::entries(ids, &sight.shelf, sight.today, Some(figure))
    }
}

fn people(sight: &Sight) -> Why {
    let aside = sight.review.totals.set_aside;
    let counted = "Everyone in the book that a meeting, a conversation, one of your own lists or a profile \
                   such as LinkedIn’s supports; whoever you know no more of is there by name only.";
    let says = match aside {
        0 => counted.to_owned(),
        1 => format!(
            "{counted} One more stands only in an address book: set aside, and found by search."
        ),
        aside => format!(
            "{counted} {} more stand only in an address book: set aside, and found by search.",
            say::number(aside)
        ),
    };
    Why { says, lines: Vec::<Dated>::new(), ..Why::default() }
}
