//! What people offer, and who might want it.

use super::figures::day;
use super::shape::{add, wrapped};
use kithwork_app::offer::Open;

/// Every open offer, the latest heard first.
pub(crate) fn offers(offers: &[Open]) -> String {
    if offers.is_empty() {
        return wrapped(
            "No offer is open. Note it when you hear one: “Tom offers a spare desk”.",
            0,
        );
    }
    let mut text = String::new();
    for offer in offers {
        let since = offer.on.map(|on| format!(", since {}", day(on))).unwrap_or_default();
        text.push_str(&wrapped(&format!("{}: {}{since}", offer.name, offer.what), 0));
        let by: Vec<&str> = offer.wanted_by.iter().map(|one| one.name.as_str()).collect();
        if !by.is_empty() {
            text.push_str(&wrapped(&format!("might want it: {}", by.join(", ")), 4));
        }
        add(&mut text, format!("    kithwork offer {} --closed\n", offer.id));
    }
    text
}
