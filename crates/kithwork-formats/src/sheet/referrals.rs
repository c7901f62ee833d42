//! `referrals`: prospects passed on.

use super::help::DIRECTIONS;
use super::row::{Fields, money_of, text_of, word_for};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::{Direction, ReferralStatus};
use kithwork_core::handover::{Said, SaidReferral};

pub(super) const SHEET: Sheet = Sheet {
    name: "referrals",
    columns: &[
        "date",
        "direction",
        "from",
        "to",
        "prospect",
        "effort",
        "status",
        "value",
        "currency",
        "closed_on",
        "thanked_on",
    ],
    needs: &["direction", "from", "to"],
    tell,
    write,
};

const STATUSES: [(&str, ReferralStatus); 7] = [
    ("open", ReferralStatus::Open),
    ("contacted", ReferralStatus::Contacted),
    ("met", ReferralStatus::Met),
    ("proposed", ReferralStatus::Proposed),
    ("won", ReferralStatus::Won),
    ("lost", ReferralStatus::Lost),
    ("no_fit", ReferralStatus::NoFit),
];

fn tell(row: &Fields<'_>) -> Told {
    let on = row.date("date")?;
    let direction = row
        .word("direction", &DIRECTIONS, Reason::DirectionUnknown)?
        .ok_or(Reason::DirectionMissing)?;
    let from = row.needed("from", Reason::GiverMissing)?;
    let to = match direction {
        // What was received, the owner received: an empty cell leaves no doubt.
        Direction::Received => row.text("to").unwrap_or_else(|| "me".to_owned()),
        Direction::Given => row.needed("to", Reason::ReceiverMissing)?,
    };
    let prospect = row.text("prospect");
    let key = vec![
        text_of(on),
        word_for(&DIRECTIONS, Some(direction)),
        from.clone(),
        to.clone(),
        text_of(prospect.as_ref()),
    ];
    let referral = SaidReferral {
        on,
        direction,
        from,
        to,
        prospect,
        effort: row.score("effort", 1..=5, Reason::EffortOutOfRange)?,
        status: row.word("status", &STATUSES, Reason::StatusUnknown)?,
        value: row.amount("value")?,
        closed_on: row.date("closed_on")?,
        thanked_on: row.date("thanked_on")?,
        extra: row.extra(),
    };
    Ok((key, Said::Referral(referral)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Referral(referral) = said else { return None };
    let ([value], currency) = money_of([referral.value]);
    Some(vec![
        text_of(referral.on),
        word_for(&DIRECTIONS, Some(referral.direction)),
        referral.from.clone(),
        referral.to.clone(),
        text_of(referral.prospect.as_ref()),
        text_of(referral.effort),
        word_for(&STATUSES, referral.status),
        value,
        currency,
        text_of(referral.closed_on),
        text_of(referral.thanked_on),
    ])
}
