//! Help given and received, introductions and referrals.

use super::clauses::{About, Clause, Head};
use super::names::Mention;
use super::reading::Reading;
use super::words::{Break, Word, is_in};
use super::{Part, amounts, dates, durations};
use crate::facts::{Direction, HelpKind};
use crate::money::Amount;
use std::ops::Range;

/// What brings work, as it is passed on.
const LEADS: &str =
    "lead leads referral referrals client customer job enquiry inquiry prospect work business";

/// What a kind of help is called by itself.
const KINDS: &str = "testimonial review recommendation tip advice feedback idea suggestion";

/// So many words of a clause may name what was passed on before a colon parts who it was.
const NAMED_BEHIND: usize = 4;

/// Whether a word names what brings work.
pub(super) fn is_lead(low: &str) -> bool {
    is_in(LEADS, low)
}

/// Reads a clause that tells of help.
pub(super) fn read(reading: &mut Reading<'_>, clause: &Clause, parts: &mut Vec<Part>) {
    let direction = if clause.head == Head::Gave { Direction::Given } else { Direction::Received };
    if is_between_others(reading, clause) {
        return;
    }
    let (joined, clause) = joined_to(reading, clause);
    let clause = &clause;
    let verb = verb(reading, clause);
    let shared = verb == "shared";
    let with = shared.then(|| shared_with(reading, clause)).flatten();
    let who = match &with {
        Some((who, _)) if direction == Direction::Given => Some(*who),
        _ => reading.person(clause.about, clause),
    };
    let about = match with {
        Some((_, at)) => reading.raw(clause.lead.end - 1..at),
        None if shared => reading.raw(clause.lead.end - 1..clause.body.end),
        None => about(reading, clause),
    };
    let named = reading.mentions.iter().find(|m| clause.body.contains(&m.at.start)).map(|m| m.who);
    let introduces = matches!(verb.as_str(), "introduced" | "connected" | "put");
    let part = match (introduces, direction) {
        // `Introduced Tom to Harbour Dental`: nobody is named whom he knows now.
        (true, _) if named.is_none() => {
            Part::Help { direction, who, kind: HelpKind::Introduction, about }
        }
        (true, Direction::Received) => {
            Part::Introduction { by: who, a: introduced(reading, clause, who), b: named }
        }
        (true, Direction::Given) => Part::Introduction { by: None, a: who, b: named },
        (false, _) if is_referral(reading, clause, &verb, direction) => {
            to_another(reading, clause, direction)
                .unwrap_or_else(|| referral(reading, clause, direction, who))
        }
        (false, _) => {
            let kind = kind(&verb, &about);
            let about = behind_its_kind(reading, clause).unwrap_or(about);
            Part::Help { direction, who, kind, about }
        }
    };
    let of_the_others: Vec<Part> =
        joined.into_iter().filter_map(|other| done_for(part.clone(), other)).collect();
    parts.push(part);
    parts.extend(of_the_others);
}

/// The same done for somebody else; none for what is done between two, such as an introduction.
fn done_for(mut part: Part, other: usize) -> Option<Part> {
    let (Part::Help { who, .. } | Part::Referral { who, .. }) = &mut part else { return None };
    *who = Some(other);
    Some(part)
}

/// Who else it was done for, as in `gave Ed Roe and Bo Fry advice`, and the clause behind them.
fn joined_to(reading: &Reading<'_>, clause: &Clause) -> (Vec<usize>, Clause) {
    let (mut others, mut behind) = (Vec::new(), clause.clone());
    let named = |at: usize| reading.mentions.iter().find(|m| m.at.start == at && !m.owns);
    while clause.head == Head::Gave
        && reading.low(behind.body.start) == "and"
        && let Some(other) = named(behind.body.start + 1)
        && other.at.end <= behind.body.end
    {
        others.push(other.who);
        behind.body.start = other.at.end;
    }
    (others, behind)
}

/// Somebody whom experience was shared with, and where the words that say so begin.
fn shared_with(reading: &Reading<'_>, clause: &Clause) -> Option<(usize, usize)> {
    let inside = reading.mentions.iter().filter(|m| clause.body.contains(&m.at.start));
    let led = |at: usize| at.checked_sub(1).filter(|&i| reading.low(i) == "with");
    inside.filter_map(|m| Some((m.who, led(m.at.start)?))).next_back()
}

/// Words that lead to whoever passed something on.
pub(super) fn is_via(low: &str) -> bool {
    matches!(low, "via" | "through")
}

/// Whom another introduced: somebody named between verb and `to`, else the owner.
fn introduced(reading: &Reading<'_>, clause: &Clause, by: Option<usize>) -> Option<usize> {
    let inside = reading.mentions.iter().filter(|m| clause.lead.contains(&m.at.start));
    inside.map(|m| m.who).find(|who| Some(*who) != by)
}

/// `Tom referred Acme to Ann`: nothing the owner gave or got.
fn is_between_others(reading: &Reading<'_>, clause: &Clause) -> bool {
    clause.head == Head::Received
        && reading.low(clause.lead.end.saturating_sub(1)) == "referred"
        && !clause.body.clone().any(|i| matches!(reading.low(i), "me" | "us"))
}

fn verb(reading: &Reading<'_>, clause: &Clause) -> String {
    clause
        .lead
        .clone()
        .map(|i| reading.low(i))
        .find(|low| {
            matches!(
                *low,
                "introduced"
                    | "connected"
                    | "put"
                    | "referred"
                    | "recommended"
                    | "gave"
                    | "given"
                    | "helped"
                    | "sent"
                    | "passed"
                    | "lent"
                    | "showed"
                    | "advised"
                    | "invited"
                    | "wrote"
                    | "told"
                    | "referral"
                    | "lead"
                    | "shared"
            )
        })
        .unwrap_or_default()
        .to_owned()
}

/// What it was about, in the user's own words: never empty, so that nothing is lost.
fn about(reading: &Reading<'_>, clause: &Clause) -> String {
    if matches!(reading.low(clause.lead.end.saturating_sub(1)), "passed" | "on")
        && let Some(thing) = passed(reading, &clause.body).filter(|thing| !thing.is_empty())
    {
        return reading.raw(thing);
    }
    let led = usize::from(matches!(reading.low(clause.body.start), "with" | "for" | "on"));
    let body = reading.raw(clause.body.start + led..until_whom(reading, clause));
    if body.is_empty() { reading.raw(clause.lead.clone()) } else { body }
}

/// `A testimonial: 'rings back'`: what it said, where all that stands before is what kind of help it was.
fn behind_its_kind(reading: &Reading<'_>, clause: &Clause) -> Option<String> {
    let at = clause.body.start + usize::from(matches!(reading.low(clause.body.start), "a" | "an"));
    let (noun, next) = (reading.words.get(at)?, reading.words.get(at + 1)?);
    let is_parted = reading.text.get(noun.end..next.start)?.starts_with(':');
    let said = reading.raw(at + 1..clause.body.end);
    let said = said.trim_matches(['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}']);
    (is_parted && is_in(KINDS, &noun.low) && !said.is_empty()).then(|| said.to_owned())
}

/// Where a thing ends that was handed `to Sarah`: her name is none of it.
fn until_whom(reading: &Reading<'_>, clause: &Clause) -> usize {
    let is_them = |m: &Mention| clause.about == About::Person(m.who);
    let names_them = |i: usize| reading.mentions.iter().any(|m| m.at.start == i + 1 && is_them(m));
    let mut body = clause.body.clone();
    body.find(|&i| reading.low(i) == "to" && names_them(i)).unwrap_or(clause.body.end)
}

fn kind(verb: &str, about: &str) -> HelpKind {
    let about = about.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| about.contains(word));
    match verb {
        "advised" | "showed" => return HelpKind::Advice,
        "invited" => return HelpKind::Invitation,
        "recommended" => return HelpKind::Testimonial,
        _ => {}
    }
    if has(&["testimonial", "review", "recommendation"]) {
        HelpKind::Testimonial
    } else if has(&["introduction", "intro "]) || about == "intro" {
        HelpKind::Introduction
    } else if has(&["idea", "suggestion"]) {
        HelpKind::Idea
    } else if has(&["experience"]) {
        HelpKind::Experience
    } else if has(&["advice", "tip", "feedback"]) {
        HelpKind::Advice
    } else if has(&["ticket", "invitation", "invite"]) {
        HelpKind::Invitation
    } else if verb != "helped"
        && (matches!(verb, "sent" | "lent" | "passed" | "told")
            || has(&["article", "book", "template", "contact", "link", "number", "list", "guide"]))
    {
        HelpKind::Resource
    } else {
        HelpKind::Support
    }
}

fn is_referral(reading: &Reading<'_>, clause: &Clause, verb: &str, direction: Direction) -> bool {
    let says = (clause.lead.start..clause.body.end)
        .any(|i| matches!(reading.low(i), "referral" | "lead" | "leads" | "referrals"));
    let onward = reading.low(clause.lead.end.saturating_sub(1)) == "to";
    (says && matches!(verb, "gave" | "given" | "passed" | "sent"))
        || matches!(verb, "referred" | "referral" | "lead")
        || (matches!(verb, "gave" | "given" | "passed" | "sent")
            && named_lead(reading, clause).is_some())
        || (verb == "passed" && direction == Direction::Received && is_prospect(reading, clause))
        || (verb == "recommended" && direction == Direction::Received && onward)
}

/// `Referred me to Acme`, `gave me a referral to Acme`, `referred Bob to Acme`.
fn referral(
    reading: &Reading<'_>,
    clause: &Clause,
    direction: Direction,
    who: Option<usize>,
) -> Part {
    let mut body = behind_the_room(reading, clause.body.clone());
    if let Some(giver) = reading.giver_at(clause) {
        body = without_giver(reading, body, &giver);
    }
    if let Some(thing) = passed(reading, &body) {
        body = thing;
    }
    // `Gave me a lead: Harbour Dental`.
    let parted = (body.start..body.end.min(body.start + NAMED_BEHIND)).find(|&i| {
        is_lead(reading.low(i))
            && reading.words.get(i).is_some_and(|word| word.ends == Break::Comma)
    });
    let led = body
        .clone()
        .find(|&i| matches!(reading.low(i), "to" | "for" | "from"))
        .map_or(body.start, |i| i + 1);
    let from = if let Some(parted) = parted {
        parted + 1
    } else if matches!(reading.low(body.start), "a" | "the" | "an" | "two" | "three")
        && led == body.start
        && !is_named_behind(reading, clause)
        && !is_prospect(reading, clause)
        && reading.low(clause.lead.end - 1) != "to"
    {
        body.end
    } else {
        led
    };
    let is_more = |i: usize| {
        durations::at(&reading.words, i).is_some() || i > from && is_said_of_it(reading, i)
    };
    let end = (from..body.end).find(|&i| is_more(i)).unwrap_or(body.end);
    let (end, value) = worth(reading, from..end, clause.body.clone());
    let dated = |i: usize| dates::at(&reading.words, i, reading.today, dates::Sense::Past);
    let start = dated(from).map_or(from, |(_, length)| from + length).min(end);
    let prospect = Some(reading.raw(start..end)).filter(|p| !p.is_empty());
    Part::Referral { direction, who, prospect, value }
}

/// `A client, Borough Ltd`, `work: Kent Foods`: what brings work, right behind the verb, with nothing more said of it.
fn named_lead(reading: &Reading<'_>, clause: &Clause) -> Option<usize> {
    let body = clause.body.clone();
    let is_small = |&i: &usize| is_in("a an some new another more the", reading.low(i));
    let noun = body.start + body.clone().take_while(is_small).count();
    let ends = noun + 1 >= body.end
        || reading.words.get(noun).is_some_and(|word| word.ends == Break::Comma)
        || matches!(reading.low(noun + 1), "from" | "worth");
    (noun < body.end && ends && is_lead(reading.low(noun))).then_some(noun)
}

/// `Brick & Co need accounts`, behind a name: what whoever was passed on is or wants.
fn is_said_of_it(reading: &Reading<'_>, at: usize) -> bool {
    let named = at.checked_sub(1).and_then(|i| reading.words.get(i));
    let wants = "need needs want wants are is looking look looks who require requires";
    named.is_some_and(Word::is_capital) && is_in(wants, reading.low(at))
}

/// `Referred Dev Anand to Colin Frost`: of two people the one behind `to` was given the other.
fn to_another(reading: &Reading<'_>, clause: &Clause, direction: Direction) -> Option<Part> {
    let of = |at: usize| reading.mentions.iter().find(|m| m.at.start == at);
    let is_led = reading.low(clause.body.start) == "to" && direction == Direction::Given;
    let receiver = of(clause.body.start + 1).filter(|_| is_led)?;
    let passed = reading.mentions.iter().find(|m| clause.lead.contains(&m.at.start))?;
    let prospect = Some(reading.raw(passed.at.clone()));
    Some(Part::Referral { direction, who: Some(receiver.who), prospect, value: None })
}

/// What was passed on, as in `Hotel Nord on to me` and `a lead to me: Hotel Nord`.
fn passed(reading: &Reading<'_>, body: &Range<usize>) -> Option<Range<usize>> {
    let is_me = |&i: &usize| {
        reading.low(i) == "to" && matches!(reading.low(i + 1), "me" | "us") && i + 1 < body.end
    };
    let to_me = body.clone().find(is_me)?;
    let parted = reading.words.get(to_me + 1).is_some_and(|word| word.ends == Break::Comma);
    let is_named_behind = parted
        && to_me + 2 < body.end
        && matches!(reading.low(to_me - usize::from(to_me > 0)), "lead" | "referral");
    if is_named_behind {
        return Some(to_me + 2..body.end);
    }
    let on = to_me > body.start && reading.low(to_me - 1) == "on";
    Some(body.start..to_me - usize::from(on))
}

/// Whether what was passed on to the owner is somebody to work for: a name, or a client.
fn is_prospect(reading: &Reading<'_>, clause: &Clause) -> bool {
    let Some(thing) = passed(reading, &clause.body).filter(|thing| !thing.is_empty()) else {
        return false;
    };
    let last = thing.end - 1;
    let is_named = reading.words.get(last).is_some_and(Word::is_capital);
    is_named || is_lead(reading.low(last))
}

/// `From Dave at BNI Leeds: Acme Ltd`: where he is known from is nobody who was passed on.
fn behind_the_room(reading: &Reading<'_>, body: Range<usize>) -> Range<usize> {
    let at = body.start + 1 + usize::from(reading.low(body.start + 1) == "the");
    let room = reading.rooms.iter().find(|room| room.at.start == at);
    match room.filter(|room| reading.low(body.start) == "at" && room.at.end <= body.end) {
        Some(room) => room.at.end..body.end,
        None => body,
    }
}

/// What stands before whoever passed it on, as in `to Hotel Alba via Dave`, or behind `Tom Ellis it was`.
fn without_giver(reading: &Reading<'_>, body: Range<usize>, giver: &Range<usize>) -> Range<usize> {
    let lead = giver.start.saturating_sub(1);
    if is_via(reading.low(lead)) {
        return body.start..lead.max(body.start);
    }
    let behind = giver.end + if reading.low(giver.end) == "it" { 2 } else { 0 };
    let is_behind = matches!(reading.low(behind), "to" | "for") && behind < body.end;
    if is_behind { behind..body.end } else { body }
}

/// `A referral from Ann: the Swan Hotel`: what follows her is who was passed on.
fn is_named_behind(reading: &Reading<'_>, clause: &Clause) -> bool {
    let last = clause.lead.end.checked_sub(1).and_then(|i| reading.words.get(i));
    last.is_some_and(|word| word.ends == Break::Comma)
}

/// Where the prospect ends before what it is worth, and that.
fn worth(
    reading: &Reading<'_>,
    prospect: Range<usize>,
    body: Range<usize>,
) -> (usize, Option<Amount>) {
    let found = body.clone().find_map(|i| amounts::at(&reading.words, i).map(|(sum, _)| (i, sum)));
    let Some((mut end, sum)) = found else { return (prospect.end, None) };
    while end > prospect.start
        && matches!(reading.low(end - 1), "worth" | "about" | "around" | "roughly" | "for" | "of")
    {
        end -= 1;
    }
    (end.clamp(prospect.start, prospect.end.max(prospect.start)), Some(sum))
}
