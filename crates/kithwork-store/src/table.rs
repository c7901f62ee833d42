//! The tables of the facts. Each is told once, field by field: columns, writing and reading follow
//! from the same line, so they can't drift.

use crate::cell::{Cell, Column, RowReader};
use crate::error::Result;
use crate::field::Field;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{
    Aim, Business, CalendarObject, Card, CardGiven, ChannelMonth, Conversation, Entry, Help,
    Introduction, Meeting, Mention, Need, Note, Offer, PeopleList, Person, Pitch, Playback,
    Presentation, Project, Promise, ProposedIntroduction, Question, Rating, Referral, Room,
    RoomRating, Settings, Statement, Suppression, Tag, TriggerProblem,
};

/// `field` stands in a column of its name, `field as "column"` in another one; `listed people`
/// stands in `appearance`, not in the row.
macro_rules! tables {
    ($($kind:ident {
        $($field:ident $(as $column:literal)?),* $(; listed $listed:ident)? $(,)?
    })+) => {
        /// The columns of a kind of fact, after `book_id`, the id first.
        pub(crate) fn columns(kind: FactKind) -> Vec<Column> {
            match kind {
                $(FactKind::$kind => [
                    $(columns_of(|fact: &$kind| &fact.$field, column_name!($field $($column)?)),)*
                ].concat(),)+
            }
        }

        /// The cells of a fact, in the order of its columns.
        pub(crate) fn cells(fact: &Fact) -> Vec<Cell> {
            let mut cells = Vec::with_capacity(24);
            match fact {
                $(Fact::$kind(fact) => { $(fact.$field.put(&mut cells);)* })+
            }
            cells
        }

        /// Reads a fact from its columns; the people of a list are yet to be filled in.
        pub(crate) fn read(kind: FactKind, row: &mut impl RowReader) -> Result<Fact> {
            Ok(match kind {
                $(FactKind::$kind => Fact::$kind($kind {
                    $($field: Field::take(row)?,)*
                    $($listed: Vec::new(),)?
                }),)+
            })
        }
    };
}

macro_rules! column_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:literal) => {
        $column
    };
}

/// The columns of a field, its type told by how it is reached.
fn columns_of<T, F: Field>(_field: fn(&T) -> &F, name: &str) -> Vec<Column> {
    F::columns(name)
}

tables! {
    Settings {
        book as "id", owner_names, owner_emails, zone, region, currency, hours_per_week,
        hourly_rate, monthly_need, weekly_spend, targets, level_names, helps, excels_at,
        differs_by, hindrance, words_per_minute, lock_hours, locale, matters_most,
    }
    Room {
        id, name, kind, cadence, meeting_minutes, travel_minutes, annual_fee, fee_per_meeting,
        joined_on, left_on, absences_allowed, absence_window_days, substitute_allowed, notes,
    }
    Person {
        id, name, emails, phones, urls, organisation, role, sector, city, met_on, met_at,
        introduced_by, what_they_do, who_they_serve, looking_for, care, care_on, notes,
        set_aside, do_not_contact, merged_into,
    }
    Pitch { id, version, text, first_used_on, beside_competitor }
    Project { id, what, kind, begun_on, ended_on, outcome; listed people }
    Tag { id, name; listed people }
    PeopleList { id, name, filter }
    TriggerProblem { id, what, set_on, dropped_on }
    Aim { id, what, kind, set_on, review_on, closed_on, tries, as_varied_as; listed people }
    Meeting {
        id, room as "room_id", on as "on_date", starts, minutes, travel_minutes, prep_minutes, cost,
        pitch, pitch_prepared, pitch_changed, pitch_changed_why, pitch_skipped, energy, goal, goal_met,
        first_time, nerves_before, nerves_after, debriefed_on, missed, notes; listed
        people
    }
    Conversation {
        id, kind, on as "on_date", starts, minutes, travel_minutes, prep_minutes, cost,
        objective, objective_met, they_know_me, stage, notes, they_learned, i_learned,
        energy, offered, instead_of; listed people
    }
    Promise { id, person as "person_id", direction, what, made_on, due_on, done_on }
    Help {
        id, on as "on_date", direction, person as "person_id", kind, asked, about, outcome,
    }
    Introduction { id, on as "on_date", introduced_by, person_a, person_b, outcome }
    Referral {
        id, on as "on_date", direction, person as "person_id", prospect, effort, status, value,
        closed_on, thanked_on,
    }
    Business {
        id, won_on, client, source_kind, source, referrer, room as "room_id", value, notes,
    }
    ChannelMonth { id, channel, month, minutes, cost, leads, sales, value }
    Rating { id, person as "person_id", what, score, on as "on_date" }
    RoomRating { id, room as "room_id", on as "on_date", ethos, fit, cost, notes }
    Playback {
        id, person as "person_id", on as "on_date", trigger as "trigger_id", explained, words,
    }
    CardGiven { id, person as "person_id", on as "on_date" }
    ProposedIntroduction {
        id, person_a, person_b, why_a, why_b, proposed_on, asked_a_on, asked_b_on, a_says, b_says,
        made as "introduction_id", thanked_on, dropped_on,
    }
    Presentation { id, what, on as "on_date", points; listed people }
    Mention { id, on as "on_date", person as "person_id", words, may_quote, kind }
    Need { id, person as "person_id", on as "on_date", what, met_on }
    Offer { id, person as "person_id", on as "on_date", what, closed_on }
    Note { id, on as "on_date", text, facts; listed people }
    Entry { id, uid, recurrence_id, event, meaning }
    CalendarObject { id, component, uid, octets }
    Card { id, uid, person as "person_id", octets }
    Question { id, key, asks, about, count, choices, subjects, answer, closed }
    Suppression { id, salt, digests, on as "on_date" }
    Statement {
        id, source, key, document, about, subject, written_under, said, recorded_at,
    }
}
