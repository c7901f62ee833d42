//! One group: what became of the people met there, new faces beside friends, stay or leave, its
//! meetings (mission rows 8, 42, 49 and 71).

use super::review::rooms::{self, Hour};
use crate::act::Act;
use crate::chart::IntervalPlot;
use crate::figure;
use crate::frame::{Frame, Place};
use crate::say;
use crate::seen::Seen;
use crate::sight::Sight;
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use kithwork_core::facts::{Cadence, Room, RoomKind};
use kithwork_core::id::RoomId;
use kithwork_core::money::{Amount, Money};
use kithwork_core::plan::Attendance;
use kithwork_core::review::{
    Cohort, Fit, Held, Leaving, NextFee, RatedRoom, RoomSheet, State, Suggests,
};

/// People named at once, and meetings.
const SHOWN: usize = 12;

/// One group.
#[derive(Debug, Template)]
#[template(path = "group.html")]
pub(crate) struct GroupPage {
    frame: Frame,
    id: RoomId,
    name: String,
    lede: String,
    steps: Option<IntervalPlot>,
    too_young: String,
    faces: String,
    fit: Option<Fits>,
    hours: Vec<Hour>,
    leaving: Option<Stay>,
    /// When it was left, in words; empty where it was not.
    left: String,
    /// When it was last decided to stay, in words; empty where it never was.
    stayed: String,
    stays: Act,
    leave: Act,
    coming: Vec<Slot>,
    held: Vec<Slot>,
    earlier: Vec<Slot>,
    /// How many there were before these.
    before: usize,
    rule: Vec<String>,
    rated: String,
    /// Each part of the opinion that was given, and when.
    scores: Vec<(&'static str, String)>,
    parts: [Part; 3],
    seen: Seen,
    note: String,
    people: Vec<Words>,
    more_people: usize,
    facts: Vec<(&'static str, String)>,
    notes: String,
}

crate::visit::framed!(GroupPage);

/// Whether those are there whom the owner wants to meet.
#[derive(Debug)]
struct Fits {
    verdict: &'static str,
    says: String,
    likely: String,
}

/// What staying takes and may bring.
#[derive(Debug)]
struct Stay {
    says: String,
    lines: Vec<(&'static str, String)>,
    /// What is not known of its fees, asked for where it is entered.
    asks: &'static str,
}

/// A meeting in the list.
#[derive(Debug)]
struct Slot {
    to: String,
    when: String,
    iso: String,
    what: String,
}

/// One part of the owner's opinion.
#[derive(Debug)]
struct Part {
    name: &'static str,
    label: &'static str,
    ends: (&'static str, &'static str),
    held: String,
}

impl GroupPage {
    /// The page of a room.
    pub(crate) fn of(sheet: &RoomSheet, sight: &Sight) -> Self {
        let (room, today) = (&sheet.room, sight.today);
        let slot = |held: &Held| slot(held, today);
        let mut people = sheet.people.iter().map(|one| {
            let (times, on) = (say::times(one.times), say::day(one.last_on, today));
            let last = if one.times == 1 { "" } else { "last " };
            let who = Words::default().people([(one.person, one.name.as_str())]);
            who.then(format!(", {times}, {last}{on}"))
        });
        let funnel = sheet.funnel.as_ref();
        let leaving = sheet.figures.as_ref().and_then(|of| of.leaving.as_ref());
        let parts = parts(sheet.rating.as_ref());
        let note = sheet.rating.as_ref().and_then(|of| of.notes.clone()).unwrap_or_default();
        Self {
            frame: Frame::new(room.name.clone(), Place::Groups),
            id: room.id,
            name: room.name.clone(),
            lede: lede(sheet),
            steps: funnel.and_then(figure::steps::of_cohort),
            too_young: funnel.map(too_young).unwrap_or_default(),
            faces: sheet.faces.says.clone(),
            fit: sheet.figures.as_ref().and_then(|of| of.fit.as_ref()).map(fits),
            hours: sheet.figures.iter().flat_map(|of| rooms::hours(of, sight)).collect(),
            leaving: leaving.map(|of| stay(of, today)),
            left: left(room, today),
            stayed: stayed(sheet.rating.as_ref(), today),
            stays: Act::does("I stay", format!("/groups/{}/stay", room.id)),
            leave: Act::does("I leave it", format!("/groups/{}/leave", room.id)),
            coming: sheet.coming.iter().map(slot).collect(),
            held: sheet.held.iter().take(SHOWN).map(slot).collect(),
            earlier: sheet.held.iter().skip(SHOWN).map(slot).collect(),
            before: sheet.before,
            rule: sheet.attendance.map(rule).unwrap_or_default(),
            rated: sheet.rating.as_ref().map(rated).unwrap_or_default(),
            scores: sheet.rating.as_ref().map(|of| scores(of, today)).unwrap_or_default(),
            seen: Seen::of(
                parts.iter().map(|p| (p.name, p.held.clone())).chain([("notes", note.clone())]),
            ),
            parts,
            note,
            people: people.by_ref().take(SHOWN).collect(),
            more_people: people.count(),
            facts: facts(room, sight),
            notes: room.notes.clone().unwrap_or_default(),
        }
    }

    /// What the form of the rating holds in the book.
    pub(crate) fn seen(&self) -> Seen {
        self.seen.clone()
    }

    /// The same with both values where both sides changed one.
    pub(crate) fn split(self, seen: Seen) -> Self {
        Self { seen, ..self }
    }
}

fn lede(sheet: &RoomSheet) -> String {
    let kind = sheet.room.kind.map(kind);
    let cadence = sheet.room.cadence.map(cadence);
    let mut said: Vec<String> = [kind, cadence].into_iter().flatten().map(str::to_owned).collect();
    if let Some(of) = &sheet.figures {
        said.push(say::counted(of.meetings, "meeting", "meetings"));
        said.push(match of.minutes {
            0 => "how long they took is not known".to_owned(),
            minutes => format!("{} with the way", say::duration(minutes)),
        });
        said.push(format!("{} met", say::counted(of.people_met, "person", "people")));
    }
    say::capital(&said.join(", "))
}

/// Who was met too lately for a step.
fn too_young(of: &Cohort) -> String {
    figure::steps::too_lately([of.one_to_one, of.understood, of.referred])
}

fn fits(fit: &Fit) -> Fits {
    let verdict = match fit.state {
        State::Seen => "Too few of them come here.",
        State::NotSeen => "Enough of them come here.",
        State::NotEnoughData => "Too few people to say.",
    };
    let share = |(low, high)| {
        let [low, high] = [low, high].map(say::percent);
        format!("Their share is likely {low} to {high}.")
    };
    let likely = fit.interval.map(share).unwrap_or_default();
    Fits { verdict, says: fit.says.clone(), likely }
}

fn stay(leaving: &Leaving, today: Date) -> Stay {
    let sum = |minor| say::money(Money { currency: leaving.still_to_pay.currency, minor });
    let about = |minor| say::about(Money { currency: leaving.still_to_pay.currency, minor });
    let brings = match leaving.may_bring {
        Some((low, median, high)) => {
            format!("about {}, very likely {} to {}", about(median), about(low), about(high))
        }
        None => "not known yet".to_owned(),
    };
    let pay = match (leaving.fees_known, leaving.meetings, leaving.still_to_pay.minor) {
        (false, ..) => "not known".to_owned(),
        (true, None, 0) => "can’t be told yet".to_owned(),
        (true, _, minor) => sum(minor),
    };
    let fee = leaving.next_fee.as_ref().map(|fee| ("The next fee", next_fee(fee, leaving, today)));
    let opening = [("The next half-year takes", half_year(leaving)), ("Still to pay", pay)];
    let own_time = leaving.own_time.map(|time| ("Your own time is worth", say::money(time)));
    let rest = [
        ("It may bring", brings),
        (
            "Under way, and comes if you leave too",
            say::counted(leaving.comes_anyway, "referral", "referrals"),
        ),
    ];
    let asks = match &leaving.next_fee {
        Some(fee) if fee.on.is_none() => "Say since when you are a member",
        None if !leaving.fees_known => "Say what it costs",
        _ => "",
    };
    Stay {
        says: leaving.says.clone(),
        lines: opening.into_iter().chain(fee).chain(own_time).chain(rest).collect(),
        asks,
    }
}

/// `£495 on 9 Sept 2027, after this half-year`.
fn next_fee(fee: &NextFee, leaving: &Leaving, today: Date) -> String {
    let amount = say::money(fee.amount);
    let is_ours = fee.amount.currency == leaving.still_to_pay.currency;
    match fee.on {
        Some(on) if fee.counted == 0 && fee.amount.minor > 0 && is_ours => {
            format!("{amount} on {}, after this half-year", say::day(on, today))
        }
        Some(on) => format!("{amount} on {}", say::day(on, today)),
        None => format!("{amount}; when it is due is not known, so half of it is counted"),
    }
}

fn half_year(leaving: &Leaving) -> String {
    let Some(meetings) = leaving.meetings else { return "can’t be told yet".to_owned() };
    let meetings = say::counted(meetings, "meeting", "meetings");
    match leaving.minutes {
        Some(minutes) => {
            format!("{meetings}, {}, if you go as often as lately", say::duration(minutes))
        }
        None => format!("{meetings}; how long one lasts is not known: say it under Put right"),
    }
}

fn left(room: &Room, today: Date) -> String {
    let on = room.left_on.map(|on| (on, say::day(on, today)));
    match on {
        None => String::new(),
        Some((on, day)) if on > today => format!("You leave it on {day}."),
        Some((_, day)) => {
            format!("You left it on {day}. Its later meetings stand nowhere any more.")
        }
    }
}

fn stayed(of: Option<&RatedRoom>, today: Date) -> String {
    let on = of.and_then(|of| of.stayed_on);
    on.map(|on| format!("You last decided to stay on {}.", say::day(on, today))).unwrap_or_default()
}

fn slot(held: &Held, today: Date) -> Slot {
    let at = held.starts.map(|at| format!(", {}", say::clock(at))).unwrap_or_default();
    let what = match (held.on > today, held.is_debriefed, held.talked_to) {
        (true, ..) => "Prepare".to_owned(),
        (_, true, n) => format!("{}, looked back on", say::counted(n, "talk", "talks")),
        (_, false, 0) => "Look back on it".to_owned(),
        (_, false, n) => say::counted(n, "talk", "talks"),
    };
    Slot {
        to: format!("/meetings/{}", held.meeting),
        when: format!("{}{at}", say::day(held.on, today)),
        iso: held.on.to_string(),
        what: say::capital(&what),
    }
}

fn rule(rule: Attendance) -> Vec<String> {
    let allowed = say::counted(rule.allowed.into(), "absence", "absences");
    let missed = u64::try_from(rule.missed).unwrap_or_default();
    let left = u64::try_from(rule.left()).unwrap_or_default();
    let mut lines = vec![format!("{} in {} days.", say::capital(&allowed), rule.window_days)];
    lines.push(format!(
        "{} so far, so {} left.",
        say::capital(&say::counted(missed, "absence", "absences")),
        say::spelled(left)
    ));
    if rule.substitute {
        lines.push("A substitute counts as present.".to_owned());
    }
    lines
}

fn rated(of: &RatedRoom) -> String {
    match of.suggests {
        Suggests::Keep => "One to keep, by your own opinion.",
        Suggests::LookAgain => "Neither good nor bad: look again after the next meeting.",
        Suggests::LetGo => "Others repay the time better, by your own opinion.",
        Suggests::Rate => "Not rated yet.",
    }
    .to_owned()
}

fn scores(of: &RatedRoom, today: Date) -> Vec<(&'static str, String)> {
    let parts = [
        ("They help each other", of.ethos),
        ("The right people come", of.fit),
        ("Light on purse and diary", of.cost),
    ];
    let said =
        parts.into_iter().filter_map(|(name, score)| Some((name, format!("{} of 4", score?))));
    let on = of.on.map(|on| ("Rated", say::day(on, today)));
    let said: Vec<_> = said.collect();
    if said.is_empty() { said } else { said.into_iter().chain(on).collect() }
}

fn parts(of: Option<&RatedRoom>) -> [Part; 3] {
    let held = |score: Option<u8>| score.map(|score| score.to_string()).unwrap_or_default();
    let part = |name, label, ends, score| Part { name, label, ends, held: held(score) };
    [
        part(
            "ethos",
            "Do people come to help each other?",
            ("everybody sells", "they do"),
            of.and_then(|of| of.ethos),
        ),
        part(
            "fit",
            "Do the right people come?",
            ("none", "most of them"),
            of.and_then(|of| of.fit),
        ),
        part(
            "cost",
            "How light is it on purse and diary?",
            ("far too much", "hardly anything"),
            of.and_then(|of| of.cost),
        ),
    ]
}

fn facts(room: &Room, sight: &Sight) -> Vec<(&'static str, String)> {
    let (today, own) = (sight.today, sight.shelf.book.currency());
    let minutes = |of: Option<u32>| of.map(|m| say::duration(u64::from(m)));
    let amount = |of: Option<Amount>| of.map(|of| say::money(of.money(own)));
    let day = |on: Option<Date>| on.map(|on| say::day(on, today));
    let all = [
        ("Usual length", minutes(room.meeting_minutes)),
        ("The way there and back", minutes(room.travel_minutes)),
        ("Membership a year", amount(room.annual_fee)),
        ("Paid at each meeting", amount(room.fee_per_meeting)),
        ("Joined", day(room.joined_on)),
        ("Left", day(room.left_on)),
    ];
    all.into_iter().filter_map(|(name, held)| Some((name, held?))).collect()
}

pub(crate) fn kind(kind: RoomKind) -> &'static str {
    match kind {
        RoomKind::Breakfast => "breakfast",
        RoomKind::Lunch => "lunch",
        RoomKind::Evening => "evening",
        RoomKind::Online => "online",
        RoomKind::Conference => "conference",
        RoomKind::Association => "association",
    }
}

pub(crate) fn cadence(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Weekly => "weekly",
        Cadence::Fortnightly => "fortnightly",
        Cadence::Monthly => "monthly",
        Cadence::Once => "once",
    }
}
