//! Who waits for the owner's word, and what was decided.

use super::figures::{counted, short_day};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use kithwork_app::json::TriageJson;
use kithwork_app::triage::Triaged;
use kithwork_core::facts::Care;
use kithwork_core::review::Unrealised;

/// People listed; the rest is in the JSON and comes up as these are decided.
const LISTED: usize = 20;

/// Who waits for a word.
pub(crate) fn triage(document: &TriageJson, screen: Screen) -> String {
    let people = &document.people;
    if people.is_empty() {
        return "Nobody waits: everyone you met was followed up, or you have decided.\n".to_owned();
    }
    let mut text = format!("{}\n", screen.heading("Met, and nothing decided yet"));
    text.push_str(&wrapped(&waiting(people), 2));
    let mut table = table(&["Name", "Last met", "What could come next"], &[]);
    for one in people.iter().take(LISTED) {
        let last = one.last.map(short_day).unwrap_or_default();
        table.add_row([one.name.clone(), last, one.next_step.clone()]);
    }
    add(&mut text, format!("{table}\n"));
    if people.len() > LISTED {
        let more = people.len() - LISTED;
        add(&mut text, format!("  and {more} more: “kithwork people --undecided” lists all\n"));
    }
    add(&mut text, "\n");
    text.push_str(&wrapped("Decide about as many at once as you like:", 2));
    for (word, does) in [
        ("deepen", "the plan prefers them"),
        ("light", "as it is, without an hour of yours"),
        ("let-go", "no plan proposes them; they stay in the book"),
    ] {
        add(&mut text, format!("  {:<29} {does}\n", format!("kithwork triage {word} WHO…")));
    }
    text
}

/// How many wait, and for what.
pub(super) fn waiting(people: &[Unrealised]) -> String {
    let count = counted(people.len() as u64, "person", "people");
    let them = if people.len() == 1 { "them" } else { "any of them" };
    format!(
        "Outside meetings, nothing is written down between you and {count} since you met, and you \
         have not decided about {them} yet."
    )
}

/// What was decided.
pub(crate) fn triaged(triaged: &Triaged) -> String {
    const SPELT_OUT: usize = 5;
    let names: Vec<&str> =
        triaged.people.iter().take(SPELT_OUT).map(|person| person.name.as_str()).collect();
    let more = triaged.people.len().saturating_sub(SPELT_OUT);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let done = match triaged.care {
        Care::Deepen => "To be deepened",
        Care::Light => "Kept light",
        Care::LetGo => "Let go",
    };
    let mut text = wrapped(&format!("{done}: {}{more}.", names.join(", ")), 0);
    let wait = counted(triaged.waiting as u64, "person still waits", "people still wait");
    text.push_str(&wrapped(&format!("{wait} for a word. “kithwork undo” takes it back."), 0));
    text
}
