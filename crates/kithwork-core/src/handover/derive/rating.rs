//! Ratings out of the sheet `people`: dated observations, of which earlier ones stay.

use super::super::people::said_person;
use super::Ground;
use crate::facts::{Rated, Rating};
use crate::id::{FactId, PersonId};
use crate::source::Source;
use std::collections::HashMap;
use uuid::Uuid;

/// Writes what people's rows rate. An observation of another date is another rating.
pub(super) fn derive_ratings(ground: &mut Ground<'_, '_>) {
    let before: HashMap<FactId, &Rating> = ground.facts.ratings.iter().map(|r| (r.id, r)).collect();
    for told in ground.told.iter().filter(|told| !told.provisional && !told.withdrawn) {
        let Some(said) = said_person(told) else { continue };
        if told.statement.source < Source::Sheet {
            continue;
        }
        for (what, name, score) in [
            (Rated::Understanding, "understanding", said.knows_what_i_do),
            (Rated::Trust, "trust", said.trust),
            (Rated::IWouldRefer, "i-would-refer", said.i_would_refer),
        ] {
            let Some(score) = score else { continue };
            let on = said.rated_on;
            let name = format!("{name}|{}", on.map(|on| on.to_string()).unwrap_or_default());
            let id = FactId(Uuid::new_v5(&told.statement.id.0, name.as_bytes()));
            let person = PersonId(told.statement.subject.0);
            ground.edits.put(before.get(&id).copied(), Rating { id, person, what, score, on });
        }
    }
}
