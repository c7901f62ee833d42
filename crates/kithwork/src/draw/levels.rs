//! What the levels are called.

use super::shape::{table, wrapped};
use kithwork_app::json::LevelsJson;

/// The levels in their order.
pub(crate) fn levels(document: &LevelsJson) -> String {
    let mut table = table(&["Level", "Called", "Plain name", "Also known as"], &[0]);
    for level in &document.levels {
        table.add_row([
            level.level.to_string(),
            level.name.clone(),
            level.plain.to_owned(),
            level.seed.to_owned(),
        ]);
    }
    let rename = "“kithwork levels 4 \"Inner circle\"” gives one a name of your own.";
    format!("{table}\n{}", wrapped(rename, 0))
}
