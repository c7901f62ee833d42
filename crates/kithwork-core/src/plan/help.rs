//! Help that the owner can give with their own work, and introductions to make.

use super::circle::Acquaintance;
use super::draft::{Desk, Draft};
use super::value;
use super::{ItemKind, says};
use crate::facts::Direction;
use crate::matching::sought;
use jiff::civil::Date;

/// Minutes of helping with what one knows, or of bringing two people together in writing.
const LETTER_MINUTES: u32 = 15;
/// Most introductions, and most offers of help, a week.
const MOST: usize = 2;

/// Introductions and offers of help, each person once.
pub(super) fn all(desk: &Desk<'_>) -> Vec<Draft> {
    let mut drafts = introductions(desk);
    drafts.extend(offers(desk));
    drafts
}

/// People of whom one could help the other, where the first is not about to be seen anyway.
fn introductions(desk: &Desk<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (needs, helps, _) in desk.matches.pairs(&desk.circle) {
        let is_put_off = |place: usize| desk.circle[place].is_put_off;
        if seen_anyway(desk, needs) || is_put_off(needs) || is_put_off(helps) {
            continue;
        }
        let draft = introduction(desk, needs, helps);
        if drafts.iter().all(|d| d.takes.iter().all(|who| !draft.takes.contains(who))) {
            drafts.push(draft);
        }
        if drafts.len() == MOST {
            break;
        }
    }
    drafts
}

fn seen_anyway(desk: &Desk<'_>, place: usize) -> bool {
    let one = &desk.circle[place];
    !one.is_busy && !one.is_resting(&desk.week)
}

fn introduction(desk: &Desk<'_>, needs: usize, helps: usize) -> Draft {
    let (one, other) = (&desk.circle[needs], &desk.circle[helps]);
    let people = [one.person.id, other.person.id];
    let draft = desk.item(ItemKind::Introduction, &people, LETTER_MINUTES);
    let mut draft = draft.worth(desk, value::HELP, Vec::new());
    draft.item.because = says::need(&desk.circle, &desk.matches, one).into_iter().collect();
    draft.item.bring = vec![format!(
        "Ask {} and {} first whether they would like to meet; introduce them when both say yes.",
        one.first_name(),
        other.first_name()
    )];
    draft.item.facts.extend(one.need_fact());
    draft
}

/// Needs that the owner's own work meets, where whoever has them is not about to be seen anyway; the
/// most worthwhile first.
fn offers(desk: &Desk<'_>) -> Vec<Draft> {
    let open = |a: &&Acquaintance<'_>| {
        !a.is_busy && !seen_anyway(desk, a.place) && !helped_lately(desk, a)
    };
    let open = desk.circle.iter().filter(open);
    let mut drafts: Vec<Draft> = open.filter_map(|one| offer(desk, one.place)).collect();
    drafts
        .sort_by(|a, b| b.item.value.total_cmp(&a.item.value).then_with(|| a.takes.cmp(&b.takes)));
    drafts.truncate(MOST);
    drafts
}

/// Whether the owner has helped them in this week or the fortnight before.
fn helped_lately(desk: &Desk<'_>, one: &Acquaintance<'_>) -> bool {
    let lately = |on: Date| desk.week.was_in_touch(Some(on)) && on <= desk.week.sunday;
    let mut help = desk.week.book.help_of(one.person.id);
    help.any(|h| h.direction == Direction::Given && h.on.is_some_and(lately))
}

fn offer(desk: &Desk<'_>, place: usize) -> Option<Draft> {
    let one = desk.circle.get(place).filter(|_| desk.matches.by_me(place))?;
    let (need, _) = one.need.as_ref()?;
    let draft = desk.item(ItemKind::Help, &[one.person.id], LETTER_MINUTES);
    let mut draft = draft.worth(desk, value::HELP, Vec::new());
    let name = one.first_name();
    draft.item.because = vec![format!(
        "{name} is looking for {}, and you could help with that yourself.",
        sought(need)
    )];
    draft.item.bring = vec![format!(
        "Send {name} what you know about it, or offer half an hour. Nothing is asked in return."
    )];
    draft.item.facts.extend(one.need_fact());
    Some(draft)
}
