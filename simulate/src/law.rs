//! What a week brings about: people forget, pass on prospects, introduce others.

use crate::diary;
use crate::life::Life;
use crate::world::{World, weeks};
use kithwork_core::facts::Party;

/// The share of referrals that become business, and what one brings on average.
const WON: f64 = 0.35;
const BRINGS: f64 = 2000.0;
/// Weeks after which half of the trust is gone that nothing renews.
const TRUST_HALVES: f64 = 60.0;
/// Weeks after which half of what they understood is gone.
const GRASP_HALVES: f64 = 45.0;

impl Life<'_> {
    /// The week ends: what was sown in it and before comes up.
    pub(crate) fn end(&mut self) {
        for who in 0..self.ties.len() {
            if self.ties[who].trust > 0.0 {
                self.passes_on(who);
                self.introduces(who);
                self.breaks_promise(who);
                self.forgets(who);
            }
        }
        let due: Vec<usize> = self
            .pending
            .iter()
            .filter(|(week, _)| *week == self.week)
            .map(|(_, who)| *who)
            .collect();
        for who in due {
            self.diary.won(who, self.week);
        }
        self.week += 1;
    }

    /// The chance that somebody passes a prospect on.
    fn passing(&self, who: usize) -> f64 {
        let (soul, tie) = (&self.world.souls[who], &self.ties[who]);
        if !self.world.is_about(who, self.week)
            || tie.trust < soul.bar
            || tie.grasp < soul.grasp_bar
        {
            return 0.0;
        }
        (tie.mind * self.world.mood(who, self.week)).min(1.0)
    }

    fn passes_on(&mut self, who: usize) {
        let chance = self.passing(who);
        if chance <= 0.0 {
            return;
        }
        let expected = chance * self.world.reach(who, self.week);
        self.outcome.expected += expected;
        self.outcome.business += expected * WON * BRINGS * self.world.souls[who].purse;
        let mut draw = self.chance(6, who);
        for _ in 0..self.world.prospects(who, self.week) {
            if !draw.happens(chance) {
                continue;
            }
            self.outcome.referrals += 1.0;
            self.diary.referred(who, self.week);
            if draw.happens(WON) {
                self.pending.push((self.week + 2 + weeks(draw.exponential(10.0)), who));
            }
        }
    }

    /// Who trusts the owner makes others known to them now and then.
    fn introduces(&mut self, who: usize) {
        let tie = self.ties[who];
        let mut draw = self.chance(7, who);
        if tie.trust < 0.4 || !draw.happens(0.03 * tie.mind) {
            return;
        }
        let other = draw.below(self.ties.len());
        if other == who || !self.world.is_about(other, self.week) {
            return;
        }
        self.diary.meet(self.world, other, self.week, None);
        let met = &mut self.ties[other];
        (met.trust, met.mind) = (met.trust.max(0.15), met.mind.max(0.5));
        let pair = (Party::Me, Party::Person(diary::person(other)));
        self.diary.introduced(Party::Person(diary::person(who)), pair, self.week);
    }

    /// A promise left for six weeks costs trust.
    fn breaks_promise(&mut self, who: usize) {
        let on = World::monday(self.week.saturating_sub(6));
        let id = diary::person(who);
        let is_broken = |p: &&mut kithwork_core::facts::Promise| {
            p.person == id && p.done_on.is_none() && p.made_on.is_some_and(|made| made < on)
        };
        let mut broken = false;
        for promise in self.diary.facts.promises.iter_mut().filter(is_broken) {
            // It is too late now; the owner strikes it out.
            promise.done_on = Some(World::monday(self.week));
            broken = true;
        }
        if broken {
            self.ties[who].trust *= 0.85;
        }
    }

    fn forgets(&mut self, who: usize) {
        let soul = &self.world.souls[who];
        let tie = &mut self.ties[who];
        tie.mind *= (-1.0 / soul.memory).exp2();
        tie.trust *= (-1.0 / TRUST_HALVES).exp2();
        tie.grasp *= (-1.0 / GRASP_HALVES).exp2();
    }
}
