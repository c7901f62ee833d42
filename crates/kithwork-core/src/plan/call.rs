//! A call: keeps a relationship warm between two hours together, and deepens none.

use super::circle::Acquaintance;
use super::draft::{Desk, Draft};
use super::length::CALL_MINUTES;
use super::value;
use super::{ItemKind, Status, says};
use crate::facts::Care;
use crate::ladder::State;

/// Most calls a week.
const MOST: usize = 2;
/// Fewest one-to-ones before a call comes as no surprise.
const LEAST_TALKS: u32 = 2;

/// Calls to people who are known well and are cooling, the most worthwhile first.
pub(super) fn all(desk: &Desk<'_>) -> Vec<Draft> {
    let known = |a: &&Acquaintance<'_>| {
        a.one_to_ones >= LEAST_TALKS
            && a.standing.state == Some(State::Cooling)
            && a.care != Some(Care::Light)
            && !a.is_busy
            && !a.is_resting(&desk.week)
            && !desk.week.was_in_touch(a.touched)
    };
    let mut drafts: Vec<Draft> =
        desk.circle.iter().filter(known).map(|one| call(desk, one)).collect();
    drafts
        .sort_by(|a, b| b.item.value.total_cmp(&a.item.value).then_with(|| a.takes.cmp(&b.takes)));
    drafts.truncate(MOST);
    drafts
}

fn call(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Draft {
    let draft = desk.item(ItemKind::Call, &[one.person.id], CALL_MINUTES);
    let mut draft = draft.worth(desk, value::CALL, Vec::new());
    draft.item.status = Status::Do;
    draft.item.because = says::why(&desk.week, &desk.circle, &desk.matches, one.place);
    draft.item.bring = says::bring(&desk.circle, &desk.matches, one.place);
    draft.item.bring.truncate(1);
    draft.item.facts.extend(one.need_fact());
    draft
}
