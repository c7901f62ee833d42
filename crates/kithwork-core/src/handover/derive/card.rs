//! Cards and calendar objects, octet for octet.

use super::super::ledger::{card_uid, object_name};
use super::super::record::Said;
use super::Ground;
use crate::fact::FactKind;
use crate::facts::{CalendarObject, Card};
use crate::id::{FactId, PersonId};
use crate::source::Source;
use std::collections::HashMap;

/// Writes cards and calendar objects as received.
pub(super) fn derive_cards(ground: &mut Ground<'_, '_>) {
    let cards: HashMap<&str, &Card> =
        ground.facts.cards.iter().map(|card| (card.uid.as_str(), card)).collect();
    let objects: HashMap<(&str, &str), &CalendarObject> = ground
        .facts
        .calendar_objects
        .iter()
        .map(|object| ((object.component.as_str(), object.uid.as_str()), object))
        .collect();
    for told in ground.told.iter_mut() {
        match told.said() {
            Said::Person(_) if told.statement.source == Source::Card => {
                if told.statement.about != FactKind::Person {
                    continue;
                }
                let person = PersonId(told.statement.subject.0);
                let uid = card_uid(&told.statement);
                let before = cards.get(uid).copied();
                let octets = told.octets.as_ref().or(before.map(|card| &card.octets));
                let Some(octets) = octets else { continue };
                if before.is_some_and(|b| b.person == person && b.octets == *octets) {
                    continue;
                }
                let id = before.map_or_else(|| FactId((ground.ids)()), |card| card.id);
                let card = Card { id, uid: uid.to_owned(), person, octets: octets.clone() };
                ground.edits.put(before, card);
            }
            Said::Entry(_) | Said::Object(_) => {
                let Some((component, uid)) = object_name(told.said()) else { continue };
                let before = objects.get(&(component, uid.as_str())).copied();
                let is_object = matches!(told.said(), Said::Object(_));
                let component = component.to_owned();
                let id = match (before, &told.octets) {
                    (Some(before), None) => before.id,
                    (None, None) => continue,
                    (before, Some(octets)) => {
                        let id = before.map_or_else(|| FactId((ground.ids)()), |object| object.id);
                        let octets = octets.clone();
                        ground.edits.put(before, CalendarObject { id, component, uid, octets });
                        id
                    }
                };
                if is_object {
                    told.settle_on(FactKind::CalendarObject, id);
                }
            }
            _ => {}
        }
    }
}
