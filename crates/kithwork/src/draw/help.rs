//! Help both ways, by person. Nothing is set off against anything.

use super::figures::{counted, grouped};
use super::shape::{add, table, wrapped};
use crate::screen::Screen;
use kithwork_core::id::PersonId;
use kithwork_core::review::HelpMonth;
use kithwork_core::written::times;
use std::collections::BTreeMap;

/// People shown in the table; every month of everyone is in the JSON.
const PEOPLE: usize = 8;

/// Help both ways; silent where none is written down.
pub(super) fn help(ledger: &[HelpMonth], screen: Screen) -> String {
    let mut people: BTreeMap<PersonId, (&str, u64, u64)> = BTreeMap::new();
    for row in ledger {
        let (_, given, received) = people.entry(row.person).or_insert((&row.name, 0, 0));
        *given += row.given;
        *received += row.received;
    }
    let mut people: Vec<(&str, u64, u64)> = people.into_values().collect();
    if people.is_empty() {
        return String::new();
    }
    people.sort_by_key(|&(name, given, received)| (std::cmp::Reverse(given + received), name));
    let sum = |of: fn(&(&str, u64, u64)) -> u64| people.iter().map(of).sum();
    let (given, received) = (sum(|p| p.1), sum(|p| p.2));
    let mut text = format!("\n{}\n", screen.heading("Help both ways"));
    text.push_str(&wrapped(
        &format!(
            "You helped {} and were helped {}, with {}.",
            times(given),
            times(received),
            counted(people.len() as u64, "person", "people")
        ),
        2,
    ));
    let mut table = table(&["Person", "You helped", "Helped you"], &[1, 2]);
    for (name, given, received) in people.iter().take(PEOPLE) {
        table.add_row([(*name).to_owned(), grouped(*given), grouped(*received)]);
    }
    add(&mut text, format!("{table}\n"));
    if people.len() > PEOPLE {
        let more = u64::try_from(people.len() - PEOPLE).unwrap_or_default();
        add(&mut text, format!("  and {} more\n", grouped(more)));
    }
    text
}
