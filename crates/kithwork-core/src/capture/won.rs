//! Business won: with whom, worth what, and through whom it came.

use super::clauses::{About, Clause, Head};
use super::lexicon::is_channel;
use super::names::{Mention, is_heir};
use super::reading::Reading;
use super::words::{Word, is_in};
use super::{Part, Through, amounts, dates};
use crate::facts::Business;
use std::ops::Range;

/// What is won of somebody.
const JOBS: &str = "job contract project deal order account business work";

/// Reads a clause that tells of business won.
pub(super) fn read(reading: &mut Reading<'_>, clause: &Clause, parts: &mut Vec<Part>) {
    let sentence = reading.sentence(clause.lead.start);
    let value = sentence.clone().find_map(|i| amounts::at(&reading.words, i)).map(|(sum, _)| sum);
    let (mut through, mut client) =
        (through(reading, clause), client(reading, clause.lead.end..sentence.end));
    if client == Business::UNNAMED {
        client = signer(reading, sentence.start..clause.lead.start).unwrap_or(client);
    }
    if let Some(passed) = passed_on(reading, clause) {
        let named = trimmed(reading, passed.body.clone());
        if client == Business::UNNAMED && !named.is_empty() {
            client = named;
        }
        through = match (through, passed.about) {
            (Through::Unsaid, About::Person(who)) => Through::Person(who),
            (Through::Unsaid, About::OfRoom(room)) => Through::Room(room),
            (through, _) => through,
        };
    }
    parts.push(Part::Business { client, through, value });
}

/// `Chamber Lunch sent me Harbour Dental, won it`: what was passed on before is what was won.
fn passed_on<'r>(reading: &'r Reading<'_>, clause: &Clause) -> Option<&'r Clause> {
    let is_it = matches!(reading.low(clause.lead.end), "it" | "them");
    let mut before = reading.clauses.iter().filter(|c| c.lead.start < clause.lead.start);
    before.next_back().filter(|before| is_it && before.head == Head::Received)
}

/// The giver: whoever a word like `through` leads to, or whose referral it was; else a room or a
/// channel that it came through.
fn through(reading: &Reading<'_>, clause: &Clause) -> Through {
    let behind = |m: &Mention| is_behind_the_sum(reading, clause.lead.end, m.at.start);
    let giver = reading.mentions.iter().find(|m| is_giver(reading, m) || behind(m));
    if let Some(mention) = giver {
        return Through::Person(mention.who);
    }
    let is_led = |at: usize| {
        let at = at - usize::from(at > 0 && reading.low(at - 1) == "the");
        is_led_by(reading, at)
    };
    if let Some(room) = reading.rooms.iter().find(|r| is_led(r.at.start)) {
        return Through::Room(room.room);
    }
    let channel =
        (1..reading.words.len()).find(|&i| is_channel(reading.low(i)) && is_led_by_any(reading, i));
    channel.map_or(Through::Unsaid, |at| {
        let end = (at..reading.words.len()).take_while(|&i| is_channel(reading.low(i))).count();
        Through::Channel(reading.raw(at..at + end))
    })
}

fn is_giver(reading: &Reading<'_>, mention: &Mention) -> bool {
    let passed = matches!(
        reading.low(mention.at.end),
        "referral" | "lead" | "introduction" | "intro" | "recommendation"
    );
    passed || is_led_by(reading, mention.at.start)
}

/// `Won the Harrow job, £6,500, from Tom`: where what was won stands before its worth, whoever stands behind it
/// passed it on.
fn is_behind_the_sum(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let is_led = at.checked_sub(1).is_some_and(|i| matches!(reading.low(i), "from" | "off"));
    let sum = || (from..at).find(|&i| amounts::at(&reading.words, i).is_some());
    is_led && sum().is_some_and(|sum| !trimmed(reading, from..sum).is_empty())
}

/// `Hollins Dairy signed`: who signed, where nothing else says with whom the business is.
fn signer(reading: &Reading<'_>, before: Range<usize>) -> Option<String> {
    let is_capital = |i: usize| reading.words.get(i).is_some_and(Word::is_capital);
    // `Brick & Dale`, `Smith and Sons`.
    let is_sign = |i: usize| {
        let is_heir = || reading.low(i) == "and" && is_heir(reading.low(i + 1));
        reading.words.get(i).is_some_and(|word| word.raw == "&") || is_heir()
    };
    let is_named =
        |&i: &usize| is_capital(i) || is_sign(i) && i > before.start && is_capital(i - 1);
    let verb = reading.low(before.end);
    let from = before.clone().rev().take_while(is_named).last()?;
    matches!(verb, "signed").then(|| reading.raw(from..before.end))
}

fn is_led_by(reading: &Reading<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| reading.low(i));
    match back(1) {
        "through" | "via" => true,
        "to" => back(2) == "thanks",
        "of" => back(2) == "courtesy",
        "by" => matches!(back(2), "referred" | "introduced" | "recommended"),
        "from" | "off" => matches!(
            back(2),
            "came" | "referral" | "lead" | "introduction" | "recommendation" | "intro"
        ),
        _ => false,
    }
}

/// `From our website`, `from google ads`: nobody else is a channel.
fn is_led_by_any(reading: &Reading<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |i| reading.low(i));
    is_led_by(reading, at)
        || back(1) == "from"
        || (matches!(back(1), "the" | "our" | "my" | "a")
            && matches!(back(2), "through" | "via" | "from" | "to"))
}

/// The client or the job, in the owner's words: what follows `with` or `from`, else what was won.
fn client(reading: &Reading<'_>, body: Range<usize>) -> String {
    let end = body.clone().find(|&i| ends_client(reading, i)).unwrap_or(body.end);
    let sums: Vec<Range<usize>> = (body.start..end)
        .filter_map(|i| amounts::at(&reading.words, i).map(|(_, length)| i..i + length))
        .collect();
    let led = (body.start..end).find(|&i| {
        matches!(reading.low(i), "with" | "from" | "for")
            && !sums.iter().any(|s| s.start == i + 1)
            && !is_behind_the_sum(reading, body.start, i + 1)
            && i + 1 < end
    });
    let start = match (led, sums.first()) {
        (Some(led), _) => led + 1,
        (None, Some(sum)) if sum.start <= body.start + 1 => sum.end,
        (None, _) => body.start,
    };
    let stop = sums.iter().map(|s| s.start).find(|&s| s >= start).unwrap_or(end);
    let named = trimmed(reading, start..stop);
    if named.is_empty() { Business::UNNAMED.to_owned() } else { named }
}

fn ends_client(reading: &Reading<'_>, at: usize) -> bool {
    let led = is_led_by(reading, at)
        || matches!(
            reading.low(at),
            "through"
                | "via"
                | "thanks"
                | "courtesy"
                | "worth"
                | "which"
                | "it"
                | "came"
                | "referred"
        );
    let dated = dates::at(&reading.words, at, reading.today, dates::Sense::Past).is_some();
    led || dated || reading.clauses.iter().any(|c| c.lead.start == at)
}

/// Without the articles before and the joints behind.
fn trimmed(reading: &Reading<'_>, mut range: Range<usize>) -> String {
    while range.start < range.end
        && matches!(reading.low(range.start), "the" | "a" | "an" | "of" | "some" | "in" | "deal")
    {
        range.start += 1;
    }
    while range.start < range.end
        && matches!(
            reading.low(range.end - 1),
            "for" | "and" | "with" | "from" | "in" | "at" | "about"
        )
    {
        range.end -= 1;
    }
    let is_named = |i: usize| reading.words.get(i).is_some_and(Word::is_capital);
    // `The Acme Foods job`: whoever it was for is the client.
    let is_job = |i: usize| is_in(JOBS, reading.low(i)) && !is_named(i);
    if range.len() > 1 && is_job(range.end - 1) && (range.start..range.end - 1).all(is_named) {
        range.end -= 1;
    }
    reading.raw(range)
}
