//! What the period cost, in money and in hours.

use crate::say;
use kithwork_core::money::Money;
use kithwork_core::review::CostAccount;

/// What the period cost.
#[derive(Clone, Debug)]
pub(super) struct Costs {
    /// The whole in a sentence.
    pub says: String,
    /// Its parts: what, how much.
    pub parts: Vec<(&'static str, String)>,
}

impl Costs {
    /// The account in words; none where no money is known to have been spent.
    pub(super) fn of(account: &CostAccount) -> Option<Self> {
        let own: Vec<Money> = account.own_time.into_iter().collect();
        let parts: Vec<_> = [
            ("Memberships", &account.memberships),
            ("Paid at meetings", &account.meetings),
            ("Coffee, meals and travel with people", &account.with_people),
            ("Your hours at your own rate", &own),
        ]
        .into_iter()
        .filter(|(_, money)| !money.is_empty())
        .map(|(what, money)| (what, say::moneys(money)))
        .collect();
        let says = format!(
            "{} in {} days, {} a week, and {} of your time.",
            say::moneys(&account.total),
            account.days,
            say::moneys(&account.per_week),
            say::duration(account.minutes),
        );
        (!parts.is_empty()).then_some(Self { says, parts })
    }
}
