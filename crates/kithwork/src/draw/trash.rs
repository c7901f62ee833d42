//! What is in the trash.

use super::figures::counted;
use super::shape::{add, wrapped};
use kithwork_app::json::TrashJson;
use kithwork_app::trash::Emptied;

/// What is in the trash, the latest first.
pub(crate) fn trash(document: &TrashJson) -> String {
    if document.trash.is_empty() {
        return "The trash is empty.\n".to_owned();
    }
    let mut text = String::new();
    for thrown in &document.trash {
        text.push_str(&wrapped(&thrown.says, 0));
        let on = thrown.at.strftime("%Y-%m-%d");
        add(&mut text, format!("    deleted {on}: kithwork put-back {}\n", thrown.change));
    }
    text
}

/// What emptying took out.
pub(crate) fn emptied(emptied: Emptied) -> String {
    match emptied.things {
        0 => "The trash was empty.\n".to_owned(),
        things => {
            let gone = counted(things as u64, "thing is", "things are");
            wrapped(&format!("{gone} gone for good. Backups made before still hold them."), 0)
        }
    }
}
