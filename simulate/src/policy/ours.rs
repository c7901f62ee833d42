//! Our own plan, as the program makes it: from a book, for a week, followed line by line.

use super::Policy;
use crate::diary::{room_name, soul};
use crate::life::{Deed, Life};
use crate::world::World;
use kithwork_core::book::Book;
use kithwork_core::params::Params;
use kithwork_core::plan::{Item, ItemKind, Plan};

#[derive(Clone, Debug)]
pub(super) struct Ours {
    pub(super) params: Params,
}

impl Policy for Ours {
    fn name(&self) -> &'static str {
        "Kithwork"
    }

    fn more(&self, life: &Life<'_>, _round: usize) -> Vec<Deed> {
        let book = Book::new(life.diary.facts.clone(), &[]);
        let monday = World::monday(life.week);
        let plan = Plan::for_week(&book, monday, life.world.budget, &self.params);
        let mut deeds: Vec<Deed> = plan.items.iter().filter_map(|item| deed(life, item)).collect();
        // What has a time of its own comes before what can be asked for.
        deeds.sort_by_key(|deed| match deed {
            Deed::Prepare(_) => 0,
            Deed::Attend(_) => 1,
            _ => 2,
        });
        deeds
    }
}

fn deed(life: &Life<'_>, item: &Item) -> Option<Deed> {
    let mut people = item.people.iter().filter_map(|&id| soul(id));
    Some(match item.kind {
        ItemKind::OneToOne => Deed::Sit(people.next()?, item.minutes),
        ItemKind::SmallGroup => Deed::Table(people.collect()),
        ItemKind::Call => Deed::Call(people.next()?),
        ItemKind::Message | ItemKind::Help => Deed::Write(people.next()?),
        ItemKind::Introduction => Deed::Introduce(people.next()?, people.next()?),
        ItemKind::Promise => Deed::Keep(people.next()?),
        ItemKind::Revive => Deed::Revive(people.next()?, 60),
        ItemKind::Meeting => Deed::Attend(venue(life, item)?),
        ItemKind::PreparePitch => Deed::Prepare(venue(life, item)?),
    })
}

fn venue(life: &Life<'_>, item: &Item) -> Option<usize> {
    let name = item.room.as_deref()?;
    (0..life.world.venues.len()).find(|&at| room_name(at) == name)
}
