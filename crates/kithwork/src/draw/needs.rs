//! What people need, and who could meet it.

use super::figures::day;
use super::shape::{add, wrapped};
use kithwork_app::need::Open;

/// Every open need, the latest heard first.
pub(crate) fn needs(needs: &[Open]) -> String {
    if needs.is_empty() {
        return wrapped("No need is open. Ask what people look for, and note it.", 0);
    }
    let mut text = String::new();
    for need in needs {
        let since = need.on.map(|on| format!(", since {}", day(on))).unwrap_or_default();
        text.push_str(&wrapped(&format!("{}: {}{since}", need.name, need.what), 0));
        let by: Vec<&str> = need.by.iter().map(|by| by.name.as_str()).collect();
        if !by.is_empty() {
            text.push_str(&wrapped(&format!("could help: {}", by.join(", ")), 4));
        }
        if need.is_heard {
            add(&mut text, format!("    kithwork need {} --met\n", need.id));
        }
    }
    text
}
