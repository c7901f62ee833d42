//! What repeats itself: the question, or what is being tried about it.

use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use kithwork_core::review;

/// What repeats itself.
#[derive(Clone, Debug)]
pub(super) struct Again {
    pub says: String,
    /// What the owner is trying, and since when; the question is answered then.
    pub trying: Vec<Words>,
}

impl Again {
    /// It in words.
    pub(super) fn of(again: &review::Again, sight: &Sight) -> Self {
        let tried = again.trying.iter().map(|one| {
            let since = one.since.map(|on| format!(" since {}", say::day(on, sight.today)));
            let words = Words::plain("You are trying: “").name(one.what.trim_end_matches('.'));
            words.then(format!("”{}.", since.unwrap_or_default()))
        });
        Self { says: again.says.clone(), trying: tried.collect() }
    }
}
