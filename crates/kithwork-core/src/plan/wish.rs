//! People the owner wished to be in touch with again by now: a line to them.

use super::circle::Acquaintance;
use super::draft::{Desk, Draft};
use super::value;
use super::{ItemKind, says};

/// Minutes of a written line.
const MESSAGE_MINUTES: u32 = 10;
/// Most of them in one week's plan.
const MOST: usize = 4;

/// A line to each whom the owner wished to be in touch with by the week's end and has not been since;
/// the oldest wish first.
pub(super) fn all(desk: &Desk<'_>) -> Vec<Draft> {
    let mut wished: Vec<&Acquaintance<'_>> =
        desk.circle.iter().filter(|a| a.wished.is_some() && !a.is_busy).collect();
    wished.sort_by_key(|a| (a.wished, a.person.id));
    wished.truncate(MOST);
    wished.into_iter().filter_map(|one| line(desk, one)).collect()
}

fn line(desk: &Desk<'_>, one: &Acquaintance<'_>) -> Option<Draft> {
    let draft = desk.item(ItemKind::Message, &[one.person.id], MESSAGE_MINUTES);
    let mut draft = draft.worth(desk, value::FOLLOW_UP, Vec::new());
    draft.item.because = vec![says::again(&desk.week, one)?];
    draft.item.because.extend(says::need(&desk.circle, &desk.matches, one));
    draft.item.bring = says::bring(&desk.circle, &desk.matches, one.place);
    draft.item.bring.truncate(1);
    draft.item.facts.extend(one.need_fact());
    Some(draft)
}
