//! An empty cell says nothing: what a source says now, laid over what it said before.

use super::record::{Said, SaidPerson};

/// Keeps what the old one said in each of these fields that the new one leaves empty.
macro_rules! keep {
    ($new:ident, $old:ident: $($field:ident)*) => {{
        $(if $new.$field.is_none() { $new.$field.clone_from(&$old.$field); })*
        for (column, value) in &$old.extra {
            $new.extra.entry(column.clone()).or_insert_with(|| value.clone());
        }
    }};
}

/// The same for what can also be forgotten: a field that the new one forgets stays empty, and what the
/// old one forgot stays forgotten until something is said of it again.
macro_rules! keep_or_forget {
    ($new:ident, $old:ident: $($field:ident)+) => {{
        $(if $new.$field.is_none() && !$new.forgotten.contains(stringify!($field)) {
            $new.$field.clone_from(&$old.$field);
            if $old.forgotten.contains(stringify!($field)) {
                $new.forgotten.insert(stringify!($field).to_owned());
            }
        })+
        keep!($new, $old:);
    }};
}

/// Fills each field that `new` leaves empty with what `old` said. Cards, entries and objects come
/// whole, so that what is gone from them is gone.
pub fn overlay(old: &Said, mut new: Said) -> Said {
    match (&mut new, old) {
        (Said::Person(new), Said::Person(old)) if new.uid.is_none() => keep_person(new, old),
        (Said::Room(new), Said::Room(old)) => {
            keep_or_forget!(new, old: kind cadence meeting_minutes travel_minutes annual_fee fee_per_meeting
                joined_on left_on absences_allowed absence_window_days substitute_allowed notes);
        }
        (Said::Meeting(new), Said::Meeting(old)) => {
            keep_or_forget!(new, old: starts minutes travel_minutes prep_minutes cost pitch pitch_prepared pitch_changed
                pitch_skipped pitch_changed_why energy goal goal_met first_time nerves_before
                nerves_after debriefed_on missed notes);
            if new.people.is_empty() {
                new.people.clone_from(&old.people);
            }
        }
        (Said::Conversation(new), Said::Conversation(old)) => {
            keep!(new, old: minutes travel_minutes prep_minutes cost objective objective_met they_know_me
                they_learned i_learned energy notes);
        }
        (Said::Help(new), Said::Help(old)) => keep!(new, old: on about asked outcome),
        (Said::Introduction(new), Said::Introduction(old)) => keep!(new, old: on outcome),
        (Said::Referral(new), Said::Referral(old)) => {
            keep!(new, old: on prospect effort value);
            // Taken up again, it is no longer decided, and whoever was thanked will be again.
            let is_open = new.status.is_some_and(|status| !status.is_decided());
            if !is_open || new.status == old.status {
                keep!(new, old: status closed_on thanked_on);
            }
        }
        (Said::Business(new), Said::Business(old)) => {
            keep!(new, old: won_on source_kind source value notes);
        }
        (Said::ChannelMonth(new), Said::ChannelMonth(old)) => {
            keep!(new, old: minutes cost leads sales value);
        }
        (Said::Promise(new), Said::Promise(old)) => keep!(new, old: made_on due_on done_on),
        (Said::Pitch(new), Said::Pitch(old)) => {
            keep!(new, old: text first_used_on beside_competitor);
        }
        _ => {}
    }
    new
}

fn keep_person(new: &mut SaidPerson, old: &SaidPerson) {
    keep_or_forget!(new, old: name profile organisation role sector city met_on met_at introduced_by
        what_they_do who_they_serve looking_for knows_what_i_do trust i_would_refer
        rated_on notes);
    // A decision and its day belong together.
    if new.care.is_none() || (new.care == old.care && new.care_on.is_none()) {
        (new.care, new.care_on) = (old.care, old.care_on);
    }
    for (new, old) in
        [(&mut new.emails, &old.emails), (&mut new.phones, &old.phones), (&mut new.urls, &old.urls)]
    {
        if new.is_empty() {
            new.clone_from(old);
        }
    }
}
