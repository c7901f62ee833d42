//! Friday, two minutes: what stood in the diary and happened or didn't, what is left over, one thanks
//! (design.md §1, the rhythm). After a fortnight away it is the one screen to begin with again.

use super::attendance::expected;
use crate::book::Book;
use crate::days::{days_after, days_before, days_between};
use crate::facts::{
    ConversationKind, Direction, HelpKind, InsteadOf, Meeting, Party, PromisedBy, ReferralStatus,
    Room, Stage,
};
use crate::id::{FactId, PersonId, RoomId};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashSet;

/// Days back for which somebody is asked whether something happened.
const ASKED_FOR: i32 = 60;
/// Days within which a thanks is still fresh.
const FRESH: i32 = 28;
/// Days without an entry after which somebody has been away.
const AWAY: i32 = 14;

/// The close of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Close {
    /// The day it is looked at.
    pub on: Date,
    /// Days since the last conversation or meeting that was written down; none where there is none.
    pub quiet_days: Option<u32>,
    /// What was agreed, whose day has come, and of which nobody has said whether it happened; the oldest
    /// first.
    pub unsaid: Vec<Unsaid>,
    /// Meetings that a group’s rhythm put on a day of the week that has come, and of which nothing is noted, by their
    /// days.
    pub unnoted: Vec<Unnoted>,
    /// The owner's own promises that the week brings up: those due in it, then those past their day, then those
    /// without one; the oldest first.
    pub promises: Vec<Left>,
    /// Notes of the week of which nothing was understood, the oldest first. A book in memory holds no raw
    /// words: whoever keeps the notes fills them in.
    pub kept: Vec<Kept>,
    /// Things of the week's plan that are still open. Whoever makes the plan fills them in.
    pub planned: u64,
    /// Somebody to thank: for work passed on that was lately decided, won or lost, else for the latest help
    /// that was not answered since.
    pub thanks: Option<Thanks>,
}

/// Something agreed of which nobody has said whether it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unsaid {
    /// The conversation.
    pub conversation: FactId,
    /// What kind.
    pub kind: ConversationKind,
    /// Its day.
    pub on: Date,
    /// With whom.
    pub people: Vec<PersonId>,
    /// Their names.
    pub names: Vec<String>,
}

/// A meeting that a group’s rhythm tells of, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unnoted {
    /// The group.
    pub room: RoomId,
    /// Its name.
    pub name: String,
    /// The day.
    pub on: Date,
}

/// A promise left over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The promise.
    pub promise: FactId,
    /// To whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What was promised.
    pub what: String,
    /// By when; none where no day was said.
    pub due_on: Option<Date>,
}

/// A note of which nothing was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// The note.
    pub note: FactId,
    /// The day it speaks of.
    pub on: Date,
    /// The owner's own words.
    pub words: String,
}

/// Somebody to thank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thanks {
    /// Whom.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// For what, as one would say it after their name.
    pub what: String,
    /// When.
    pub on: Date,
    /// The entry.
    pub fact: FactId,
    /// Whether it is work passed on that was decided: the thanks is then noted with it.
    pub is_decided: bool,
}

impl Close {
    /// The close of the week that a day lies in.
    pub fn of(book: &Book, on: Date) -> Self {
        let sunday = days_after(on, 6 - i32::from(on.weekday().to_monday_zero_offset()));
        Self {
            on,
            quiet_days: quiet_days(book, on),
            unsaid: unsaid(book, on),
            unnoted: unnoted(book, on, days_before(sunday, 6)),
            promises: promises(book, sunday),
            kept: Vec::new(),
            planned: 0,
            thanks: thanks(book, on),
        }
    }

    /// Whether the owner has been away for a fortnight: nothing is pressing then, and one screen does.
    pub fn was_away(&self) -> bool {
        self.quiet_days.is_some_and(|days| days >= AWAY.unsigned_abs())
    }

    /// Whether nothing is left to say.
    pub fn is_clear(&self) -> bool {
        let happened = self.unsaid.is_empty() && self.unnoted.is_empty();
        happened && self.kept.is_empty() && self.promises.is_empty() && self.thanks.is_none()
    }
}

impl Close {
    /// What is said where nothing waits for a word: that nothing is left over, or what of the plan still is.
    pub fn says_clear(&self) -> String {
        match self.planned {
            0 => "Nothing is left over.".to_owned(),
            1 => "Nothing waits for a word from you. One thing of the week’s plan is still open, and can wait."
                .to_owned(),
            open => format!(
                "Nothing waits for a word from you. {open} things of the week’s plan are still open, and can wait."
            ),
        }
    }
}

fn quiet_days(book: &Book, on: Date) -> Option<u32> {
    // Nobody has been away from a book that they have had for less than that.
    if book.begun_on().is_some_and(|begun| begun > days_before(on, AWAY)) {
        return None;
    }
    let talks = book.facts.conversations.iter();
    let talks = talks.filter(|c| c.stage == Stage::Happened && c.on <= on).map(|c| c.on);
    let meetings = book.facts.meetings.iter().filter(|m| m.on <= on).map(|m| m.on);
    let last = talks.chain(meetings).max()?;
    u32::try_from(days_between(last, on)).ok()
}

fn unsaid(book: &Book, on: Date) -> Vec<Unsaid> {
    let since = days_before(on, ASKED_FOR);
    let agreed = book.facts.conversations.iter();
    let agreed = agreed.filter(|c| c.stage == Stage::Agreed && since <= c.on && c.on <= on);
    let unsaid = agreed.map(|talk| {
        let rows = talk.people.iter().filter_map(|&id| book.person(id));
        Unsaid {
            conversation: talk.id,
            kind: talk.kind,
            on: talk.on,
            people: talk.people.clone(),
            names: rows.map(|person| person.name.clone()).collect(),
        }
    });
    unsaid.collect()
}

fn unnoted(book: &Book, on: Date, monday: Date) -> Vec<Unnoted> {
    let sunday = days_after(monday, 6);
    let is_of_week = |m: &&Meeting| monday <= m.on && m.on <= sunday;
    let day = |room: &Room| {
        let said: Vec<&Meeting> =
            book.facts.meetings.iter().filter(|m| m.room == room.id && m.on <= sunday).collect();
        let missed = book.missed.iter().filter(|m| m.room == room.id);
        let is_told = said.iter().copied().chain(missed).any(|m| is_of_week(&m));
        let day = expected(room, &said, monday).filter(|&day| !is_told && day <= on)?;
        (!gave_way(book, InsteadOf { room: room.id, on: day })).then_some(day)
    };
    let rooms = book.facts.rooms.iter();
    let mut all: Vec<Unnoted> = rooms
        .filter_map(|r| Some(Unnoted { room: r.id, name: r.name.clone(), on: day(r)? }))
        .collect();
    all.sort_by(|a, b| (a.on, &a.name).cmp(&(b.on, &b.name)));
    all
}

/// Whether something else was agreed, or held, in a meeting’s place.
fn gave_way(book: &Book, meeting: InsteadOf) -> bool {
    let mut talks = book.facts.conversations.iter().filter(|c| c.stage >= Stage::Agreed);
    talks.any(|c| c.instead_of == Some(meeting) && c.is_in_place())
}

fn promises(book: &Book, sunday: Date) -> Vec<Left> {
    let mine = book.facts.promises.iter();
    let mine = mine.filter(|p| p.direction == PromisedBy::Mine && p.done_on.is_none());
    let mut due: Vec<_> = mine.filter(|p| p.is_of_week(sunday)).collect();
    due.sort_by_key(|promise| promise.place(days_before(sunday, 6)));
    let left = due.into_iter().filter_map(|promise| {
        let person = book.person(promise.person).filter(|p| !p.do_not_contact)?;
        Some(Left {
            promise: promise.id,
            person: person.id,
            name: person.name.clone(),
            what: promise.what.clone(),
            due_on: promise.due_on,
        })
    });
    left.collect()
}

/// Something to thank somebody for: the day, whom, the entry, and what they did.
type Deed = (Option<Date>, PersonId, FactId, &'static str);

fn thanks(book: &Book, on: Date) -> Option<Thanks> {
    let fresh = |day: &Date| days_before(on, FRESH) <= *day && *day <= on;
    let latest = |deeds: Vec<Deed>, is_decided: bool| {
        let fresh = deeds.into_iter().filter_map(|(day, who, fact, what)| {
            let row = book.person(who).filter(|p| !p.do_not_contact)?;
            let name = row.name.clone();
            let what = what.to_owned();
            Some(Thanks { person: row.id, name, what, on: day.filter(fresh)?, fact, is_decided })
        });
        fresh
            .filter(|one| is_decided || !is_answered(book, one.person, one.on, on))
            .max_by_key(|one| (one.on, one.fact))
    };
    latest(decided(book), true).or_else(|| latest(done_for_me(book, on), false))
}

/// Work passed on that is decided, and nobody was thanked for: the thanks is for the trust, so what was
/// lost counts as much.
fn decided(book: &Book) -> Vec<Deed> {
    let received = book.facts.referrals.iter().filter(|r| r.direction == Direction::Received);
    let waiting = received.filter(|r| r.thanked_on.is_none()).filter_map(|r| {
        let what = match r.status.filter(|status| status.is_decided())? {
            ReferralStatus::Won => "passed on work that you won",
            _ => "passed on work that came to nothing",
        };
        Some((r.closed_on.or(r.on), r.person, r.id, what))
    });
    waiting.collect()
}

/// What somebody did for the owner, where nothing else tells whether they were thanked.
fn done_for_me(book: &Book, on: Date) -> Vec<Deed> {
    let thanked = book.facts.referrals.iter().filter(|r| r.thanked_on.is_some());
    let thanked: HashSet<FactId> = thanked.map(|r| r.id).collect();
    let passed_on = book.passed_on(on).into_iter().filter(|one| !thanked.contains(&one.fact));
    let passed_on = passed_on.map(|one| (one.on, one.by, one.fact, "passed work on to you"));
    let help = book.facts.help.iter().filter(|h| h.direction == Direction::Received);
    let help = help.map(|h| (h.on, h.person, h.id, helped(h.kind)));
    let made = book.facts.introductions.iter().filter_map(|i| {
        let by = i.introduced_by.person()?;
        let to = [i.person_a, i.person_b].contains(&Party::Me);
        to.then_some((i.on, by, i.id, "introduced you to somebody"))
    });
    passed_on.chain(help).chain(made).collect()
}

fn is_answered(book: &Book, who: PersonId, since: Date, until: Date) -> bool {
    let mut talks = book.conversations_of(who);
    talks.any(|c| c.stage == Stage::Happened && since < c.on && c.on <= until)
}

fn helped(kind: HelpKind) -> &'static str {
    match kind {
        HelpKind::Introduction => "introduced you to somebody",
        HelpKind::Referral => "passed work on to you",
        HelpKind::Testimonial => "spoke for you",
        HelpKind::Invitation => "invited you",
        _ => "helped you",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Business, Conversation, Help, Person, Promise, Referral};
    use jiff::civil::date;
    use uuid::Uuid;

    /// A Friday.
    const FRIDAY: Date = date(2026, 11, 20);

    fn id(n: u128) -> FactId {
        FactId(Uuid::from_u128(n))
    }

    fn ann() -> PersonId {
        PersonId(Uuid::from_u128(1))
    }

    fn facts() -> Facts {
        let mut facts = Facts::default();
        facts.people.push(Person::named(ann(), "Ann Bell"));
        facts
    }

    fn talk(n: u128, days_ago: i32, stage: Stage) -> Conversation {
        let on = days_before(FRIDAY, days_ago);
        let mut talk = Conversation::happened(id(n), ConversationKind::OneToOne, on, vec![ann()]);
        talk.stage = stage;
        talk
    }

    fn close(facts: Facts) -> Close {
        Close::of(&Book::new(facts, &[]), FRIDAY)
    }

    #[test]
    fn what_was_agreed_and_its_day_has_come_is_asked_for() {
        let mut facts = facts();
        facts.conversations.extend([
            talk(10, 2, Stage::Agreed),
            talk(11, -3, Stage::Agreed),
            talk(12, 3, Stage::Happened),
            talk(13, 200, Stage::Agreed),
        ]);
        let close = close(facts);
        let asked: Vec<_> = close.unsaid.iter().map(|u| u.conversation).collect();
        assert_eq!(asked, [id(10)]);
        assert_eq!(close.unsaid[0].names, ["Ann Bell"]);
        assert_eq!(close.quiet_days, Some(3));
        assert!(!close.was_away() && !close.is_clear());
    }

    #[test]
    fn a_meeting_of_a_rhythm_that_nobody_noted_is_asked_for() {
        let mut facts = facts();
        let room = RoomId(Uuid::from_u128(60));
        facts.rooms.push(Room::named(room, "Noon Club"));
        // Wednesdays, and this week’s is not noted.
        let held = |weeks: u8| {
            let on = days_before(FRIDAY, 2 + 7 * i32::from(weeks));
            Meeting::held(id(60 + u128::from(weeks)), room, on)
        };
        facts.meetings.extend([1, 2, 3].map(held));
        let asked = close(facts.clone());
        let days: Vec<_> = asked.unnoted.iter().map(|u| (u.name.as_str(), u.on)).collect();
        assert_eq!(days, [("Noon Club", date(2026, 11, 18))]);
        assert!(!asked.is_clear());
        let early = Close::of(&Book::new(facts.clone(), &[]), date(2026, 11, 17));
        assert!(early.unnoted.is_empty(), "its day has not come");
        let said = Meeting { missed: Some(true), ..held(0) };
        facts.meetings.push(said);
        assert!(close(facts).unnoted.is_empty(), "a word was said of it");
    }

    #[test]
    fn promises_due_by_sunday_are_left_over_and_kept_ones_are_not() {
        let mut facts = facts();
        for (n, due, done) in [(20, 2, None), (21, -2, None), (22, -3, None), (23, 5, Some(FRIDAY))]
        {
            facts.promises.push(Promise {
                id: id(n),
                person: ann(),
                direction: PromisedBy::Mine,
                what: "the list".to_owned(),
                made_on: None,
                due_on: Some(days_before(FRIDAY, due)),
                done_on: done,
            });
        }
        let left: Vec<_> = close(facts).promises.iter().map(|p| p.promise).collect();
        assert_eq!(left, [id(20), id(21)], "Monday's is next week's");
    }

    #[test]
    fn a_promise_without_a_day_is_left_over_at_once_below_the_others_and_not_for_good() {
        let mut facts = facts();
        for (n, made) in [(20, Some(6)), (21, Some(30)), (22, Some(80)), (23, Some(2)), (24, None)]
        {
            facts.promises.push(Promise {
                id: id(n),
                person: ann(),
                direction: PromisedBy::Mine,
                what: "the list".to_owned(),
                made_on: made.map(|days| days_before(FRIDAY, days)),
                due_on: None,
                done_on: None,
            });
        }
        let left = close(facts).promises;
        let ids: Vec<_> = left.iter().map(|p| p.promise).collect();
        assert_eq!(ids, [id(21), id(20), id(23)], "an old thread presses nobody");
        assert!(left.iter().all(|p| p.due_on.is_none()));
    }

    #[test]
    fn one_thanks_for_what_was_not_answered_yet() {
        let mut facts = facts();
        facts.help.push(Help {
            id: id(30),
            on: Some(days_before(FRIDAY, 6)),
            direction: Direction::Received,
            person: ann(),
            kind: HelpKind::Testimonial,
            asked: None,
            about: None,
            outcome: None,
        });
        let thanks = close(facts.clone()).thanks.unwrap();
        assert_eq!((thanks.name.as_str(), thanks.what.as_str()), ("Ann Bell", "spoke for you"));
        facts.conversations.push(talk(31, 1, Stage::Happened));
        assert_eq!(close(facts).thanks, None);
    }

    #[test]
    fn a_client_that_somebody_sent_is_worth_a_thanks() {
        let mut facts = facts();
        facts.business.push(Business {
            id: id(35),
            won_on: Some(days_before(FRIDAY, 6)),
            client: "Acme".to_owned(),
            source_kind: None,
            source: None,
            referrer: Some(ann()),
            room: None,
            value: None,
            notes: None,
        });
        let thanks = close(facts).thanks.unwrap();
        assert_eq!(
            (thanks.what.as_str(), thanks.fact, thanks.is_decided),
            ("passed work on to you", id(35), false)
        );
    }

    #[test]
    fn whoever_passed_on_work_that_is_decided_is_thanked_first_won_or_lost() {
        let mut facts = facts();
        facts.people.push(Person::named(PersonId(Uuid::from_u128(2)), "Tom Ellis"));
        let referral = |n, person, closed: i32, status, thanked_on| Referral {
            status: Some(status),
            closed_on: Some(days_before(FRIDAY, closed)),
            thanked_on,
            ..Referral::passed_on(id(n), Direction::Received, person, Some(days_before(FRIDAY, 90)))
        };
        let tom = PersonId(Uuid::from_u128(2));
        facts.referrals = vec![
            referral(50, ann(), 3, ReferralStatus::Won, Some(FRIDAY)),
            referral(51, tom, 8, ReferralStatus::Lost, None),
            referral(52, ann(), 40, ReferralStatus::Won, None),
        ];
        facts.help.push(Help {
            id: id(53),
            on: Some(days_before(FRIDAY, 1)),
            direction: Direction::Received,
            person: ann(),
            kind: HelpKind::Advice,
            asked: None,
            about: None,
            outcome: None,
        });
        let first = close(facts.clone()).thanks.unwrap();
        assert_eq!(
            (first.fact, first.is_decided),
            (id(51), true),
            "not the one thanked, nor one long ago"
        );
        assert_eq!(first.what, "passed on work that came to nothing");
        facts.referrals[1].thanked_on = Some(FRIDAY);
        let next = close(facts).thanks.unwrap();
        assert_eq!((next.fact, next.is_decided), (id(53), false));
    }

    #[test]
    fn a_fortnight_without_an_entry_is_a_fortnight_away() {
        let mut facts = facts();
        assert!(!close(facts.clone()).was_away(), "an empty book was never left");
        facts.conversations.push(talk(40, 14, Stage::Happened));
        assert!(close(facts.clone()).was_away());
        facts.people[0].do_not_contact = true;
        assert!(close(facts).promises.is_empty());
    }
}
