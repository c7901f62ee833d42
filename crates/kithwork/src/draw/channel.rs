//! What another way of finding clients took, in lines.

use super::shape::wrapped;
use kithwork_app::channel::Kept;

/// What was kept.
pub(crate) fn channel(kept: &Kept) -> String {
    let month = kept.month.month.strftime("%B %Y");
    let beside = match kept.month.sales {
        Some(_) => "“kithwork review” sets it beside networking.",
        None => {
            "“kithwork review” counts it as what it took. Say its sales too, 0 where there were none: until then it is not judged."
        }
    };
    wrapped(&format!("Kept for {} in {month}. {beside}", kept.month.channel), 0)
}
