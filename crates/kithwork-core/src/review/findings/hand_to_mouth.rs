//! F20: little work in sight from those who send it (row 68).

use super::share::evidence;
use super::{Finding, State};
use crate::days::days_between;
use crate::facts::{Direction, Locale, Referral, ReferralStatus};
use crate::id::FactId;
use crate::models::wilson::{as_f64, normal_quantile_two_sided};
use crate::money::{Amount, Currency, Money, minor_f64};
use crate::review::advocates::is_advocate;
use crate::review::reading::Reading;
use crate::review::returns::referrals_received;
use crate::review::words::{many, per_cent};
use crate::rounding::nearest;
use crate::written;
use jiff::civil::Date;
use std::collections::BTreeSet;

const CODE: &str = "hand-to-mouth";
/// A book younger than this can have no pipeline yet; days, judgement.
const YOUNG_DAYS: i32 = 182;

/// What is on its way from advocates, in months of what the owner needs.
struct Cover {
    months: f64,
    /// Its standard deviation.
    error: f64,
    referrals: Vec<FactId>,
    /// What the referrals are worth together, and what is needed in a month; minor units.
    open: f64,
    need: f64,
    /// The chance of winning one, 0..=1.
    win: f64,
    /// Of how many no worth is noted, and what each is taken to be worth; without that they are left out.
    unvalued: u64,
    usual: Option<Usual>,
}

/// What a sale through a referral is usually worth.
#[derive(Clone, Copy)]
struct Usual {
    /// The median, minor units.
    minor: f64,
    /// Of so many.
    sales: u64,
}

/// Sales through referrals of which the usual worth is read: the last so many, and no fewer than so many; judgement.
const LAST_SALES: usize = 12;
const LEAST_SALES: usize = 3;

/// The referrals still open from those who refer, each with the owner's own chance of winning one,
/// against what the owner needs in a month.
pub(super) fn find(reading: &Reading<'_>) -> Finding {
    let line = reading.params.findings.hand_to_mouth;
    let need = reading.book.facts.settings.first().and_then(|s| s.monthly_need);
    let need = need.filter(|n| n.currency.is_none_or(|c| c == reading.currency) && n.minor > 0);
    let Some(need) = need else {
        let missing = "Tell what you need to earn in a month, and this can be worked out.";
        return Finding::not_enough(CODE, line.threshold, missing);
    };
    let first = reading.meetings.first().map(|m| m.on);
    let first = first.into_iter().chain(reading.conversations.first().map(|c| c.on)).min();
    let is_young = first.is_none_or(|on| days_between(on, reading.as_of) < YOUNG_DAYS);
    if is_young || reading.passed_on.is_empty() {
        let missing = "Too early to tell: referrals take about half a year to come.";
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    let cover = cover(reading, minor_f64(need.minor));
    if cover.unvalued > 0 && cover.unvalued == cover.referrals.len() as u64 && cover.usual.is_none()
    {
        let open = many(cover.unvalued, "open referral", "open referrals");
        let missing = format!(
            "Of {open} no worth is noted, and it takes {LEAST_SALES} sales through referrals to say what one is usually worth."
        );
        return Finding::not_enough(CODE, line.threshold, missing);
    }
    judge(reading, &cover)
}

fn is_open(referral: &Referral) -> bool {
    use ReferralStatus as Status;
    !matches!(referral.status, Some(Status::Won | Status::Lost | Status::NoFit))
}

/// The owner's own share of referrals won, with one success and one failure assumed before.
fn win_share(reading: &Reading<'_>) -> f64 {
    let decided = referrals_received(reading).filter(|r| !is_open(r));
    let (won, all) = decided.fold((0_u64, 0_u64), |(won, all), r| {
        (won + u64::from(r.status == Some(ReferralStatus::Won)), all + 1)
    });
    as_f64(won + 1) / as_f64(all + 2)
}

/// The median of the last sales through referrals whose worth is noted; none of too few.
fn usual_deal(reading: &Reading<'_>) -> Option<Usual> {
    let own = |a: &Amount| a.currency.is_none_or(|c| c == reading.currency);
    let referred = reading.business().filter(|b| b.referrer.is_some());
    let mut sales: Vec<(Option<Date>, i64)> =
        referred.filter_map(|b| Some((b.won_on, b.value.filter(own)?.minor))).collect();
    sales.retain(|(_, minor)| *minor > 0);
    sales.sort_unstable();
    let mut last: Vec<i64> = sales.iter().rev().take(LAST_SALES).map(|(_, minor)| *minor).collect();
    last.sort_unstable();
    let middle = |at: usize| last.get(at).map(|&minor| minor_f64(minor));
    let (low, high) = (middle(last.len().saturating_sub(1) / 2)?, middle(last.len() / 2)?);
    (last.len() >= LEAST_SALES)
        .then(|| Usual { minor: f64::midpoint(low, high), sales: last.len() as u64 })
}

fn cover(reading: &Reading<'_>, need: f64) -> Cover {
    let (win, usual) = (win_share(reading), usual_deal(reading));
    let own = |a: &Amount| a.currency.is_none_or(|c| c == reading.currency);
    let (mut open_value, mut variance) = (0.0, 0.0);
    let (mut referrals, mut unvalued) = (Vec::new(), 0);
    for (at, _, _) in reading.network().filter(|(at, _, seen)| is_advocate(reading, *at, seen)) {
        let open = reading.book.referrals_at(at);
        let open = open.filter(|r| r.direction == Direction::Received && reading.sees(r.on));
        for referral in open.filter(|r| is_open(r)) {
            let noted = referral.value.filter(own).map(|v| minor_f64(v.minor));
            unvalued += u64::from(noted.is_none());
            let value = noted.or(usual.map(|usual| usual.minor)).unwrap_or(0.0);
            open_value += value;
            variance += win * (1.0 - win) * value * value;
            referrals.push(referral.id);
        }
    }
    let (months, error) = (win * open_value / need, variance.sqrt() / need);
    Cover { months, error, referrals, open: open_value, need, win, unvalued, usual }
}

/// What is assumed of those whose worth is not noted; empty where all of it is.
fn assumed(cover: &Cover, currency: Currency) -> String {
    let whose = match (cover.unvalued, cover.referrals.len()) {
        (0, _) => return String::new(),
        (1, 1) => "Its worth is not noted".to_owned(),
        (n, all) if n == all as u64 => "Their worth is not noted".to_owned(),
        (n, _) => format!("The worth of {n} of them is not noted"),
    };
    match cover.usual {
        Some(usual) => format!(
            " {whose}: taken as the median of your last {} sales through referrals, {}.",
            usual.sales,
            money(usual.minor, currency)
        ),
        None => format!(
            " {whose} and is left out: {LEAST_SALES} sales through referrals would tell what one is usually worth."
        ),
    }
}

fn judge(reading: &Reading<'_>, cover: &Cover) -> Finding {
    let params = &reading.params.findings;
    let line = params.hand_to_mouth;
    let half = normal_quantile_two_sided(params.confidence) * cover.error;
    let (low, high) = ((cover.months - half).max(0.0), cover.months + half);
    // What can be counted on is set against the line: of so few referrals the interval reaches beyond it always.
    let state = if cover.months < line.threshold { State::Seen } else { State::NotSeen };
    let count = cover.referrals.len() as u64;
    let hangs = if low < line.threshold && line.threshold <= high && count > 0 {
        " It hangs on how one or two of them end."
    } else {
        ""
    };
    let says = format!(
        "{} from people who refer you more than once{} {} about {:.1} months of the {} you need a month, where {:.0} would be sound.{}{hangs}{}",
        many(count, "open referral", "open referrals"),
        worth(cover, reading.currency),
        if count == 1 { "covers" } else { "cover" },
        cover.months,
        money(cover.need, reading.currency),
        line.threshold,
        assumed(cover, reading.currency),
        since_last(reading)
    );
    Finding {
        state,
        measure: Some(cover.months),
        low: Some(low),
        high: Some(high),
        numerator: Some(count),
        facts: cover.referrals.clone(),
        evidence: evidence(
            state,
            "Work that comes without a referral is not counted here.",
            String::new(),
        ),
        says,
        try_next: format!(
            "See {} who sent you most, while there is still enough to do.",
            senders(reading)
        ),
        ..Finding::not_enough(CODE, line.threshold, "")
    }
}

/// What they are worth and the chance of winning one.
fn worth(cover: &Cover, currency: Currency) -> String {
    if cover.open <= 0.0 {
        return String::new();
    }
    let open = money(cover.open, currency);
    let each = if cover.referrals.len() == 1 { "" } else { " each" };
    format!(", worth about {open} with a chance of {}{each},", per_cent(cover.win))
}

fn money(minor: f64, currency: Currency) -> String {
    written::money(Locale::EnGb, Money { currency, minor: nearest(minor) })
}

/// Whom to see: as many as there are, at most two.
fn senders(reading: &Reading<'_>) -> &'static str {
    let who: BTreeSet<_> = reading.passed_on.iter().map(|one| one.by).collect();
    if who.len() < 2 { "the one" } else { "the two people" }
}

fn since_last(reading: &Reading<'_>) -> String {
    let last = reading.passed_on.iter().filter_map(|one| one.on).max();
    last.map_or(String::new(), |on| {
        let months = days_between(on, reading.as_of) / 30;
        format!(
            " The last referral came {}.",
            match months {
                0 => "within the last month".to_owned(),
                1 => "a month ago".to_owned(),
                more => format!("{more} months ago"),
            }
        )
    })
}
