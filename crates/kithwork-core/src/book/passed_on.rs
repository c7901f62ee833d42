//! Work that people passed on to the owner, each piece once: told as a referral, or only by the business that came of it.

use super::Book;
use crate::facts::{Business, BusinessSource, Direction, HelpKind, Referral, ReferralStatus};
use crate::id::{FactId, PersonId};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A piece of work that somebody passed on to the owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassedOn {
    /// When, as far as it is known: the day of the referral, else that on which the business was won.
    pub on: Option<Date>,
    /// The referral, or the business of which no referral tells.
    pub fact: FactId,
    /// Who passed it on.
    pub by: PersonId,
    /// Whether a referral tells of it, rather than business alone.
    pub is_told: bool,
}

impl Book {
    /// Everything passed on to the owner up to a date, oldest first, undated first of all.
    pub fn passed_on(&self, as_of: Date) -> Vec<PassedOn> {
        let referrers = self.facts.business.iter().filter_map(|won| won.referrer);
        let referrers: BTreeSet<usize> = referrers.filter_map(|id| self.person_index(id)).collect();
        let untold = referrers.into_iter().flat_map(|at| self.untold(at, as_of));
        let told = self.facts.referrals.iter().filter(|r| is_received(r, as_of)).map(told);
        in_order(told.chain(untold).collect())
    }

    /// What the person at that place passed on up to a date, in the same order.
    pub(crate) fn passed_on_at(&self, person: usize, as_of: Date) -> Vec<PassedOn> {
        let told = self.referrals_at(person).filter(|r| is_received(r, as_of)).map(told);
        in_order(told.chain(self.untold(person, as_of)).collect())
    }

    /// The clients won through somebody of whom no referral tells. A referral that names nobody, or somebody else,
    /// may tell of any client won since: as many are left out, so that nothing counts twice.
    fn untold(&self, person: usize, as_of: Date) -> Vec<PassedOn> {
        let mut clients = self.clients_at(person, as_of);
        if clients.is_empty() {
            return Vec::new();
        }
        let mut tellings = Vec::new();
        for referral in self.referrals_at(person).filter(|r| is_received(r, as_of)) {
            let prospect = referral.prospect.as_deref().unwrap_or_default();
            match clients.iter().position(|won| won.is_with(prospect)) {
                Some(named) => drop(clients.remove(named)),
                None if is_another(referral) => {}
                None => tellings.push(referral.on),
            }
        }
        tellings.extend(self.told_as_help(person, as_of));
        // Whatever was told last leaves the fewest to choose from.
        tellings.sort_unstable_by(|a, b| b.cmp(a));
        for on in tellings {
            let is_since =
                |won: &&Business| won.won_on.is_none_or(|day| on.is_none_or(|on| on <= day));
            clients.iter().position(is_since).map(|at| clients.remove(at));
        }
        clients.into_iter().filter_map(through).collect()
    }

    /// The first business of each client won through somebody up to a date; neither refunds nor clients who came again.
    fn clients_at(&self, person: usize, as_of: Date) -> Vec<&Business> {
        let is_new = |won: &&Business| {
            won.won_on.is_none_or(|on| on <= as_of)
                && won.source_kind != Some(BusinessSource::Repeat)
                && won.value.is_none_or(|value| value.minor >= 0)
        };
        let mut all: Vec<&Business> = self.business_at(person).filter(is_new).collect();
        all.sort_by_key(|won| (won.won_on, won.id));
        let mut clients: Vec<&Business> = Vec::with_capacity(all.len());
        for won in all {
            if !clients.iter().any(|known| known.is_with(&won.client)) {
                clients.push(won);
            }
        }
        clients
    }

    /// The days of referrals noted as help, but for those noted as a referral of that day too.
    fn told_as_help(&self, person: usize, as_of: Date) -> impl Iterator<Item = Option<Date>> {
        let is_one = move |on: Option<Date>| {
            let mut referrals = self.referrals_at(person).filter(|r| is_received(r, as_of));
            on.is_none_or(|on| on <= as_of) && !referrals.any(|r| r.on == on)
        };
        let help = self.help_at(person);
        let help =
            help.filter(|h| h.direction == Direction::Received && h.kind == HelpKind::Referral);
        help.map(|h| h.on).filter(move |&on| is_one(on))
    }
}

fn is_received(referral: &Referral, as_of: Date) -> bool {
    referral.direction == Direction::Received && referral.on.is_none_or(|on| on <= as_of)
}

/// Whether no client can have come of it, or none yet: of what it names nothing is won.
fn is_another(referral: &Referral) -> bool {
    let names = referral.prospect.as_deref().is_some_and(|prospect| !prospect.trim().is_empty());
    match referral.status {
        Some(ReferralStatus::Lost | ReferralStatus::NoFit) => true,
        Some(ReferralStatus::Won) | None => false,
        Some(_) => names,
    }
}

fn told(referral: &Referral) -> PassedOn {
    PassedOn { on: referral.on, fact: referral.id, by: referral.person, is_told: true }
}

fn through(won: &Business) -> Option<PassedOn> {
    Some(PassedOn { on: won.won_on, fact: won.id, by: won.referrer?, is_told: false })
}

fn in_order(mut all: Vec<PassedOn>) -> Vec<PassedOn> {
    all.sort_by_key(|one| (one.on, one.fact));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Facts;
    use crate::facts::{Help, Person};
    use crate::money::Amount;
    use jiff::civil::date;
    use uuid::Uuid;

    const ADA: PersonId = PersonId(Uuid::from_u128(1));
    const TODAY: Date = date(2026, 11, 2);

    fn fact(n: u128) -> FactId {
        FactId(Uuid::from_u128(n))
    }

    fn won(n: u128, on: Option<Date>, client: &str) -> Business {
        Business {
            id: fact(n),
            won_on: on,
            client: client.to_owned(),
            source_kind: Some(BusinessSource::Referral),
            source: None,
            referrer: Some(ADA),
            room: None,
            value: None,
            notes: None,
        }
    }

    fn referral(n: u128, on: Option<Date>, prospect: Option<&str>) -> Referral {
        let prospect = prospect.map(str::to_owned);
        Referral { prospect, ..Referral::passed_on(fact(n), Direction::Received, ADA, on) }
    }

    fn selling(business: Vec<Business>) -> Facts {
        Facts { business, ..Facts::default() }
    }

    fn told_of(facts: &Facts) -> Vec<FactId> {
        let people = vec![Person::named(ADA, "Ada Abbot")];
        let book = Book::new(Facts { people, ..facts.clone() }, &[]);
        let all = book.passed_on(TODAY);
        assert_eq!(book.passed_on_at(0, TODAY), all, "both ways of asking agree");
        all.iter().map(|one| one.fact).collect()
    }

    #[test]
    fn clients_won_through_somebody_were_passed_on_by_them_each_once() {
        let mut facts = selling(vec![
            won(11, Some(date(2026, 3, 1)), "Acme"),
            won(12, Some(date(2026, 5, 1)), " acme "),
            won(13, None, "Baker"),
            won(14, Some(date(2026, 12, 1)), "Later"),
        ]);
        let mut again = won(15, None, "Again");
        again.source_kind = Some(BusinessSource::Repeat);
        let mut refund = won(16, None, "Refund");
        refund.value = Some(Amount { currency: None, minor: -100 });
        facts.business.extend([again, refund]);
        assert_eq!(told_of(&facts), [fact(13), fact(11)]);
    }

    #[test]
    fn a_client_of_whom_a_referral_tells_counts_as_that_alone() {
        let mut facts =
            selling(vec![won(11, Some(date(2026, 3, 1)), "Acme"), won(12, None, "Baker")]);
        facts.referrals = vec![referral(21, Some(date(2026, 2, 1)), Some("ACME"))];
        assert_eq!(told_of(&facts), [fact(12), fact(21)]);
        // Whoever this one was may be the other.
        facts.referrals.push(referral(22, Some(date(2026, 1, 1)), None));
        assert_eq!(told_of(&facts), [fact(22), fact(21)]);
    }

    #[test]
    fn a_referral_tells_of_no_client_won_before_it_nor_when_it_came_to_nothing() {
        let mut facts = selling(vec![won(11, Some(date(2026, 3, 1)), "Acme")]);
        facts.referrals = vec![referral(21, Some(date(2026, 4, 1)), None)];
        assert_eq!(told_of(&facts), [fact(11), fact(21)]);
        facts.referrals = vec![referral(21, Some(date(2026, 2, 1)), Some("Baker"))];
        assert_eq!(told_of(&facts), [fact(21)]);
        for status in [ReferralStatus::Lost, ReferralStatus::Met] {
            facts.referrals[0].status = Some(status);
            assert_eq!(
                told_of(&facts),
                [fact(21), fact(11)],
                "{status:?}: nothing is won of Baker"
            );
        }
    }

    #[test]
    fn clients_whom_nobody_named_are_each_another() {
        let facts = selling(vec![
            won(11, None, Business::UNNAMED),
            won(12, Some(date(2026, 3, 1)), Business::UNNAMED),
        ]);
        assert_eq!(told_of(&facts), [fact(11), fact(12)]);
    }

    #[test]
    fn two_referrals_leave_out_two_clients_whichever_came_first() {
        let day = |month| Some(date(2026, month, 1));
        let mut facts = selling(vec![won(11, day(3), "Acme"), won(12, day(5), "Baker")]);
        facts.referrals = vec![referral(21, day(2), None), referral(22, day(4), None)];
        assert_eq!(told_of(&facts), [fact(21), fact(22)]);
    }

    #[test]
    fn a_referral_noted_as_help_tells_of_a_client_too() {
        let mut facts = selling(vec![won(11, None, "Acme")]);
        facts.help = vec![Help {
            id: fact(31),
            on: Some(date(2026, 2, 1)),
            direction: Direction::Received,
            person: ADA,
            kind: HelpKind::Referral,
            asked: None,
            about: None,
            outcome: None,
        }];
        assert_eq!(told_of(&facts), []);
        facts.referrals = vec![referral(21, Some(date(2026, 2, 1)), Some("Acme"))];
        assert_eq!(told_of(&facts), [fact(21)], "told twice it is one");
    }
}
