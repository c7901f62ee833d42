//! Ways to spend a week's hours. All of them read the same book, written by the same hand.

mod breakfasts;
mod circle;
mod known;
mod ours;
mod random;
mod reminders;

use crate::life::{Deed, Life};
use kithwork_core::params::Params;

/// A way to spend the hours.
pub(crate) trait Policy: Sync {
    /// Its name in the report.
    fn name(&self) -> &'static str;
    /// Whether it is what people do now, as reminders, rooms and chance have it; the others are what a
    /// thoughtful person could do without a program.
    fn is_usual(&self) -> bool {
        true
    }
    /// What to do with what is left of the week; asked again while something was done.
    fn more(&self, life: &Life<'_>, round: usize) -> Vec<Deed>;
}

/// Ours first, then those it is compared with.
pub(crate) fn all(params: Params) -> Vec<Box<dyn Policy>> {
    vec![
        Box::new(ours::Ours { params }),
        Box::new(reminders::Reminders::FixedCadence),
        Box::new(reminders::Reminders::MostOverdue),
        Box::new(reminders::Reminders::ReferrersFirst),
        Box::new(circle::SmallCircle::HalfInRooms),
        Box::new(circle::SmallCircle::QuarterInRooms),
        Box::new(breakfasts::FiveBreakfasts),
        Box::new(random::Random),
    ]
}

/// How the year before was spent, the same for all.
pub(crate) fn before() -> impl Policy {
    random::Before
}
