//! What a note tells that the book knows already: told twice, in other words, it is one.

use super::draft::Draft;
use crate::error::Result;
use crate::meant::folded;
use jiff::civil::Date;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Direction, Introduction, Party, Referral};
use kithwork_core::id::PersonId;

impl Draft<'_> {
    /// The introduction of the same two by the same one on the same day.
    pub(super) async fn known_introduction(
        &self,
        by: Party,
        pair: [Party; 2],
        on: Date,
    ) -> Result<Option<Introduction>> {
        let parties = [by, pair[0], pair[1]];
        let Some(person) = parties.iter().find_map(|party| party.person()) else {
            return Ok(None);
        };
        let is_it = |made: &Introduction| {
            made.introduced_by == by
                && made.on == Some(on)
                && pair.contains(&made.person_a)
                && pair.contains(&made.person_b)
        };
        let introductions = self.told_of(person).await?.into_iter().filter_map(|fact| match fact {
            Fact::Introduction(made) => Some(made),
            _ => None,
        });
        Ok(introductions.into_iter().find(is_it))
    }

    /// The referral of the same client the same way between the same two that is not decided yet, or of the same day.
    pub(super) async fn known_referral(
        &self,
        (direction, person): (Direction, PersonId),
        prospect: &str,
        on: Date,
    ) -> Result<Option<Referral>> {
        let asked = folded(prospect);
        let is_it = |referral: &Referral| {
            let is_open = referral.status.is_none_or(|status| !status.is_decided());
            referral.direction == direction
                && referral.person == person
                && referral.prospect.as_deref().is_some_and(|known| folded(known) == asked)
                && (is_open || referral.on == Some(on))
        };
        let referrals = self.told_of(person).await?.into_iter().filter_map(|fact| match fact {
            Fact::Referral(referral) => Some(referral),
            _ => None,
        });
        Ok(referrals.into_iter().find(is_it))
    }

    async fn told_of(&self, person: PersonId) -> Result<Vec<Fact>> {
        if self.is_new(person) {
            return Ok(Vec::new());
        }
        Ok(self.store.timeline(self.ctx.tenant, person).await?)
    }
}
