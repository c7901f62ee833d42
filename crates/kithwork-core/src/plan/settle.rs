//! From all that could be done to the week's plan.

use super::balance::{self, Hours, Settled};
use super::draft::{Desk, Draft};
use super::free::Free;
use super::meetings::{self, Occasion};
use super::optimise::Problem;
use super::spending::{self, Spending};
use super::waiting::{self, Waiting};
use super::week::Week;
use super::{
    Item, ItemKind, Plan, Status, figures, invite, offer, pitch, remarks, standing, value,
};
use crate::facts::Stage;
use crate::id::FactId;
use jiff::civil::DateTime;
use std::collections::HashSet;

/// How the reason begins that names a meeting to swap.
pub(super) const SWAP: &str = "It could take the place of one meeting of";
/// Most promises overdue in one week's plan: the rest is named in a remark.
const MOST_OVERDUE: usize = 3;
/// How much more a promise counts than its own worth, when the order is made.
const PROMISE_FIRST: f64 = 3.0;

/// What could be done in the week, and the minutes for it.
struct Laid {
    drafts: Vec<Draft>,
    /// Promises that there is no time for.
    left_over: Vec<Draft>,
    /// Minutes of what stands.
    agreed: u32,
    occasions: Vec<Occasion>,
    spending: Spending,
    /// What each occasion is worth.
    worth: Vec<f64>,
    hours: Hours,
}

impl Laid {
    fn out(desk: &Desk<'_>) -> Self {
        let (mut drafts, left_over) = standing_first(desk);
        let agreed: u32 = drafts.iter().map(|d| d.item.minutes).fold(0, u32::saturating_add);
        let taken: HashSet<usize> = drafts.iter().flat_map(|d| d.takes.iter().copied()).collect();
        let fresh = |d: &Draft| !d.takes.iter().any(|who| taken.contains(who));
        drafts.extend(invite::all(desk).into_iter().filter(fresh));
        let (occasions, spending) = spending::within(&desk.week, meetings::of_week(&desk.week));
        let worth = occasions.iter().map(|o| meeting_worth(desk, o)).collect();
        let hours = Hours {
            budget: 0,
            spent: desk.week.spent(desk.usual),
            past: balance::past_surplus(&desk.week, desk.usual),
            swap_brings: desk.week.params.plan.swap_brings,
        };
        let mut laid = Self { drafts, left_over, agreed, occasions, spending, worth, hours };
        laid.hours.budget = laid.budget(desk);
        laid
    }

    /// The minutes there are to plan: what is left of the week's, or what stands where that is more.
    fn budget(&self, desk: &Desk<'_>) -> u32 {
        let over = self.occasions.iter().filter(|o| o.is_over).map(|o| o.minutes);
        let fixed = self.drafts.iter().filter(|d| d.fixed).map(|d| d.item.minutes);
        let stands = over.chain(fixed).fold(0, u32::saturating_add);
        desk.week.budget.saturating_sub(self.hours.spent).max(stands)
    }

    /// Settles the week. Where all that people were asked for is in the plan made as if they had not been asked
    /// yet, that is the plan: asking changes nothing else. Where not, it is made around what they were asked for.
    fn settle(&mut self, desk: &Desk<'_>) -> Filled {
        let waiting = Waiting::of(desk);
        let mut filled = self.settled();
        let places = waiting.places(&filled.settled, &self.drafts);
        let is_swapped = |o| filled.settled.swapped.contains(&o);
        if places.contains(&None) || !waiting::asked_for(&self.occasions).all(is_swapped) {
            waiting.fix(desk, &places, &mut self.drafts);
            for at in waiting::asked_for(&self.occasions).collect::<Vec<_>>() {
                self.occasions[at].is_given = true;
            }
            self.hours.budget = self.budget(desk);
            filled = self.settled();
        }
        filled.waits =
            waiting.places(&filled.settled, &self.drafts).into_iter().flatten().collect();
        let occasions = &self.occasions;
        filled.settled.swapped.retain(|&o| !occasions[o].is_asked_for);
        filled
    }

    fn settled(&self) -> Filled {
        let Self { drafts, occasions, worth, hours, .. } = self;
        let (settled, half_costs) = balance::settle(drafts, occasions, worth, *hours);
        Filled { settled, half_costs, waits: Vec::new() }
    }
}

/// What the week holds.
struct Filled {
    settled: Settled,
    /// What the aim of half the time with people costs.
    half_costs: f64,
    /// Of the drafts that are in, those that were asked for and wait for an answer.
    waits: Vec<usize>,
}

/// Every choice that the week's plan comes down to.
pub(super) fn problems(week: Week<'_>) -> Vec<Problem> {
    let laid = Laid::out(&Desk::new(week));
    balance::problems(&laid.drafts, &laid.occasions, &laid.worth, laid.hours)
}

/// The week's plan.
pub(super) fn plan(week: Week<'_>) -> Plan {
    let desk = Desk::new(week);
    let mut laid = Laid::out(&desk);
    let Filled { settled, half_costs, waits } = laid.settle(&desk);
    let Laid { drafts, left_over, agreed, occasions, spending, hours, .. } = laid;
    let (waiting, chosen): (Vec<usize>, Vec<usize>) =
        settled.drafts.iter().partition(|i| waits.contains(i));
    let waiting: Vec<&Item> = waiting.iter().map(|&i| &drafts[i].item).collect();
    let mut items: Vec<Item> = chosen.iter().map(|&i| explained(&desk, &drafts[i])).collect();
    let mut free = Free::of(desk.week.book, desk.week.today);
    let mut swaps = swaps(&desk, (&mut free, &mut items), &occasions, &settled);
    swaps.extend(asked_swaps(&desk, &occasions));
    swaps.sort_by(|a, b| a.1.cmp(&b.1));
    let spent = waiting.iter().map(|i| i.minutes).fold(hours.spent, u32::saturating_add);
    offer::times(&desk, free, &mut items, &occasions, &settled);
    items.extend(settled.kept.iter().filter_map(|&i| Some(attend(&desk, occasions.get(i)?))));
    let as_usual = as_usual(&desk, &occasions, &settled);
    let used = items.iter().map(|i| i.minutes).fold(spent, u32::saturating_add);
    let worth = waiting.iter().map(|i| i.value).sum();
    items.extend(pitch::prepare(&desk, &occasions, &settled, (used, |o| meeting_worth(&desk, o))));
    items.sort_by(|a, b| {
        let due = b.is_due_promise().cmp(&a.is_due_promise());
        let rank = due.then_with(|| rank(b).total_cmp(&rank(a)));
        rank.then_with(|| (a.start, &a.names).cmp(&(b.start, &b.names)))
    });
    let said = remarks::Said {
        desk: &desk,
        occasions: &occasions,
        settled: &settled,
        spending: &spending,
        swaps,
        left_over,
        agreed,
        spent,
        worth,
        half_costs,
    };
    let remarks = remarks::all(&said, &items);
    Plan { as_usual, ..finish(&desk, half_costs, (items, &waiting), remarks) }
}

fn finish(
    desk: &Desk<'_>,
    half_costs: f64,
    (items, waiting): (Vec<Item>, &[&Item]),
    remarks: Vec<String>,
) -> Plan {
    let rooms = |i: &&Item| matches!(i.kind, ItemKind::Meeting | ItemKind::PreparePitch);
    let all = || items.iter().chain(waiting.iter().copied());
    let meeting_minutes = all().filter(rooms).map(|i| i.minutes).sum();
    let people_minutes = all().filter(|i| !rooms(i)).map(|i| i.minutes).sum();
    let worth = all().map(|i| i.value).sum();
    let figures = figures::of_week(desk, worth, half_costs, [meeting_minutes, people_minutes]);
    Plan {
        week: desk.week.monday,
        budget_minutes: desk.week.budget,
        is_assumed: desk.week.is_assumed,
        meeting_minutes,
        people_minutes,
        expected_referrals: desk.rates.expected(&desk.week.params.plan, worth),
        half_costs,
        items,
        as_usual: Vec::new(),
        remarks,
        figures,
        last_week: None,
        practice: None,
    }
}

/// What stands: agreed conversations, then promises up to a third of the hours, each person once. What
/// had to be left over is named.
fn standing_first(desk: &Desk<'_>) -> (Vec<Draft>, Vec<Draft>) {
    let (mut kept, mut left_over): (Vec<Draft>, Vec<Draft>) = (Vec::new(), Vec::new());
    let mut taken: HashSet<usize> = HashSet::new();
    for mut draft in standing::agreed(desk) {
        // Two talks with one person both stand; only what the plan adds is one a person.
        draft.takes.retain(|who| taken.insert(*who));
        kept.push(draft);
    }
    let agreed: u32 = kept.iter().map(|d| d.item.minutes).fold(0, u32::saturating_add);
    let monday = desk.week.monday;
    let promised = desk.week.book.facts.promises.iter();
    let late: HashSet<FactId> = promised.filter(|p| p.is_overdue(monday)).map(|p| p.id).collect();
    let mut left = (desk.week.budget / 3).min(desk.week.budget.saturating_sub(agreed));
    let mut overdue = 0;
    for draft in standing::promises(desk) {
        let is_late = draft.item.facts.iter().any(|fact| late.contains(fact));
        overdue += usize::from(is_late);
        if is_late && overdue > MOST_OVERDUE {
            left_over.push(draft);
        } else if let Some(with) =
            kept.iter_mut().find(|d| d.item.people.contains(&draft.item.people[0]))
        {
            with.item.because.extend(draft.item.because);
            with.item.bring.extend(draft.item.bring);
            with.item.promises.extend(draft.item.promises);
            with.item.facts.extend(draft.item.facts);
        } else if draft.item.minutes <= left {
            left -= draft.item.minutes;
            kept.push(draft);
        } else {
            left_over.push(draft);
        }
    }
    (kept, left_over)
}

/// Meetings that something could take the place of and nothing has yet: they are gone to as usual.
fn as_usual(desk: &Desk<'_>, occasions: &[Occasion], settled: &Settled) -> Vec<Item> {
    let waits = |(at, o): &(usize, &Occasion)| {
        !settled.kept.contains(at) && (o.is_asked_for || settled.swapped.contains(at))
    };
    let all = occasions.iter().enumerate().filter(waits);
    let mut items: Vec<Item> = all.map(|(_, o)| attend(desk, o)).collect();
    items.sort_by(|a, b| (a.on, a.start, &a.room).cmp(&(b.on, b.start, &b.room)));
    items
}

/// Names on the most worthwhile invitations the meetings they could take the place of.
fn swaps(
    desk: &Desk<'_>,
    (free, items): (&mut Free, &mut [Item]),
    occasions: &[Occasion],
    settled: &Settled,
) -> Vec<(String, String)> {
    let mut invited: Vec<usize> =
        (0..items.len()).filter(|&i| balance::may_replace(&items[i])).collect();
    invited.sort_by(|&a, &b| items[b].value.total_cmp(&items[a].value).then(a.cmp(&b)));
    let mut swaps = Vec::new();
    for (&i, occasion) in
        invited.iter().zip(settled.swapped.iter().filter_map(|&o| occasions.get(o)))
    {
        let item = &mut items[i];
        item.could_replace = Some(occasion.name.clone());
        item.instead_of = Some(occasion.meeting());
        let rule = if occasion.has_rule {
            "its rule of attendance allows it"
        } else {
            "it has no rule of attendance"
        };
        item.because.push(format!("{SWAP} {}: {rule}.", occasion.name));
        if !occasion.is_near {
            let minutes = item.together.unwrap_or(item.minutes);
            let at = occasion.start.or_else(|| free.on(occasion.on, minutes));
            item.bring.push(swap_offer(desk, occasion, at));
            item.offer.extend(at);
        }
        item.facts.push(occasion.room.into());
        swaps.push((who_has(&item.names), occasion.name.clone()));
    }
    swaps
}

/// The meetings in whose place somebody was asked already, with whom.
fn asked_swaps(desk: &Desk<'_>, occasions: &[Occasion]) -> Vec<(String, String)> {
    let book = desk.week.book;
    let open = occasions.iter().filter(|o| o.is_asked_for);
    let replacing = desk.week.replacing();
    let talk = |o: &Occasion| {
        let mut asked = replacing.iter().filter(|c| c.stage == Stage::Asked);
        asked.find(|c| c.takes_the_place_of(o.meeting()))
    };
    let named = |o: &Occasion| {
        let people = talk(o)?.people.iter().filter_map(|&id| book.person(id));
        let names: Vec<String> = people.map(|person| person.name.clone()).collect();
        Some((who_has(&names), o.name.clone()))
    };
    open.filter_map(named).collect()
}

/// `Priya Shah has`, `Ann Bell, Ben Cole and Cy Dunn have`.
pub(super) fn who_has(names: &[String]) -> String {
    match names {
        [] => "they have".to_owned(),
        [one] => format!("{one} has"),
        [first @ .., last] => format!("{} and {last} have", first.join(", ")),
    }
}

/// How to say the time to offer: that of the meeting whose place it could take, or a free one of its day where its hour
/// is not known. Card and letter name one time.
fn swap_offer(desk: &Desk<'_>, occasion: &Occasion, at: Option<DateTime>) -> String {
    let (day, name) = (desk.week.weekday(occasion.on), &occasion.name);
    let offer = |at: DateTime| format!("Offer {day} at {}", at.strftime("%-H:%M"));
    match (at, occasion.start) {
        (Some(at), Some(_)) => format!("{}, when {name} meets.", offer(at)),
        (Some(at), None) => {
            format!("{}: {name} meets on that day, its hour isn’t in the book.", offer(at))
        }
        (None, _) => format!("{name} meets on {day}: its hour isn’t in the book."),
    }
}

fn attend(desk: &Desk<'_>, occasion: &Occasion) -> Item {
    let mut item = desk.item(ItemKind::Meeting, &[], occasion.minutes).item;
    item.room = Some(occasion.name.clone());
    item.status = if occasion.stands { Status::Agreed } else { Status::Do };
    (item.on, item.start) = (Some(occasion.on), occasion.start);
    item.value = meeting_worth(desk, occasion);
    let day = desk.week.weekday(occasion.on);
    item.because = vec![match (occasion.is_over, occasion.stands) {
        (true, _) => format!("It met on {day}."),
        (false, true) => format!("It meets on {day}."),
        (false, false) => format!("Going by its rhythm it meets on {day}."),
    }];
    if !occasion.is_over {
        item.bring = vec!["Find two people whom you could help.".to_owned()];
    }
    item.facts.clone_from(&occasion.facts);
    item.explanation = figures::of_meeting(desk, occasion);
    item
}

fn explained(desk: &Desk<'_>, draft: &Draft) -> Item {
    Item { explanation: figures::of_contact(desk, draft), ..draft.item.clone() }
}

/// A room feeds the network: the people it brings, of whom some come to be known.
fn meeting_worth(desk: &Desk<'_>, occasion: &Occasion) -> f64 {
    let params = &desk.week.params.plan;
    let rate = params.prior_referrals / params.prior_quarters * params.level_rates[2];
    occasion.met_each * params.met_to_known * rate * value::warm_quarters(&desk.week, 2)
}

fn rank(item: &Item) -> f64 {
    let factor = if item.kind == ItemKind::Promise { PROMISE_FIRST } else { 1.0 };
    factor * item.value / f64::from(item.minutes.max(1))
}
