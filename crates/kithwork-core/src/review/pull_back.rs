//! People met and never followed up: look at those before going out to meet more (row 7).

use super::funnel::after_meeting;
use super::reading::{Met, Reading, Seen};
use crate::days::days_before;
use crate::facts::Person;
use crate::id::PersonId;
use crate::models::wilson::as_f64;
use jiff::civil::Date;
use serde::Serialize;

/// Someone met who has not been followed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unrealised {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they were last met.
    pub last: Option<Date>,
    /// Where they were met.
    pub room: Option<String>,
    /// What could come next, in plain words.
    pub next_step: String,
}

/// Everyone met in the last year, or met on an unknown date, with whom nothing followed and about whom the
/// owner has not decided yet; those first with whom there is most to lose: talked to most often, and
/// most likely to remember.
pub(super) fn list(reading: &Reading<'_>) -> Vec<Unrealised> {
    let since = days_before(reading.as_of, reading.params.funnel.pull_back_days);
    let mut found: Vec<(f64, Unrealised)> = reading
        .network()
        .filter(|(_, _, seen)| seen.met.is_some_and(|met| met.on.is_none_or(|on| on > since)))
        .filter(|(_, person, _)| person.care_at(reading.as_of).is_none())
        .filter(|&(at, _, seen)| !is_followed_up(reading, at, seen))
        .map(|(at, person, seen)| {
            (worth(reading, at, person, seen), unrealised(reading, person, seen))
        })
        .collect();
    found.sort_by(|(a, one), (b, two)| {
        b.total_cmp(a).then_with(|| (&one.name, one.person).cmp(&(&two.name, two.person)))
    });
    found.into_iter().map(|(_, unrealised)| unrealised).collect()
}

/// A talk since, or help or a referral either way: whoever was helped has heard from the owner.
fn is_followed_up(reading: &Reading<'_>, at: usize, seen: &Seen) -> bool {
    let met = seen.met.unwrap_or(Met { on: None, room: None });
    let since = |on: Option<Date>| reading.sees(on) && on.is_none_or(|on| Some(on) >= met.on);
    after_meeting(reading.book, at, met, reading.as_of).next().is_some()
        || reading.book.help_at(at).any(|help| since(help.on))
        || reading.book.referrals_at(at).any(|referral| since(referral.on))
}

fn worth(reading: &Reading<'_>, at: usize, person: &Person, seen: &Seen) -> f64 {
    let talks = reading.book.meetings_at(at).take_while(|m| m.on <= reading.as_of).count();
    let can_help = f64::from(u8::from(person.looking_for.is_some()));
    seen.standing.p_alive.unwrap_or(0.0) * (1.0 + as_f64(talks as u64) + can_help)
}

fn unrealised(reading: &Reading<'_>, person: &Person, seen: &Seen) -> Unrealised {
    let room = seen.met.and_then(|met| met.room).and_then(|at| reading.room(at));
    let last = seen.standing.last.max(seen.met.and_then(|met| met.on));
    let next_step = match (&person.looking_for, room) {
        (Some(looking_for), _) => {
            format!("They are looking for {}: whom could you introduce?", looking_for.trim())
        }
        (None, Some(room)) => {
            format!("Write two lines: you met at {}; ask what they are working on.", room.name)
        }
        (None, None) => "Write two lines and ask what they are working on.".to_owned(),
    };
    Unrealised {
        person: person.id,
        name: person.name.clone(),
        last,
        room: room.map(|r| r.name.clone()),
        next_step,
    }
}
