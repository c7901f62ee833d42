//! People met and never followed up: look at those before going out to meet more (row 7).

use super::reading::{Reading, Seen};
use super::undecided::is_undecided;
use crate::facts::Person;
use crate::id::PersonId;
use crate::matching::sought;
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

/// Everyone who waits for the owner's word; those first with whom there is most to lose: talked to most
/// often, and most likely to remember.
pub(super) fn list(reading: &Reading<'_>) -> Vec<Unrealised> {
    let (book, as_of, funnel) = (reading.book, reading.as_of, &reading.params.funnel);
    let mut found: Vec<(f64, Unrealised)> = reading
        .network()
        .filter(|(at, _, _)| is_undecided(book, *at, as_of, funnel))
        .map(|(at, person, seen)| {
            (worth(reading, at, person, seen), unrealised(reading, person, seen))
        })
        .collect();
    found.sort_by(|(a, one), (b, two)| {
        b.total_cmp(a).then_with(|| (&one.name, one.person).cmp(&(&two.name, two.person)))
    });
    found.into_iter().map(|(_, unrealised)| unrealised).collect()
}

fn worth(reading: &Reading<'_>, at: usize, person: &Person, seen: &Seen) -> f64 {
    let talks = reading.book.meetings_at(at).take_while(|m| m.on <= reading.as_of).count();
    let looked_for = reading.book.looked_for(person, reading.as_of);
    let can_help = f64::from(u8::from(looked_for.is_some()));
    seen.standing.p_alive.unwrap_or(0.0) * (1.0 + as_f64(talks as u64) + can_help)
}

fn unrealised(reading: &Reading<'_>, person: &Person, seen: &Seen) -> Unrealised {
    let room = seen.met.and_then(|met| met.room).and_then(|at| reading.room(at));
    let last = seen.standing.last.max(seen.met.and_then(|met| met.on));
    let met_last = reading.book.last_met_in(person, reading.as_of).map(|(_, room)| room);
    let looked_for = reading.book.looked_for(person, reading.as_of);
    let next_step = match (looked_for, met_last) {
        (Some((what, _)), _) => {
            format!("They are looking for {}: whom could you introduce?", sought(what))
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
