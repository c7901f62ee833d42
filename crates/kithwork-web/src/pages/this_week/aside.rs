//! Beside the week: how the hours are going. Absent, not grey, until it can be said.

use crate::chart::{IntervalPlot, ShareBar};
use crate::figure;
use crate::pages::aims::signs;
use crate::pages::sheet::outlook;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;

/// Beside the week: how the hours are going.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aside {
    /// What comes when, while the book is young.
    pub coming: Option<String>,
    /// The share of time with people, and its inside.
    pub time: Option<(ShareBar, Why)>,
    /// What an hour in each room returned.
    pub hour: Option<IntervalPlot>,
    /// Rooms of which that can't be told yet: name, and what would tell.
    pub untold: Vec<(String, String)>,
    /// What comes before success by the owner's own definition of it: the aim, and its signs.
    pub aims: Vec<(String, Vec<(&'static str, String)>)>,
    /// The next step of the first week, while there is one.
    pub next_step: Option<String>,
    /// The one thing to practise this week, and why that.
    pub practice: Option<(&'static str, String)>,
    /// Work in sight, and apart from it those who pass it on (row 69).
    pub in_sight: Vec<Words>,
}

/// Aims shown beside the week.
const AIMS: usize = 2;

impl Aside {
    /// What can be said of this book.
    pub(crate) fn of(sight: &Sight) -> Self {
        let aims = sight.review.aims.iter().take(AIMS);
        let aims = aims.map(|aim| (aim.what.clone(), signs(aim))).collect();
        let next_step = next_step(sight);
        let practice = sight.plan.practice.as_ref().map(|one| (one.task, one.says.clone()));
        let in_sight = outlook::in_sight(sight).into_iter().map(|line| line.says).collect();
        if sight.is_young() {
            let coming = Some(sight.what_comes_when());
            return Self { coming, aims, next_step, practice, in_sight, ..Self::default() };
        }
        let hour = figure::hour::plot(&sight.review.rooms);
        let untold =
            if hour.is_some() { figure::hour::untold(&sight.review.rooms) } else { Vec::new() };
        let time = figure::time::bar(&sight.review.depth).map(|bar| {
            let inside = &sight.review.depth.explanation;
            (bar, Why::of(inside, &sight.shelf, sight.today, Some("time")))
        });
        Self { coming: None, time, hour, untold, aims, next_step, practice, in_sight }
    }
}

/// What is next in the first week of an owner who said what keeps them.
fn next_step(sight: &Sight) -> Option<String> {
    sight.first_week()?.waits().map(|step| step.what.clone())
}
