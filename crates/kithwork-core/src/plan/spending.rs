//! What the week's meetings may cost: those beyond it are left out, and named.

use super::meetings::Occasion;
use super::week::Week;
use crate::money::Amount;

/// Meetings that the week's money leaves out, with what all of them would have cost and what there is;
/// minor units of the book's currency.
#[derive(Clone, Debug, Default)]
pub(super) struct Spending {
    pub left_out: Vec<Occasion>,
    pub all: i64,
    pub most: i64,
}

/// Parts the meetings into those that the owner's money for a week holds and those that it doesn't:
/// those that are over or may not be missed are kept first, then those that have brought back most. A fee in
/// another currency is not counted, since nobody gave a rate.
pub(super) fn within(week: &Week<'_>, occasions: Vec<Occasion>) -> (Vec<Occasion>, Spending) {
    let Some(most) = week.book.facts.settings.first().and_then(|s| s.weekly_spend) else {
        return (occasions, Spending::default());
    };
    let own = week.book.currency();
    let currency = |amount: &Amount| amount.currency.unwrap_or(own);
    let fee = |o: &Occasion| {
        let fee = o.fee.filter(|fee| currency(fee) == currency(&most));
        fee.map_or(0, |fee| fee.minor.max(0))
    };
    let all = occasions.iter().map(fee).fold(0, i64::saturating_add);
    let mut order: Vec<usize> = (0..occasions.len()).collect();
    order.sort_by(|&a, &b| {
        let (one, other) = (&occasions[a], &occasions[b]);
        (one.can_give_way())
            .cmp(&other.can_give_way())
            .then_with(|| other.repaid.total_cmp(&one.repaid))
            .then_with(|| a.cmp(&b))
    });
    let (mut left, mut is_out) = (most.minor, vec![false; occasions.len()]);
    for i in order {
        let (fee, can_give_way) = (fee(&occasions[i]), occasions[i].can_give_way());
        is_out[i] = fee > left && can_give_way && fee > 0;
        left -= if is_out[i] { 0 } else { fee };
    }
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (occasion, is_out) in occasions.into_iter().zip(is_out) {
        if is_out { left_out.push(occasion) } else { kept.push(occasion) }
    }
    (kept, Spending { left_out, all, most: most.minor })
}
