//! Entries as they are looked at: title, time, and who was invited.

use super::super::ledger::Told;
use super::super::owner::Owner;
use super::super::record::Said;
use super::rhythm;
use super::title::{Cue, Title};
use super::words::{PRIVATE, ROOMISH, ROOMS, VIDEO_LINKS};
use crate::facts::{Attendee, ConversationKind, Event};
use std::collections::{BTreeSet, HashMap};

/// One entry.
pub(super) struct Sight<'t> {
    /// Its statement.
    pub(super) told: usize,
    pub(super) event: &'t Event,
    pub(super) title: Title,
    /// Everyone invited but the owner.
    pub(super) others: Vec<&'t Attendee>,
    /// How many entries bear its title, each occasion of a series being one entry.
    pub(super) repeats: usize,
}

/// All entries, in an order that does not depend on arrival.
pub(super) fn look<'t>(told: &'t [Told<'_>], owner: &Owner) -> Vec<Sight<'t>> {
    let words = owner.words();
    let mut titles: HashMap<&str, Title> = HashMap::new();
    let mut sights: Vec<Sight<'t>> = Vec::new();
    for (at, told) in told.iter().enumerate().filter(|(_, told)| !told.withdrawn) {
        let Said::Entry(entry) = told.said() else { continue };
        let read = || Title::read(&entry.event.title, &words);
        let title = titles.entry(&entry.event.title).or_insert_with(read).clone();
        sights.push(Sight {
            told: at,
            event: &entry.event,
            title,
            others: others(&entry.event, owner),
            repeats: 0,
        });
    }
    let mut repeats: HashMap<String, usize> = HashMap::new();
    for sight in &sights {
        *repeats.entry(sight.title.key()).or_default() += 1;
    }
    for sight in &mut sights {
        sight.repeats = repeats.get(&sight.title.key()).copied().unwrap_or(1);
    }
    sights.sort_by(|a, b| told[a.told].statement.key.cmp(&told[b.told].statement.key));
    sights
}

/// Everyone invited but the owner; who invited the owner counts as well.
fn others<'t>(event: &'t Event, owner: &Owner) -> Vec<&'t Attendee> {
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let organiser = event.organiser.iter().filter(|_| !event.attendees.is_empty());
    let mut others: Vec<&Attendee> = Vec::new();
    for one in event.attendees.iter().chain(organiser) {
        let name = one.name.as_deref().unwrap_or("");
        let key = one.email.as_deref().map_or((name, ""), |email| ("", email));
        if !owner.attends(one) && !is_resource(one) && seen.insert(key) {
            others.push(one);
        }
    }
    others
}

/// Meeting rooms and shared calendars are invited too.
fn is_resource(attendee: &Attendee) -> bool {
    attendee.email.as_deref().is_some_and(|email| {
        email.ends_with("calendar.google.com")
            || email.contains("noreply")
            || email.contains("no-reply")
    })
}

impl Sight<'_> {
    /// Whether it stands for more than one occasion.
    pub(super) fn is_series(&self) -> bool {
        self.event.rrule.is_some() || !self.event.rdates.is_empty()
    }

    /// The owner's own life and work, going by words that are no part of a name.
    pub(super) fn is_private(&self) -> bool {
        let named: BTreeSet<String> = self
            .title
            .names
            .iter()
            .filter(|name| self.title.cue.is_some() && name.trim().contains(' '))
            .flat_map(|name| {
                super::super::fold::fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        let rest: Vec<&str> =
            self.title.keys().into_iter().filter(|word| !named.contains(*word)).collect();
        PRIVATE.stands_in(&rest)
    }

    /// Networking in so many words.
    pub(super) fn names_a_room(&self) -> bool {
        let words = self.title.keys();
        let roomish = words.iter().filter(|word| ROOMISH.has(word)).count();
        (ROOMS.stands_in(&words) || roomish > 1) && !self.is_private()
    }

    /// Comes round, at a time and a length, as rooms do.
    pub(super) fn meets_like_a_room(&self) -> bool {
        let words = self.title.keys();
        rhythm::meets_like_a_room(self.event)
            || rhythm::interval_days(self.event).is_some_and(|days| days >= 7)
                && words.iter().any(|word| ROOMISH.has(word))
                && rhythm::slot(self.event).is_some()
    }

    /// One-to-one, video, call, or a few together.
    pub(super) fn kind(&self, people: usize) -> ConversationKind {
        if people > 1 {
            return ConversationKind::SmallGroup;
        }
        let is_linked = || {
            let place = self.event.location.iter().chain(&self.event.description);
            place
                .map(|text| text.to_lowercase())
                .any(|text| VIDEO_LINKS.iter().any(|link| text.contains(link)))
        };
        match self.title.cue {
            Some(Cue::Video) => ConversationKind::Video,
            _ if is_linked() => ConversationKind::Video,
            Some(Cue::Phone) => ConversationKind::Call,
            _ => ConversationKind::OneToOne,
        }
    }
}
