//! The encounter itself: with whom, how, when, how long, where.

use super::clauses::Head;
use super::names::Mention;
use super::outings::{self, Outings};
use super::reading::Reading;
use super::rooms::RoomMention;
use super::travel::Way;
use super::words::{Break, is_in};
use super::{
    Part, Spoke, Unclear, costs, dates, deeds, durations, energy, kinds, months, not_held, there,
};
use crate::facts::ConversationKind;
use jiff::civil::Date;
use std::ops::Range;

/// Minutes from which a meeting by chance was a sitting down.
const SITTING: u32 = 30;

/// The day the note speaks of, if it names one. A room that is called by its weekday met on it.
pub(super) fn day(reading: &Reading<'_>) -> Option<Date> {
    day_said(reading, |i| !is_open(reading, i)).or_else(|| day_said(reading, |_| true))
}

/// Whether the note names the day itself, not only a time such as `last month`.
fn is_dated(reading: &Reading<'_>) -> bool {
    day_said(reading, |i| !is_open(reading, i)).is_some()
}

fn is_open(reading: &Reading<'_>, at: usize) -> bool {
    months::open_time(&reading.words, at).is_some()
}

fn day_said(reading: &Reading<'_>, is_day: impl Fn(usize) -> bool) -> Option<Date> {
    // `Rang Gareth by friday`: the day something is due is never the day it happened.
    let is_led = |i: usize| dates::is_due(reading.low(i));
    let is_due = |&i: &usize| is_led(i) || i.checked_sub(1).is_some_and(is_led);
    let own: Vec<usize> = free(reading).filter(|i| !is_due(i)).collect();
    let sense = if is_intended(reading) { dates::Sense::Due } else { dates::Sense::Past };
    let at = |i: usize| {
        dates::at(&reading.words, i, reading.today, sense)
            .filter(|(_, length)| (i..i + length).all(&is_day))
    };
    let said = own.iter().find_map(|&i| {
        at(i).filter(|(_, length)| (i..i + length).all(|word| own.contains(&word))).map(|(d, _)| d)
    });
    let named =
        || {
            reading.rooms.iter().filter(|r| reading.is_told(r.at.start)).find_map(|r| {
                at(r.at.start).filter(|(_, length)| *length == 1).map(|(date, _)| date)
            })
        };
    // `Got a lead off Tom yesterday`: a day gone by inside what was won or given is the day of it.
    let passed = || {
        reading
            .clauses
            .iter()
            .filter(|c| matches!(c.head, Head::Won | Head::Received | Head::Gave))
            .filter(|c| reading.is_apart(c.lead.start))
            .find_map(|c| {
                c.body.clone().find_map(|i| at(i).filter(|(date, _)| *date <= reading.today))
            })
    };
    said.or_else(named)
        .or_else(|| passed().map(|(date, _)| date))
        .filter(|date| *date <= reading.today || !has_been(reading))
}

/// Whether its words say that it is to come: `having lunch with Priya on Friday`, `coffee booked with Tom`.
/// Then a weekday is the coming one.
fn is_intended(reading: &Reading<'_>) -> bool {
    let low = |i: usize| reading.low(i);
    let back = |i: usize, n: usize| i.checked_sub(n).map_or("", low);
    let is_me = |i: usize| matches!(back(i, 1), "am" | "are");
    let intends = |i: usize| match low(i) {
        "booked" | "arranged" | "scheduled" | "pencilled" => true,
        // Where it doesn't stand with `was` or `after`, it is what one is about to do.
        "having" | "seeing" | "meeting" => is_me(i) || (i == 0 && low(i + 1) != "with"),
        "going" => matches!(low(i + 1), "for" | "to") && !matches!(back(i, 1), "was" | "were"),
        "will" => matches!(low(i + 1), "be" | "have" | "meet" | "see"),
        _ => false,
    };
    !has_been(reading) && (0..reading.words.len()).filter(|&i| reading.is_told(i)).any(intends)
}

/// Whether its verb says that it has been: `saw Sara, told her about the workshop on 12 December`.
fn has_been(reading: &Reading<'_>) -> bool {
    let verbs = [
        "met",
        "saw",
        "rang",
        "phoned",
        "spoke",
        "talked",
        "chatted",
        "bumped",
        "ran",
        "sat",
        "caught",
        "popped",
        "emailed",
        "texted",
        "messaged",
        "whatsapped",
        "had",
    ];
    (0..reading.words.len()).any(|i| reading.is_encounter(i) && verbs.contains(&reading.low(i)))
}

/// What the note tells of encounters, and of what the owner did by themselves.
pub(super) fn parts(reading: &mut Reading<'_>) -> Vec<Part> {
    if not_held::is_said(reading) {
        return Vec::new();
    }
    let there = reading.at.and_then(|(_, room)| talked_there(reading, room));
    let outings = outings::of(reading).filter(|_| !reading.apart.is_empty());
    let taken: Vec<Range<usize>> = match &outings {
        Some(outings) => outings.each.iter().map(|outing| outing.words.clone()).collect(),
        None => Vec::new(),
    };
    let apart = match outings {
        Some(outings) => each(reading, outings),
        None if reading.apart.is_empty() => Vec::new(),
        None => {
            let on = if is_dated(reading) { reading.on } else { reading.today };
            apart(reading, on)
        }
    };
    let mut parts: Vec<Part> = there.into_iter().chain(apart).collect();
    let is_taken =
        |at: usize| reading.is_apart(at) && taken.iter().any(|words| words.contains(&at));
    for way in reading.ways.iter().filter(|way| !is_taken(way.at.start)) {
        add_way(reading, way, &mut parts);
    }
    deeds::prepare(reading, &(0..reading.words.len()), &mut parts);
    parts.extend(deeds::channels(reading));
    parts.extend(deeds::preparations(reading));
    deeds::no_place(reading);
    parts
}

/// Each of several encounters by its own words.
fn each(reading: &mut Reading<'_>, outings: Outings) -> Vec<Part> {
    let has_no_day = months::day_left_open(reading, &(0..reading.words.len())).is_some();
    let whole = std::mem::take(&mut reading.apart);
    let mut parts = Vec::new();
    for outing in outings.each {
        let within = |range: &Range<usize>| {
            let both = range.start.max(outing.words.start)..range.end.min(outing.words.end);
            (both.start < both.end).then_some(both)
        };
        reading.apart = whole.iter().filter_map(within).collect();
        let on = outing.on.unwrap_or(if reading.at.is_some() { reading.today } else { reading.on });
        let Some(room) = outing.room else {
            let mut told = apart(reading, on);
            deeds::prepare(reading, &outing.words, &mut told);
            parts.extend(told);
            continue;
        };
        if outing.on.is_none() && has_no_day {
            let words = reading.raw(outing.words);
            reading.unclear.push(Unclear::NoDay { words });
            continue;
        }
        let people = named(reading, true);
        let cost =
            outing.cost.filter(|(_, is_said)| *is_said || people.is_empty()).map(|(sum, _)| sum);
        let travel = outing.travel;
        let minutes = match travel.filter(|_| outing.is_travel_included) {
            Some(way) => outing.minutes.map(|whole| without(whole, way)),
            None => outing.minutes,
        };
        let energy = outing.energy;
        let mut held =
            [Part::Meeting { room, on, minutes, travel, prep: None, cost, energy, people }];
        deeds::prepare(reading, &outing.words, &mut held);
        parts.extend(held);
    }
    reading.apart = whole;
    for words in outings.open {
        let words = reading.raw(words).trim_end_matches(',').to_owned();
        reading.unclear.push(Unclear::Meetings { words });
    }
    parts
}

/// A length without the way that it has in it.
fn without(whole: u32, way: u32) -> u32 {
    if whole > way { whole - way } else { whole }
}

/// The way to a meeting belongs to the one that the note tells of, and makes none of its own.
fn add_way(reading: &Reading<'_>, way: &Way, parts: &mut Vec<Part>) {
    let named = || reading.rooms.iter().find(|r| reading.is_encounter(r.at.start)).map(|r| r.room);
    let led_to = way.room.or_else(named).or(reading.at.map(|(_, room)| room));
    let Some(to) = led_to else { return };
    let told = parts.iter_mut().find_map(|part| match part {
        Part::Meeting { room, travel, minutes, .. } if *room == to => Some((travel, minutes)),
        _ => None,
    });
    if let Some((travel, minutes)) = told {
        *travel = travel.or(Some(way.minutes));
        if way.is_included {
            *minutes = minutes.map(|whole| without(whole, way.minutes));
        }
        return;
    }
    let of_this = reading.at.filter(|(_, at)| *at == to).map(|(meeting, _)| meeting.on);
    let on = of_this.or_else(|| day(reading));
    parts.push(Part::Travel { room: to, on, minutes: way.minutes });
}

/// An encounter apart from the meeting a note is taken at, or without one.
fn apart(reading: &mut Reading<'_>, on: Date) -> Vec<Part> {
    let minutes = free(reading).find_map(|i| durations::at(&reading.words, i)).map(|(m, _)| m);
    let kind = kind(reading);
    let dated = is_dated(reading);
    let people = people(reading, kind.is_some() || minutes.is_some() || dated);
    let said = kind.is_some() || minutes.is_some() || is_with(reading);
    let on = if reading.at.is_some() { day(reading).unwrap_or(reading.today) } else { on };
    if let Some(room) = meeting(reading, kind) {
        // A name alone says nothing of having been there.
        let energy = reading.energy(|at| reading.is_apart(at));
        let been = said || dated || energy.is_some() || !people.is_empty() || is_at(reading, room);
        if !been || (!dated && has_no_day(reading)) {
            return Vec::new();
        }
        let (cost, travel, prep) = (costs::of_it(reading, people.is_empty()), None, None);
        let is_bare = people.is_empty() && minutes.is_none() && cost.is_none() && !dated;
        if is_bare && energy.is_none() && energy::is_in_words(&reading.words, &reading.rooms, room)
        {
            return Vec::new();
        }
        let is_felt = reading.energies.iter().any(|felt| felt.room == Some(room));
        if let Some(score) = energy.filter(|_| is_bare && is_felt) {
            return vec![Part::Energy { room, score }];
        }
        return vec![Part::Meeting { room, on, minutes, travel, prep, cost, energy, people }];
    }
    if !said {
        return Vec::new();
    }
    if people.is_empty() {
        if !reading.people.is_empty() || reading.clauses.is_empty() {
            let words = reading.text.to_owned();
            reading.unclear.push(Unclear::Whose { words, could_be: Vec::new() });
        }
        return Vec::new();
    }
    if !dated && has_no_day(reading) {
        return Vec::new();
    }
    let kind = settled(kind.map(|(k, _)| k), minutes, people.len());
    let place = place(reading);
    let cost = costs::of_it(reading, false);
    let energy = reading.energy(|at| reading.is_apart(at));
    vec![Part::Conversation(Spoke { kind, on, minutes, prep: None, cost, energy, people, place })]
}

/// Whether a month without a day is all that says when; the words stay, and ask for the day.
fn has_no_day(reading: &mut Reading<'_>) -> bool {
    let day_left_open = months::day_left_open(reading, &(0..reading.words.len()));
    if let Some(at) = day_left_open {
        let words = reading.raw(reading.sentence(at));
        reading.unclear.push(Unclear::NoDay { words });
    }
    day_left_open.is_some()
}

/// What is said at a meeting tells whom one talked to there: everybody named who is not merely spoken
/// of in what was promised or needed. How long that took is not how long the meeting was, which only
/// words say that name nobody.
fn talked_there(reading: &Reading<'_>, room: usize) -> Option<Part> {
    let body = |at: usize| reading.clauses.iter().any(|c| c.body.contains(&at));
    let mut people: Vec<usize> = Vec::new();
    let told = |at: usize| !body(at) && !reading.is_apart(at);
    for mention in reading.mentions.iter().filter(|m| told(m.at.start)) {
        if !people.contains(&mention.who) {
            people.push(mention.who);
        }
    }
    let of_it = there::told(reading, room, people.is_empty());
    if people.is_empty() && !of_it.is_of_the_meeting {
        return None;
    }
    let there::OfIt { minutes, cost, energy, .. } = of_it;
    let (on, travel, prep) = (reading.on, None, None);
    Some(Part::Meeting { room, on, minutes, travel, prep, cost, energy, people })
}

/// Words of the encounter that name nobody and no room.
pub(super) fn free<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = usize> + 'r {
    (0..reading.words.len()).filter(|&i| {
        reading.is_told(i)
            && !reading.mentions.iter().any(|m| m.at.contains(&i))
            && !reading.rooms.iter().any(|r| r.at.contains(&i))
    })
}

/// The kind said, and where. A call by video is one by video; a follow-up one had is no kind.
fn kind(reading: &Reading<'_>) -> Option<(ConversationKind, usize)> {
    let found: Vec<(ConversationKind, usize)> = free(reading)
        .filter_map(|i| kinds::at(&reading.words, i).map(|(kind, _)| (kind, i)))
        .filter(|&(_, i)| !(reading.low(i) == "lunch" && reading.low(i + 1) == "club"))
        .collect();
    let weight = |kind: ConversationKind| match kind {
        ConversationKind::Video => 0,
        ConversationKind::Social => 2,
        _ => 1,
    };
    // `A catch up on the phone` is a call.
    let by_phone = |i: usize| usize::from(!matches!(reading.low(i), "on"));
    found.into_iter().min_by_key(|&(kind, i)| (by_phone(i).min(weight(kind)), i))
}

fn settled(
    kind: Option<ConversationKind>,
    minutes: Option<u32>,
    people: usize,
) -> ConversationKind {
    let kind = match kind {
        None => ConversationKind::OneToOne,
        Some(ConversationKind::Social) if minutes.is_some_and(|m| m >= SITTING) => {
            ConversationKind::OneToOne
        }
        Some(kind) => kind,
    };
    if kind == ConversationKind::OneToOne && people > 1 {
        ConversationKind::SmallGroup
    } else {
        kind
    }
}

/// Whom the owner was with: those a word like `with` leads to, else everybody named outside the
/// clauses, where an encounter is told at all.
fn people(reading: &Reading<'_>, told: bool) -> Vec<usize> {
    let people = named(reading, told);
    // `Ana Ruiz needs a printer. Coffee with her on Friday.`
    let mut apart = reading.apart.iter().cloned().flatten();
    let is_spoken_of =
        apart.any(|at| matches!(reading.low(at), "him" | "her" | "them" | "he" | "she" | "they"));
    if !(people.is_empty() && told && reading.at.is_some() && is_spoken_of) {
        return people;
    }
    let from = reading.apart.first().map_or(0, |range| range.start);
    let before = reading.mentions.iter().rev().find(|m| m.at.start < from);
    before.map(|m| m.who).into_iter().collect()
}

/// The same of those who are named there, each once.
fn named(reading: &Reading<'_>, told: bool) -> Vec<usize> {
    let leads = |m: &Mention| reading.clauses.iter().any(|c| c.lead.contains(&m.at.start));
    let subject_of = |m: &Mention| reading.is_apart(m.at.start) && leads(m);
    let outside = |m: &Mention| reading.is_told(m.at.start);
    let mut people: Vec<usize> = reading
        .mentions
        .iter()
        .filter(|m| m.triggered && (outside(m) || subject_of(m)))
        .map(|m| m.who)
        .collect();
    if people.is_empty() && told {
        people = reading.mentions.iter().filter(|m| outside(m)).map(|m| m.who).collect();
    }
    if people.is_empty() && told {
        people = reading.mentions.iter().filter(|m| subject_of(m)).map(|m| m.who).take(1).collect();
    }
    let mut seen = Vec::new();
    people.retain(|who| {
        let new = !seen.contains(who);
        seen.push(*who);
        new
    });
    people
}

fn is_with(reading: &Reading<'_>) -> bool {
    reading.mentions.iter().any(|m| m.triggered && reading.is_told(m.at.start))
}

/// `At the Chamber Lunch`, `went to Rotary`: the owner was there.
fn is_at(reading: &Reading<'_>, room: usize) -> bool {
    reading.rooms.iter().filter(|r| r.room == room && reading.is_told(r.at.start)).any(|r| {
        let back = |n: usize| r.at.start.checked_sub(n).map_or("", |i| reading.low(i));
        let skip = usize::from(matches!(back(1), "the" | "our" | "a"));
        let went = || matches!(back(2 + skip), "went" | "been" | "off" | "popped");
        matches!(back(1 + skip), "at" | "attended" | "visited") || back(1 + skip) == "to" && went()
    })
}

/// The room whose meeting it was: one that is named outside the clauses, unless it only dates a
/// sitting down of its own (`coffee with Tom after the Chapter`), or somebody joins or leaves it.
fn meeting(reading: &Reading<'_>, kind: Option<(ConversationKind, usize)>) -> Option<usize> {
    // `Preparing my minute for BNI Kendal on Sunday` is no meeting of it; `for BNI Kendal next Wednesday` names one.
    let is_to_come = || day(reading).is_some_and(|on| on > reading.today);
    let is_met = |room: &&RoomMention| {
        reading.is_told(room.at.start) && (!deeds::is_prepared_for(reading, room) || is_to_come())
    };
    let named = reading.rooms.iter().find(is_met)?;
    let before = |back: usize| named.at.start.checked_sub(back).map_or("", |i| reading.low(i));
    let beside = [
        "after", "before", "from", "about", "leaving", "leave", "leaves", "join", "joining",
        "joins", "quit",
    ];
    let lead = if before(1) == "the" { before(2) } else { before(1) };
    if beside.contains(&lead) && !(lead == "after" && kind.is_none() && is_felt(reading)) {
        return None;
    }
    if is_of_others(reading, named.at.start) {
        return None;
    }
    let own = kind.filter(|(kind, _)| *kind != ConversationKind::Social).is_some_and(|(_, at)| {
        let next = at + kinds::at(&reading.words, at).map_or(1, |(_, length)| length);
        let with = next + 1;
        let is_article = matches!(reading.low(with), "the" | "my" | "our");
        // `Breakfast with my BNI group`: those it was had with are the group.
        let is_with_them = with + usize::from(is_article) == named.at.start;
        (reading.low(next) == "with" && !is_with_them)
            || reading.mentions.iter().any(|m| m.at.start == next)
            || reading.low(next.saturating_sub(1)) == "with"
    });
    (!own).then_some(named.room)
}

/// `Knackered after Rotary today, energy 1`: what is told is how the meeting left the owner.
fn is_felt(reading: &Reading<'_>) -> bool {
    reading.mentions.is_empty() && reading.energy(|at| reading.is_apart(at)).is_some()
}

/// `Ann goes to Rotary on Tuesdays`, `he runs the Chamber`: what somebody else does there, and nobody
/// tells of having met them.
fn is_of_others(reading: &Reading<'_>, at: usize) -> bool {
    let is_in = |list: &str, i: usize| is_in(list, reading.low(i));
    let parted = |i: usize| reading.words.get(i).is_some_and(|w| w.ends != Break::None);
    let from = (0..at).rev().find(|&i| parted(i)).map_or(0, |i| i + 1);
    let somebody = |i: usize| {
        reading.mentions.iter().any(|m| m.at.end == i)
            || (i > from && is_in("he she they who", i - 1))
    };
    let does = "goes belongs comes has runs attends chairs hosts visits leads speaks";
    (from..at).any(|i| somebody(i) && is_in(does, i))
        && !(from..at).any(|i| is_in("i we met saw spoke talked chatted sat bumped", i))
}

/// Where: what follows `at`, up to what is no place any more.
fn place(reading: &Reading<'_>) -> Option<String> {
    let at = free(reading).find(|&i| reading.low(i) == "at")? + 1;
    let mut end = at;
    while end < reading.words.len() && end < at + 4 && is_place(reading, at, end) {
        end += 1;
    }
    Some(reading.raw(at..end)).filter(|place| !place.is_empty())
}

fn is_place(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let broken = at > start && reading.words.get(at - 1).is_some_and(|w| w.ends != Break::None);
    !broken
        && reading.is_encounter(at)
        && !reading.mentions.iter().any(|m| m.at.contains(&at))
        && dates::at(&reading.words, at, reading.today, dates::Sense::Past).is_none()
        && durations::at(&reading.words, at).is_none()
        && !matches!(
            reading.low(at),
            "with"
                | "and"
                | "for"
                | "about"
                | "where"
                | "to"
                | "then"
                | "but"
                | "she"
                | "he"
                | "they"
                | "i"
                | "we"
                | "it"
                | "who"
                | "is"
        )
}
