//! Rooms against people: which meetings stay, which two could be swapped, and what it takes to
//! reach one half.

use super::draft::Draft;
use super::meetings::Occasion;
use super::optimise::{Choice, Limits, Problem, best};
use super::week::{Week, minutes};
use super::{Item, ItemKind, Status};
use crate::days::days_before;
use crate::facts::Stage;
use std::collections::BTreeMap;

/// Most swaps a week.
const MOST_SWAPS: usize = 2;
/// Weeks before the plan's own that the balance counts: eight with it.
const PAST_WEEKS: i32 = 7;

/// What the week holds in the end.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    /// Drafts that are in, by their places.
    pub drafts: Vec<usize>,
    /// Meetings that are in.
    pub kept: Vec<usize>,
    /// Meetings of rooms that an invitation could take the place of.
    pub swapped: Vec<usize>,
    /// Meetings that the hours leave no room for.
    pub unplanned: Vec<usize>,
    /// Whether time with people reaches what the balance asks for.
    pub is_even: bool,
}

/// Time with people less time in rooms of the weeks before, minutes.
pub(super) fn past_surplus(week: &Week<'_>, usual: u32) -> i64 {
    let from = days_before(week.monday, PAST_WEEKS * 7);
    let past = |on| from <= on && on < week.monday;
    let facts = &week.book.facts;
    let people: i64 = facts
        .conversations
        .iter()
        .filter(|c| past(c.on) && c.stage >= Stage::Agreed && c.minutes.is_some())
        .map(|c| i64::from(minutes(c, usual)))
        .sum();
    let meetings = facts.meetings.iter().filter(|m| past(m.on));
    let rooms: u64 = meetings.map(|m| m.took_as_usual(week.book.room(m.room)).known()).sum();
    people - i64::try_from(rooms).unwrap_or(i64::MAX)
}

/// The minutes there are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hours {
    /// Minutes left to plan, with what the meetings that are over have taken.
    pub budget: u32,
    /// Minutes that time with people has taken this week already.
    pub spent: u32,
    /// Time with people less time in rooms of the weeks before, minutes.
    pub past: i64,
    /// How many times as much a week must bring with one swap more; 1, ≥ 1.
    pub swap_brings: f64,
}

/// Fills the week: as few swaps as reach the balance, then the best use of the minutes. With it comes
/// what the balance costs, in the unit of the drafts' worth and the occasions'.
pub(super) fn settle(
    drafts: &[Draft],
    occasions: &[Occasion],
    worth: &[f64],
    hours: Hours,
) -> (Settled, f64) {
    Filling::new(drafts, occasions, worth, hours).week()
}

/// Every choice that filling the week comes down to, in the order of the minutes in rooms.
pub(super) fn problems(
    drafts: &[Draft],
    occasions: &[Occasion],
    worth: &[f64],
    hours: Hours,
) -> Vec<Problem> {
    let mut fill = Filling::new(drafts, occasions, worth, hours);
    fill.week();
    let limits = fill.solved.keys().filter_map(|&(rooms, even)| fill.limits(rooms, even));
    limits.map(|limits| Problem { choices: fill.choices(), limits }).collect()
}

struct Filling<'a> {
    drafts: &'a [Draft],
    occasions: &'a [Occasion],
    /// What each occasion is worth.
    worth: &'a [f64],
    hours: Hours,
    /// Answers by the minutes spent in rooms and whether the balance was asked for.
    solved: BTreeMap<(u32, bool), Option<Vec<usize>>>,
}

impl<'a> Filling<'a> {
    fn new(drafts: &'a [Draft], occasions: &'a [Occasion], worth: &'a [f64], hours: Hours) -> Self {
        Self { drafts, occasions, worth, hours, solved: BTreeMap::new() }
    }

    /// The week, and what the balance costs.
    fn week(&mut self) -> (Settled, f64) {
        let all: Vec<usize> = self.places().collect();
        let settled = self
            .balanced(&all, &[])
            .or_else(|| self.crowded(&all))
            .unwrap_or_else(|| self.too_full());
        // Without the aim every meeting that the hours hold would stay.
        let rooms = if settled.unplanned.is_empty() { &all } else { &settled.kept };
        let minutes = self.rooms(rooms);
        let free = self.solve(minutes, false).map_or(0.0, |chosen| self.value(rooms, &chosen));
        let cost = (free - self.value(&settled.kept, &settled.drafts)).max(0.0);
        (settled, cost)
    }

    fn rooms(&self, kept: &[usize]) -> u32 {
        kept.iter()
            .filter_map(|&i| self.occasions.get(i))
            .map(|o| o.minutes)
            .fold(0, u32::saturating_add)
    }

    /// The meetings whose time nothing else has.
    fn places(&self) -> impl Iterator<Item = usize> + use<'a> {
        let occasions = self.occasions;
        (0..occasions.len()).filter(move |&i| !occasions[i].is_given)
    }

    /// Swaps that may still be asked for: those that something else has the time of already are of the week's.
    fn most_swaps(&self) -> usize {
        MOST_SWAPS.saturating_sub(self.occasions.iter().filter(|o| o.is_given).count())
    }

    /// The best drafts beside so many minutes in rooms.
    fn solve(&mut self, rooms: u32, even: bool) -> Option<Vec<usize>> {
        if let Some(known) = self.solved.get(&(rooms, even)) {
            return known.clone();
        }
        let limits = self.limits(rooms, even);
        let found = limits.and_then(|limits| best(&self.choices(), limits));
        self.solved.insert((rooms, even), found.clone());
        found
    }

    fn choices(&self) -> Vec<Choice> {
        self.drafts.iter().map(choice).collect()
    }

    /// What holds for the drafts beside so many minutes in rooms; none where those alone are too many.
    fn limits(&self, rooms: u32, even: bool) -> Option<Limits> {
        let before = slack(self.hours.past) + i64::from(self.hours.spent);
        let surplus = even.then(|| i64::from(rooms) - before);
        let budget = self.hours.budget.checked_sub(rooms)?;
        Some(Limits { budget, surplus })
    }

    /// Invitations that could take a meeting's place.
    fn invitations(&self, drafts: &[usize]) -> usize {
        let drafts = drafts.iter().filter_map(|&i| self.drafts.get(i));
        drafts.filter(|d| may_replace(&d.item)).count()
    }

    /// What meetings and drafts bring together.
    fn value(&self, kept: &[usize], chosen: &[usize]) -> f64 {
        let rooms = kept.iter().filter_map(|&i| self.worth.get(i));
        let people = chosen.iter().filter_map(|&i| self.drafts.get(i)).map(|d| &d.item.value);
        rooms.chain(people).sum()
    }

    /// The fewest swaps with which time with people reaches its share; one more only where it brings
    /// so much more that asking is worth the bother.
    fn balanced(&mut self, planned: &[usize], unplanned: &[usize]) -> Option<Settled> {
        let mut best: Option<(f64, Settled)> = None;
        for swaps in 0..=self.most_swaps() {
            let is_asked_for = best.is_none();
            let found = self.best_of(planned, swaps, true);
            let Some((kept, swapped, drafts)) = found else { continue };
            if !is_asked_for && self.has_only_source(planned, &swapped) {
                continue;
            }
            let value = self.value(&kept, &drafts);
            if best.as_ref().is_none_or(|(least, _)| value > self.hours.swap_brings * least) {
                let unplanned = unplanned.to_vec();
                let settled = Settled { drafts, kept, swapped, unplanned, is_even: true };
                best = Some((value, settled));
            }
        }
        best.map(|(_, settled)| settled)
    }

    /// The share can't be reached: as many swaps as there may be, and the best of the rest.
    fn crowded(&mut self, planned: &[usize]) -> Option<Settled> {
        (0..=self.most_swaps()).rev().find_map(|swaps| {
            let (kept, swapped, drafts) = self.best_of(planned, swaps, false)?;
            Some(Settled { drafts, kept, swapped, unplanned: Vec::new(), is_even: false })
        })
    }

    /// The rooms ask for more hours than there are: only those that leave half of them to people are
    /// planned, the ones that are over and the ones with a rule of attendance first. Nothing is cancelled by that.
    fn too_full(&mut self) -> Settled {
        let mut order: Vec<usize> = self.places().collect();
        order.sort_by_key(|&i| {
            let Occasion { is_over, may_miss, stands, .. } = self.occasions[i];
            (!is_over, may_miss, !stands, i)
        });
        let fixed: u32 = self.drafts.iter().filter(|d| d.fixed).map(|d| d.item.minutes).sum();
        let Hours { budget, spent, .. } = self.hours;
        let most = (budget.saturating_add(spent) / 2).min(budget.saturating_sub(fixed));
        let (mut kept, mut unplanned, mut used) = (Vec::new(), Vec::new(), 0);
        for i in order {
            let Occasion { is_over, minutes, .. } = self.occasions[i];
            if is_over || used + minutes <= most {
                used += minutes;
                kept.push(i);
            } else {
                unplanned.push(i);
            }
        }
        kept.sort_unstable();
        unplanned.sort_unstable();
        if let Some(settled) = self.balanced(&kept, &unplanned) {
            return settled;
        }
        let drafts = self.solve(used, false).unwrap_or_default();
        Settled { drafts, kept, swapped: Vec::new(), unplanned, is_even: false }
    }

    /// The best way to swap so many meetings: the first, by what is missed least, that the week allows.
    fn best_of(&mut self, planned: &[usize], swaps: usize, even: bool) -> Option<Parts> {
        for swapped in self.swaps(planned, swaps) {
            let kept: Vec<usize> =
                planned.iter().copied().filter(|i| !swapped.contains(i)).collect();
            let Some(drafts) = self.solve(self.rooms(&kept), even) else { continue };
            if self.invitations(&drafts) < swaps {
                continue;
            }
            return Some((kept, swapped, drafts));
        }
        None
    }

    /// Every way to swap so many meetings, the one that is missed least first: rooms without a rule of
    /// attendance, then those that have brought back least for their hours, then by name.
    fn swaps(&self, planned: &[usize], swaps: usize) -> Vec<Vec<usize>> {
        let sum = |swap: &[usize]| swap.iter().map(|&i| self.occasions[i].repaid).sum::<f64>();
        let key = |swap: &[usize]| {
            let rooms = swap.iter().map(|&i| &self.occasions[i]);
            let ruled = rooms.clone().filter(|o| o.has_rule).count();
            (ruled, rooms.map(|o| (o.name.as_str(), o.on)).collect::<Vec<_>>())
        };
        let mut all = self.ways(planned, swaps);
        all.retain(|swap| !self.spares_what_brings_nothing(planned, swap));
        all.sort_by(|a, b| {
            let ((ruled, names), (other_ruled, other_names)) = (key(a), key(b));
            ruled
                .cmp(&other_ruled)
                .then_with(|| sum(a).total_cmp(&sum(b)))
                .then_with(|| names.cmp(&other_names))
        });
        all
    }

    /// Whether it would swap the only room that brings work while one that brings none could be missed.
    fn spares_what_brings_nothing(&self, planned: &[usize], swap: &[usize]) -> bool {
        let spared = |&i: &usize| {
            let room = &self.occasions[i];
            room.can_give_way() && room.repaid <= 0.0 && !swap.contains(&i)
        };
        self.has_only_source(planned, swap) && planned.iter().any(spared)
    }

    /// Whether it would swap the only room that brings work.
    fn has_only_source(&self, planned: &[usize], swap: &[usize]) -> bool {
        let of = |i: usize| &self.occasions[i];
        let mut sources = planned.iter().map(|&i| of(i)).filter(|o| o.repaid > 0.0);
        let only = sources.next().filter(|one| sources.all(|o| o.room == one.room));
        only.is_some_and(|only| swap.iter().any(|&i| of(i).room == only.room))
    }

    fn ways(&self, planned: &[usize], swaps: usize) -> Vec<Vec<usize>> {
        let free: Vec<usize> =
            planned.iter().copied().filter(|&i| self.occasions[i].can_give_way()).collect();
        match swaps {
            0 => vec![Vec::new()],
            1 => free.iter().map(|&i| vec![i]).collect(),
            _ => free
                .iter()
                .enumerate()
                .flat_map(|(at, &i)| free[at + 1..].iter().map(move |&j| vec![i, j]))
                .filter(|pair| {
                    let [one, other] = [pair[0], pair[1]].map(|i| &self.occasions[i]);
                    one.room != other.room || !one.has_rule
                })
                .collect(),
        }
    }
}

/// Whether an item could take a meeting's place: somebody, or a few, to be asked to sit down.
pub(super) fn may_replace(item: &Item) -> bool {
    matches!(item.kind, ItemKind::OneToOne | ItemKind::SmallGroup) && item.status == Status::Invite
}

/// How far rooms may exceed people this week: what was gained in the weeks before, spread over the
/// eight to come, but an hour of it at once, so that short weeks can hold a long meeting.
fn slack(past: i64) -> i64 {
    past.max(0).min((past / 8).max(60))
}

/// Meetings kept, meetings swapped, drafts.
type Parts = (Vec<usize>, Vec<usize>, Vec<usize>);

fn choice(draft: &Draft) -> Choice {
    Choice {
        minutes: draft.item.minutes.max(1),
        value: draft.item.value.max(0.0),
        side: draft.side,
        takes: draft.takes.clone(),
        fixed: draft.fixed,
    }
}

/// How far swaps alone come: time with people as a share of all, and the minutes of further time with
/// people that one half would still take.
pub(super) fn reach(rooms: u32, people: u32) -> (f64, u32) {
    let all = f64::from(rooms) + f64::from(people);
    let share = if all > 0.0 { f64::from(people) / all } else { 1.0 };
    (share, rooms.saturating_sub(people))
}
