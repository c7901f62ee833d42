//! What one-to-ones were for, and what was learned in them (mission rows 17 and 66).

use crate::say;
use kithwork_core::models::wilson::as_f64;
use kithwork_core::review::{Objectives, Review};

/// Each in a sentence; none where nothing was ever said of either.
pub(super) fn said(review: &Review) -> Vec<String> {
    let objectives = review.objectives.filter(|found| found.one_to_ones > 0);
    let halves = review.halves.as_ref().map(|halves| halves.says.clone());
    objectives.iter().map(of_objectives).chain(halves).collect()
}

fn of_objectives(found: &Objectives) -> String {
    let of = say::counted(found.one_to_ones, "one-to-one", "one-to-ones");
    let with = match found.with_objective {
        0 => return format!("Of {of} in the last year none had an objective."),
        with => format!("Of {of} in the last year {} had an objective", say::number(with)),
    };
    let share = say::percent(as_f64(found.with_objective) / as_f64(found.one_to_ones));
    let open = match found.open {
        0 => String::new(),
        1 => ", of one it is not said yet".to_owned(),
        open => format!(", of {} it is not said yet", say::number(open)),
    };
    format!("{with} ({share}); {} came to it{open}.", say::number(found.met))
}
