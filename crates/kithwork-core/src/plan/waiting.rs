//! What was asked for this week and waits for an answer. It keeps its place in the plan and is not proposed
//! again, so that the rest of the week stays as it was.

use super::balance::Settled;
use super::draft::{Desk, Draft};
use super::invite;
use super::meetings::Occasion;
use super::{Item, Status};
use crate::facts::Conversation;
use std::collections::HashSet;

/// What was asked for this week.
pub(super) struct Waiting<'a> {
    asked: Vec<&'a Conversation>,
}

impl<'a> Waiting<'a> {
    pub(super) fn of(desk: &Desk<'a>) -> Self {
        Self { asked: desk.week.asked().collect() }
    }

    /// Where the plan holds what was asked for, by the places of the drafts; none where that is no draft.
    pub(super) fn places(&self, settled: &Settled, drafts: &[Draft]) -> Vec<Option<usize>> {
        let place = |talk: &&Conversation| {
            let is_it = |item: &Item| item.status == Status::Invite && item.people == talk.people;
            settled.drafts.iter().copied().find(|&i| is_it(&drafts[i].item))
        };
        self.asked.iter().map(place).collect()
    }

    /// Fixes what was asked for, each at its place or, where it has none, as the plan would ask for it.
    pub(super) fn fix(&self, desk: &Desk<'_>, places: &[Option<usize>], drafts: &mut Vec<Draft>) {
        places.iter().flatten().for_each(|&i| drafts[i].fixed = true);
        let fixed = drafts.iter().filter(|draft| draft.fixed);
        let mut taken: HashSet<usize> = fixed.flat_map(|draft| draft.takes.clone()).collect();
        let unplanned = self.asked.iter().zip(places).filter(|(_, place)| place.is_none());
        for (talk, _) in unplanned {
            let mut draft = invite::asked_for(desk, talk);
            draft.takes.retain(|who| taken.insert(*who));
            (draft.fixed, draft.item.status) = (true, Status::Invite);
            drafts.push(draft);
        }
    }
}

/// Meetings in whose place somebody was asked, and has not answered yet.
pub(super) fn asked_for(occasions: &[Occasion]) -> impl Iterator<Item = usize> + '_ {
    let open = occasions.iter().enumerate().filter(|(_, o)| o.is_asked_for && !o.is_given);
    open.map(|(at, _)| at)
}
