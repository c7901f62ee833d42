//! Entries as they are looked at: title, time, and who was invited.

use super::super::ledger::Told;
use super::super::names::name_key;
use super::super::owner::Owner;
use super::super::people::{People, Who, said_person};
use super::super::record::Said;
use super::rhythm;
use super::title::{Cue, Title, odd_names};
use super::words::{FAMILY_NAMES, PRIVATE, ROOMISH, ROOMS, VIDEO_LINKS};
use crate::facts::{Attendee, ConversationKind, Event};
use jiff::civil::Date;
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
    /// Days between two occasions: by its rule, or as single entries of its title come round.
    pub(super) interval: Option<u32>,
    /// The owner's own life and work, going by words that are no part of a name.
    pub(super) is_private: bool,
}

/// All entries, in an order that does not depend on arrival.
pub(super) fn look<'t>(told: &'t [Told<'_>], people: &People, owner: &Owner) -> Vec<Sight<'t>> {
    let words = owner.words();
    let odd = odd_names(people.names().map(|(name, _)| name));
    let mut titles: HashMap<&str, Title> = HashMap::new();
    let mut sights: Vec<Sight<'t>> = Vec::new();
    let all = told;
    for (at, told) in told.iter().enumerate().filter(|(_, told)| !told.withdrawn) {
        let Said::Entry(entry) = told.said() else { continue };
        let read = || Title::read(&entry.event.title, &words, &odd);
        let title = titles.entry(&entry.event.title).or_insert_with(read).clone();
        sights.push(Sight {
            told: at,
            event: &entry.event,
            is_private: is_private(&title, people, all),
            title,
            others: others(&entry.event, owner),
            repeats: 0,
            interval: rhythm::interval_days(&entry.event),
        });
    }
    count_repeats(&mut sights);
    sights.sort_by(|a, b| told[a.told].statement.key.cmp(&told[b.told].statement.key));
    sights
}

/// Notes how often titles repeat, and at which distance single entries of one title come round.
fn count_repeats(sights: &mut [Sight<'_>]) {
    let mut repeats: HashMap<String, (usize, Vec<Date>)> = HashMap::new();
    for sight in sights.iter() {
        let (count, days) = repeats.entry(sight.title.key()).or_default();
        *count += 1;
        let stands_alone = !sight.is_series() && !sight.event.cancelled;
        days.extend(sight.event.on.filter(|_| stands_alone));
    }
    for (_, days) in repeats.values_mut() {
        days.sort_unstable();
        days.dedup();
    }
    for sight in sights {
        if let Some((count, days)) = repeats.get(&sight.title.key()) {
            sight.repeats = *count;
            sight.interval = sight.interval.or_else(|| rhythm::interval_of(days));
        }
    }
}

/// Whether words of a title that are no part of a name tell of the owner's own life and work. What
/// stands behind `re` is what people talk about, not what they do.
fn is_private(title: &Title, people: &People, told: &[Told<'_>]) -> bool {
    let is_meeting = title.cue.is_some() || title.names_owner;
    let is_name = |key: &String| is_a_persons(key, is_meeting, people, told);
    let named: Vec<String> =
        title.names.iter().map(|name| name_key(name)).filter(is_name).collect();
    let named: BTreeSet<&str> = named.iter().flat_map(|key| key.split(' ')).collect();
    let subject = (is_meeting && !title.names.is_empty()).then_some(title.subject).flatten();
    let kept = title.words.iter().take(subject.unwrap_or(usize::MAX)).map(String::as_str);
    let rest: Vec<&str> = kept.filter(|word| !named.contains(word)).collect();
    PRIVATE.stands_in(&rest)
}

/// Whether a name key is a person's although a word of it might be private: someone in business
/// bears it, or its last word is a family name as well. `Biscuit Vet` in a phone is neither.
fn is_a_persons(key: &str, is_meeting: bool, people: &People, told: &[Told<'_>]) -> bool {
    let mut words: Vec<&str> = key.split(' ').collect();
    let is_in_business = |who: &Who| {
        let someone = people.get(*who);
        let is_of_business = |&at: &usize| {
            said_person(&told[at]).is_some_and(|s| s.organisation.is_some() || s.role.is_some())
        };
        !someone.is_organisation
            && (someone.counts(told) || someone.told.iter().any(is_of_business))
    };
    if words.len() > 1 && people.named(key).iter().any(is_in_business) {
        return true;
    }
    let last = words.pop().unwrap_or_default();
    is_meeting && !words.is_empty() && FAMILY_NAMES.has(last) && !PRIVATE.stands_in(&words)
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

    /// Networking in so many words.
    pub(super) fn names_a_room(&self) -> bool {
        let words = self.title.keys();
        let roomish = words.iter().filter(|word| ROOMISH.has(word)).count();
        (ROOMS.stands_in(&words) || roomish > 1) && !self.is_private
    }

    /// Comes round, at a time and a length, as rooms do.
    pub(super) fn meets_like_a_room(&self) -> bool {
        rhythm::meets_like_a_room(self.event, self.interval)
            || self.interval.is_some_and(|days| days >= 7)
                && ROOMISH.stands_in(&self.title.keys())
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
