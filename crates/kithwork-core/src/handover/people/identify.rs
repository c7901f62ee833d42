//! Which row each person is: the one their statements were first written under, so that joining
//! keeps both ids and parting returns rows to theirs.

use super::super::ledger::{NAMED, Told};
use super::{Mention, People, Who};
use crate::id::{Ids, PersonId};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

impl People {
    /// Gives everyone their id. `remembered` are the rows of those whom only a mention knows.
    pub(crate) fn identify(
        &mut self,
        told: &[Told<'_>],
        remembered: &HashMap<String, PersonId>,
        ids: Ids<'_>,
    ) {
        let losers: HashSet<PersonId> =
            self.verdicts.same.iter().map(|&(_, loser)| loser).collect();
        let mut claimed: HashSet<PersonId> = HashSet::new();
        for round in [Claim::Written, Claim::Subject] {
            for at in 0..self.everyone.len() {
                if self.everyone[at].id.is_some() {
                    continue;
                }
                let mut claims = self.claims(Who(at), told, round, remembered);
                claims.sort_by_key(|id| (losers.contains(id), *id));
                let free = claims.into_iter().find(|id| !claimed.contains(id));
                if let Some(id) = free {
                    claimed.insert(id);
                    self.everyone[at].id = Some(id);
                }
            }
        }
        for someone in self.everyone.iter_mut().filter(|s| s.id.is_none()) {
            someone.id = Some(PersonId(ids()));
        }
    }

    fn claims(
        &self,
        who: Who,
        told: &[Told<'_>],
        round: Claim,
        remembered: &HashMap<String, PersonId>,
    ) -> Vec<PersonId> {
        let someone = self.get(who);
        if let Some(mention) = &someone.mention {
            return remembered.get(&person_memory(mention)).copied().into_iter().collect();
        }
        let id = |&at: &usize| match round {
            Claim::Written => told[at].statement.written_under.0,
            Claim::Subject => told[at].statement.subject.0,
        };
        let mut claims: Vec<Uuid> = someone.told.iter().map(id).filter(|id| !id.is_nil()).collect();
        claims.dedup();
        claims.into_iter().map(PersonId).collect()
    }
}

/// The key of the statement that remembers someone whom only a mention knows.
pub(crate) fn person_memory(mention: &Mention) -> String {
    format!("{NAMED}person|{}", mention.key)
}

#[derive(Clone, Copy)]
enum Claim {
    Written,
    Subject,
}
