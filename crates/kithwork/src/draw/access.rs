//! Who may come in, for a person.

use super::day;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kithwork_app::access::device::Device;
use kithwork_app::access::token::Token;

/// The devices, one a line.
pub(crate) fn devices(all: &[Device]) -> String {
    if all.is_empty() {
        return "No device is paired. “kithwork serve --phone” opens the way in.\n".to_owned();
    }
    let line = |device: &Device| {
        let (name, since) = (&device.name, on(device.paired_at));
        format!("{name}: paired {since}, {}\n", used(device.seen_at))
    };
    all.iter().map(line).collect()
}

/// The tokens, one a line.
pub(crate) fn tokens(all: &[Token]) -> String {
    if all.is_empty() {
        return "No token holds. “kithwork token new” makes one.\n".to_owned();
    }
    let line = |token: &Token| {
        let ends = token.until.map(|until| format!(", ends {}", on(until))).unwrap_or_default();
        let (name, scope) = (&token.name, token.scope.name());
        format!("{name}: {scope}{ends}, {}\n", used(token.seen_at))
    };
    all.iter().map(line).collect()
}

fn used(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "not used yet".to_owned(), |at| format!("last used {}", on(at)))
}

fn on(at: Timestamp) -> String {
    day(at.to_zoned(TimeZone::UTC).date())
}
