//! What came of meetings and one-to-ones, and what nothing still allows.

use crate::say;
use kithwork_core::review::Yield;

/// One row: what led to what, how often, and the likely range.
#[derive(Clone, Debug)]
pub(super) struct Came {
    pub what: String,
    pub count: String,
    pub likely: String,
}

/// All of it; what never had an occasion is left out.
pub(super) fn came(yields: &[Yield]) -> Vec<Came> {
    yields.iter().filter(|y| y.of > 0).map(row).collect()
}

fn row(of: &Yield) -> Came {
    Came {
        what: format!("{}: {}", say::capital(of.occasions), results(of.results)),
        count: format!("{} from {}", say::number(of.count), say::number(of.of)),
        likely: likely(of).unwrap_or_default(),
    }
}

/// Being seen again at a meeting is not meant.
fn results(results: &'static str) -> &'static str {
    if results == "seen again" { "seen one to one again" } else { results }
}

fn likely(of: &Yield) -> Option<String> {
    if let Some(at_most) = of.below_one_sided {
        return Some(format!("none yet: at most {} could", say::percent(at_most)));
    }
    let (low, high) = of.interval?;
    // One occasion may bring several.
    Some(if of.count <= of.of {
        format!("{} to {}", say::percent(low), say::percent(high))
    } else {
        format!("{low:.1} to {high:.1} each")
    })
}
