//! The rows of conversations.

use super::super::ledger::Told;
use super::super::occasion::{Company, Occasions, Sighting, Slot, pair_conversations};
use super::super::people::Who;
use super::super::record::{Said, SaidConversation};
use super::super::said::{first, ranked, with_columns};
use super::{Ground, Meant, Unfit, claim_ids};
use crate::fact::FactKind;
use crate::facts::{Conversation, ConversationKind, Event, Stage};
use crate::id::{FactId, PersonId};
use crate::source::Source;
use std::collections::{HashMap, HashSet};

/// Pairs what sheets, the calendar and the owner say about conversations, and writes them.
/// `calendar` are the calendar's, with their kinds.
pub(crate) fn derive_conversations(ground: &mut Ground<'_, '_>, calendar: Vec<Sighting<Company>>) {
    let before: HashMap<FactId, &Conversation> =
        ground.facts.conversations.iter().map(|c| (c.id, c)).collect();
    let (mut sightings, edits_of) = sight(ground, &before);
    sightings.extend(calendar);
    let mut occasions = pair_conversations(sightings);
    claim_ids(&mut occasions, ground.told, FactKind::Conversation, &mut *ground.ids);
    attach(&mut occasions, edits_of);
    let mut standing: HashSet<FactId> = HashSet::with_capacity(occasions.slots.len());
    for slot in &occasions.slots {
        let Some(id) = slot.id else { continue };
        standing.insert(id);
        let row = before.get(&id).copied();
        let is_row_alone = slot.told.iter().all(|&at| ground.told[at].provisional);
        if !is_row_alone {
            let talk = read(ground, slot, id, row);
            ground.edits.put(row, talk);
        }
        for &at in &slot.told {
            ground.told[at].provisional &= is_row_alone;
            ground.told[at].settle_on(FactKind::Conversation, id);
        }
    }
    for row in ground.facts.conversations.iter().filter(|row| !standing.contains(&row.id)) {
        ground.edits.remove(row);
    }
}

/// Corrections that the owner made to a conversation, by its row.
type EditsOf = HashMap<FactId, Vec<usize>>;

fn sight(
    ground: &mut Ground<'_, '_>,
    before: &HashMap<FactId, &Conversation>,
) -> (Vec<Sighting<Company>>, EditsOf) {
    let spoken_of: HashSet<FactId> = ground
        .told
        .iter()
        .filter(|t| {
            t.statement.about == FactKind::Conversation && t.statement.source != Source::Own
        })
        .map(|t| t.statement.subject)
        .collect();
    let (mut sightings, mut edits_of, mut unfit) = (Vec::new(), EditsOf::new(), Vec::new());
    for (at, told) in ground.told.iter().enumerate() {
        let Said::Conversation(said) = told.said() else { continue };
        let statement = &told.statement;
        if statement.source == Source::Own && spoken_of.contains(&statement.subject) {
            edits_of.entry(statement.subject).or_default().push(at);
            continue;
        }
        let row = before.get(&statement.subject).filter(|_| statement.source == Source::Own);
        match company(ground, said, row.map(|row| &row.people[..])) {
            Ok(people) => sightings.push(Sighting {
                told: at,
                source: statement.source,
                same: (said.on, people),
                kind: Some(said.kind),
                minutes: said.minutes,
                starts: row.and_then(|row| row.starts),
                row: told.row(),
            }),
            Err(why) => unfit.push((at, why)),
        }
    }
    for (at, why) in unfit {
        let own = ground.told[at].statement.id;
        ground.told[at].settle_on(FactKind::Statement, own);
        ground.unfit.insert(at, why);
    }
    sightings.sort_by(|a, b| {
        let key = |s: &Sighting<Company>| &ground.told[s.told].statement.key;
        b.source.cmp(&a.source).then_with(|| key(a).cmp(key(b)))
    });
    (sightings, edits_of)
}

/// With whom it was. What the owner wrote keeps the people its row already has.
fn company(
    ground: &Ground<'_, '_>,
    said: &SaidConversation,
    row: Option<&[PersonId]>,
) -> Result<Vec<Who>, Unfit> {
    let known = row.map(|ids| ids.iter().filter_map(|id| ground.people.of_id(*id)).collect());
    let mut people: Vec<Who> = match known {
        Some(people) => people,
        None => named(ground, &said.people)?,
    };
    people.sort_unstable();
    people.dedup();
    if people.is_empty() { Err(Unfit::NeedsAPerson) } else { Ok(people) }
}

fn named(ground: &Ground<'_, '_>, names: &[String]) -> Result<Vec<Who>, Unfit> {
    let mut people = Vec::with_capacity(names.len());
    for name in names {
        match ground.cast.of(name) {
            Some(Meant::Person(who)) => people.push(*who),
            Some(Meant::Unclear(_)) => return Err(Unfit::Waits),
            Some(Meant::Owner | Meant::Room) | None => {}
        }
    }
    Ok(people)
}

fn attach(occasions: &mut Occasions, mut edits_of: EditsOf) {
    if edits_of.is_empty() {
        return;
    }
    for slot in &mut occasions.slots {
        if let Some(mut own) = slot.id.and_then(|id| edits_of.remove(&id)) {
            slot.told.append(&mut own);
        }
    }
}

fn read(
    ground: &Ground<'_, '_>,
    slot: &Slot,
    id: FactId,
    row: Option<&Conversation>,
) -> Conversation {
    let said = ranked(ground.told, &slot.told, |said| match said {
        Said::Conversation(said) => Some(said),
        _ => None,
    });
    let event = events(ground.told, slot).next();
    let kind = first(&said, |s| Some(s.kind)).or(slot.kind).unwrap_or(ConversationKind::OneToOne);
    let on = first(&said, |s| Some(s.on)).unwrap_or(slot.on);
    let people = slot.people.iter().map(|&who| ground.id_of(who)).collect();
    let mut talk = Conversation::happened(id, kind, on, people);
    talk.starts = event.and_then(|e| e.starts).or_else(|| row.and_then(|r| r.starts));
    talk.minutes = first(&said, |s| s.minutes).or_else(|| event.and_then(|e| e.minutes));
    talk.travel_minutes = first(&said, |s| s.travel_minutes);
    talk.prep_minutes = first(&said, |s| s.prep_minutes);
    talk.cost = first(&said, |s| s.cost);
    talk.objective = first(&said, |s| s.objective.clone());
    talk.objective_met = first(&said, |s| s.objective_met);
    talk.they_know_me = first(&said, |s| s.they_know_me);
    talk.they_learned = first(&said, |s| s.they_learned.clone());
    talk.i_learned = first(&said, |s| s.i_learned.clone());
    talk.energy = first(&said, |s| s.energy);
    talk.offered = row.map(|r| r.offered.clone()).unwrap_or_default();
    talk.instead_of = row.and_then(|r| r.instead_of);
    talk.stage = stage(ground.told, slot, row);
    let columns = said.iter().find(|s| !s.extra.is_empty());
    let notes = first(&said, |s| s.notes.clone());
    talk.notes = columns.map_or(notes.clone(), |s| with_columns(notes, &s.extra));
    talk
}

fn events<'t>(told: &'t [Told<'_>], slot: &'t Slot) -> impl Iterator<Item = &'t Event> {
    slot.told.iter().filter_map(|&at| match told[at].said() {
        Said::Entry(entry) => Some(&entry.event),
        _ => None,
    })
}

/// What lies ahead of the day on which its source spoke is agreed; the rest happened.
fn stage(told: &[Told<'_>], slot: &Slot, row: Option<&Conversation>) -> Stage {
    let happened = slot.told.iter().any(|&at| {
        let statement = &told[at].statement;
        let spoken = statement.recorded_at.to_zoned(jiff::tz::TimeZone::UTC).date();
        !told[at].provisional && statement.source != Source::Own && slot.on <= spoken
    });
    let said = if happened { Stage::Happened } else { Stage::Agreed };
    let has_word = slot
        .told
        .iter()
        .any(|&at| !told[at].provisional && told[at].statement.source == Source::Own);
    let is_own = slot.told.iter().all(|&at| told[at].statement.source == Source::Own);
    match row {
        // What the owner said did not take place stays so, whatever a calendar holds of it.
        Some(row) if is_own || (has_word && row.stage == Stage::Suggested) => row.stage,
        Some(row) => row.stage.max(said),
        None if is_own => Stage::Happened,
        None => said,
    }
}
