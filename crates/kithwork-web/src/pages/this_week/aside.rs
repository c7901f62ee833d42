//! Beside the week: how the hours are going. Absent, not grey, until it can be said.

use crate::chart::{IntervalPlot, ShareBar};
use crate::figure;
use crate::sight::Sight;
use crate::why::Why;

/// Beside the week: how the hours are going.
#[derive(Debug, Default)]
pub(crate) struct Aside {
    /// What comes when, while the book is young.
    pub coming: Option<String>,
    /// The share of time with people, and its inside.
    pub time: Option<(ShareBar, Why)>,
    /// What an hour in each room returned.
    pub hour: Option<IntervalPlot>,
    /// Rooms of which that can't be told yet: name, and what would tell.
    pub untold: Vec<(String, String)>,
}

impl Aside {
    /// What can be said of this book.
    pub(crate) fn of(sight: &Sight) -> Self {
        if sight.is_young() {
            return Self { coming: Some(sight.what_comes_when()), ..Self::default() };
        }
        let hour = figure::hour::plot(&sight.review.rooms);
        let untold =
            if hour.is_some() { figure::hour::untold(&sight.review.rooms) } else { Vec::new() };
        let time = figure::time::bar(&sight.review.depth).map(|bar| {
            let inside = &sight.review.depth.explanation;
            (bar, Why::of(inside, &sight.shelf, sight.today, "time"))
        });
        Self { coming: None, time, hour, untold }
    }
}
