//! A referral out of what is said of it: how far it came is a matter of when it was said.

use super::super::ledger::Told;
use super::super::record::{Said, SaidReferral};
use super::super::said::{self, first};
use super::{Ground, Unfit};
use crate::facts::{Direction, Referral, ReferralStatus};
use crate::id::FactId;
use crate::source::Source;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// As [`said::ranked`], but for news: a file that says it was decided on a day after the owner's last
/// word does not contradict that word, it goes on from there.
pub(super) fn ranked<'t>(
    told: &'t [Told<'_>],
    at: &[usize],
    read: impl Fn(&'t Said) -> Option<&'t SaidReferral>,
) -> Vec<&'t SaidReferral> {
    let own = at.iter().map(|&i| &told[i]).filter(|told| told.statement.source == Source::Own);
    let last_word = own.map(|told| TimeZone::UTC.to_datetime(told.statement.recorded_at).date());
    let last_word = last_word.max();
    let mut all = said::ranked(told, at, read);
    all.sort_by_key(|said| !last_word.is_some_and(|day| is_news(said, day)));
    all
}

fn is_news(said: &SaidReferral, to: Date) -> bool {
    said.status.is_some_and(ReferralStatus::is_decided) && said.closed_on.is_some_and(|on| on > to)
}

pub(super) fn read_referral(
    ground: &Ground<'_, '_>,
    id: FactId,
    said: &[&SaidReferral],
) -> Result<Referral, Unfit> {
    let top = said.first().ok_or(Unfit::ReferralNeedsAPerson)?;
    let other = match top.direction {
        Direction::Received => &top.from,
        Direction::Given => &top.to,
    };
    let person = ground.person(other).map_err(|unfit| match unfit {
        Unfit::Waits => Unfit::Waits,
        _ => Unfit::ReferralNeedsAPerson,
    })?;
    let status = first(said, |s| s.status);
    // A stage and its day belong together: whoever names another stage says nothing of this one's.
    let agrees = |s: &SaidReferral| s.status.is_none() || s.status == status;
    let is_decided = status.is_none_or(ReferralStatus::is_decided);
    Ok(Referral {
        id,
        on: first(said, |s| s.on),
        direction: top.direction,
        person,
        prospect: first(said, |s| s.prospect.clone()),
        effort: first(said, |s| s.effort),
        status,
        value: first(said, |s| s.value),
        closed_on: first(said, |s| s.closed_on.filter(|_| agrees(s))),
        thanked_on: first(said, |s| s.thanked_on.filter(|_| is_decided || agrees(s))),
    })
}
