//! What came of meetings and one-to-ones, and what nothing still allows.

use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::{Yield, few as few_of};

/// One row: what led to what, how often, and the likely range.
#[derive(Clone, Debug)]
pub(super) struct Came {
    pub what: String,
    pub count: String,
    pub likely: String,
    /// Its inside.
    pub why: Option<Why>,
}

/// All of it; what never had an occasion is left out.
pub(super) fn came(sight: &Sight) -> Vec<Came> {
    let yields = sight.review.yields.iter().enumerate().filter(|(_, y)| y.of > 0);
    yields.map(|(at, of)| row(sight, at, of)).collect()
}

/// What goes before all of it in a small book.
pub(super) fn few(sight: &Sight) -> &'static str {
    few_of(&sight.review.yields).filter(|_| sight.is_young()).unwrap_or_default()
}

fn row(sight: &Sight, at: usize, of: &Yield) -> Came {
    let explanation = sight.review.explanation(&format!("/yields/{at}"));
    Came {
        why: explanation.map(|inside| Why::of(inside, &sight.shelf, sight.today, None)),
        what: format!("{}: {}", say::capital(of.from_what()), of.came()),
        count: of.told(),
        likely: likely(of).unwrap_or_default(),
    }
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
