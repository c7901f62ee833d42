//! What the owner thinks of rooms.

use super::shape::{table, wrapped};
use kithwork_app::json::RatedRoomsJson;
use kithwork_app::room_rating::Kept;
use kithwork_core::review::Suggests;

/// A rating that was kept.
pub(crate) fn room_rating(kept: &Kept) -> String {
    wrapped(&format!("Kept for {}. “kithwork rate” lists your groups by it.", kept.room.name), 0)
}

/// The rooms, best first.
pub(crate) fn rated_rooms(document: &RatedRoomsJson) -> String {
    if document.rooms.is_empty() {
        return "There is no group in the book yet.\n".to_owned();
    }
    let mut table =
        table(&["Group or event", "Ethos", "Fit", "Cost", "By your ratings"], &[1, 2, 3]);
    let part = |score: Option<u8>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    for room in &document.rooms {
        let suggests = match room.suggests {
            Suggests::Keep => "one to keep",
            Suggests::LookAgain => "look again after the next one",
            Suggests::LetGo => "others repay the time better",
            Suggests::Rate => "not rated yet",
        };
        table.add_row([
            room.name.clone(),
            part(room.ethos),
            part(room.fit),
            part(room.cost),
            suggests.to_owned(),
        ]);
    }
    let weights = document.weights;
    let weigh = format!(
        "Each part 0 to 4, more is better. Ethos weighs {}, fit {}, cost {}: “--weigh ethos=3” looks at \
         it another way.",
        weights.ethos, weights.fit, weights.cost
    );
    format!("{table}\n{}", wrapped(&weigh, 0))
}
