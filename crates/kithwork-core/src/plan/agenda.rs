//! What a page shows of a week: at most five things to do. The plan says what is worth doing; this
//! says what a busy person sees of it first.

use super::{Item, ItemKind, Plan, Status};

/// Things to do that are shown at once (design.md §2, principle 9).
const AT_MOST: usize = 5;

/// What a page shows of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda<'p> {
    /// The first things to do, at most five: what is agreed by its days, then the plan's order.
    pub first: Vec<Thing<'p>>,
    /// What the plan holds beyond them.
    pub later: Vec<Thing<'p>>,
    /// Meetings of rooms, those too that somebody is still to say yes to something in place of: they stand in
    /// the diary and are no things to do.
    pub diary: Vec<&'p Item>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Thing<'p> {
    /// An item of the plan.
    One(&'p Item),
    /// Two or more promises past their day: seen to in one go, so that a week does not consist of
    /// them. Each stays named.
    Late(Vec<&'p Item>),
}

impl Thing<'_> {
    /// The items it stands for.
    pub fn items(&self) -> &[&Item] {
        match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Late(items) => items,
        }
    }
}

impl Plan {
    /// What a page shows of the week; every item of the plan is in it once.
    pub fn agenda(&self) -> Agenda<'_> {
        let (mut diary, tasks): (Vec<&Item>, Vec<&Item>) =
            self.items.iter().partition(|item| item.kind == ItemKind::Meeting);
        let (mut agreed, others): (Vec<&Item>, Vec<&Item>) =
            tasks.into_iter().partition(|item| item.status == Status::Agreed);
        diary.extend(&self.as_usual);
        agreed.sort_by_key(|item| (item.on, item.start));
        let late: Vec<&Item> = others.iter().copied().filter(|item| is_late(item)).collect();
        let is_together = late.len() > 1;
        let mut first: Vec<Thing<'_>> = agreed.into_iter().map(Thing::One).collect();
        for item in others {
            match (is_together && is_late(item), late.first()) {
                // They stand where the first of them stood.
                (true, Some(one)) if std::ptr::eq(*one, item) => {
                    first.push(Thing::Late(late.clone()));
                }
                (true, _) => {}
                (false, _) => first.push(Thing::One(item)),
            }
        }
        let later = first.split_off(first.len().min(AT_MOST));
        Agenda { first, later, diary }
    }

    /// How many things of it are still to be done, those that come later included.
    pub fn still_open(&self) -> u64 {
        let agenda = self.agenda();
        (agenda.first.len() + agenda.later.len()) as u64
    }
}

/// Promises of which every one was due before the week.
fn is_late(item: &Item) -> bool {
    item.kind == ItemKind::Promise
        && !item.promises.is_empty()
        && item.promises.iter().all(|promise| promise.is_late)
}
