//! Rows of sheets that stand for themselves: help, introductions, referrals, business, channels,
//! promises, pitches.

use super::super::ledger::NOBODY;
use super::super::record::{
    Said, SaidBusiness, SaidChannelMonth, SaidHelp, SaidIntroduction, SaidPitch, SaidPromise,
};
use super::super::said::{first, ranked, with_columns};
use super::referral::{self, read_referral};
use super::{Cast, Ground, Meant, Unfit, person_id};
use crate::fact::FactKind;
use crate::facts::{
    Business, BusinessSource, ChannelMonth, Help, Introduction, Party, Pitch, Promise, Referral,
};
use crate::id::FactId;
use std::collections::HashMap;

/// Derives one kind of row: its list, and how one is read out of what is said.
macro_rules! derive_kind {
    ($ground:expr, $groups:expr, $list:ident, $kind:ident, $read:expr) => {
        derive_kind!($ground, $groups, $list, $kind, $read, ranked)
    };
    ($ground:expr, $groups:expr, $list:ident, $kind:ident, $read:expr, $ranked:expr) => {{
        let before: HashMap<FactId, &$kind> =
            $ground.facts.$list.iter().map(|row| (row.id, row)).collect();
        for (subject, told) in $groups.remove(&FactKind::$kind).unwrap_or_default() {
            let said = $ranked($ground.told, &told, |said| match said {
                Said::$kind(said) => Some(said),
                _ => None,
            });
            let id = subject.unwrap_or_else(|| FactId(($ground.ids)()));
            match $read($ground, id, &said) {
                Ok(row) => {
                    $ground.edits.put(before.get(&id).copied(), row);
                    for &at in &told {
                        $ground.told[at].settle_on(FactKind::$kind, id);
                    }
                }
                Err(unfit) => {
                    if let Some(row) = before.get(&id) {
                        $ground.edits.remove(*row);
                    }
                    for &at in &told {
                        let own = $ground.told[at].statement.id;
                        $ground.told[at].settle_on(FactKind::Statement, own);
                        $ground.unfit.insert(at, unfit);
                    }
                }
            }
        }
    }};
}

/// Statements of one fact.
type Group = (Option<FactId>, Vec<usize>);

/// Derives all rows that need no pairing.
pub(crate) fn derive_rows(ground: &mut Ground<'_, '_>) {
    let mut groups = group(ground);
    derive_kind!(ground, groups, pitches, Pitch, read_pitch);
    derive_kind!(ground, groups, promises, Promise, read_promise);
    derive_kind!(ground, groups, help, Help, read_help);
    derive_kind!(ground, groups, introductions, Introduction, read_introduction);
    derive_kind!(ground, groups, referrals, Referral, read_referral, referral::ranked);
    derive_kind!(ground, groups, business, Business, read_business);
    derive_kind!(ground, groups, channel_months, ChannelMonth, read_channel);
}

/// Statements by the fact they are about: an owner's edit stands beside the row it corrects.
fn group(ground: &Ground<'_, '_>) -> HashMap<FactKind, Vec<Group>> {
    let mut groups: HashMap<FactKind, Vec<Group>> = HashMap::new();
    let mut at_subject: HashMap<FactId, usize> = HashMap::new();
    for (at, told) in ground.told.iter().enumerate() {
        let kind = match told.said() {
            Said::Help(_) => FactKind::Help,
            Said::Introduction(_) => FactKind::Introduction,
            Said::Referral(_) => FactKind::Referral,
            Said::Business(_) => FactKind::Business,
            Said::ChannelMonth(_) => FactKind::ChannelMonth,
            Said::Promise(_) => FactKind::Promise,
            Said::Pitch(_) => FactKind::Pitch,
            _ => continue,
        };
        let subject = told.statement.subject;
        let of_kind = groups.entry(kind).or_default();
        if subject == NOBODY || told.statement.about != kind {
            of_kind.push((None, vec![at]));
            continue;
        }
        if let Some(&group) = at_subject.get(&subject) {
            of_kind[group].1.push(at);
        } else {
            at_subject.insert(subject, of_kind.len());
            of_kind.push((Some(subject), vec![at]));
        }
    }
    groups
}

fn read_pitch(_: &Ground<'_, '_>, id: FactId, said: &[&SaidPitch]) -> Result<Pitch, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    Ok(Pitch {
        id,
        version: top.version.clone(),
        text: words(said, |s| s.text.clone()),
        first_used_on: first(said, |s| s.first_used_on),
        beside_competitor: words(said, |s| s.beside_competitor.clone()),
    })
}

/// Words of a minute; the owner's empty ones take away what a lower source says.
fn words(said: &[&SaidPitch], part: impl Fn(&SaidPitch) -> Option<String>) -> Option<String> {
    first(said, part).filter(|words| !words.is_empty())
}

fn read_promise(
    ground: &Ground<'_, '_>,
    id: FactId,
    said: &[&SaidPromise],
) -> Result<Promise, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    Ok(Promise {
        id,
        person: ground.person(&top.person)?,
        direction: top.direction,
        what: top.what.clone(),
        made_on: first(said, |s| s.made_on),
        due_on: first(said, |s| s.due_on),
        done_on: first(said, |s| s.done_on),
    })
}

fn read_help(ground: &Ground<'_, '_>, id: FactId, said: &[&SaidHelp]) -> Result<Help, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    Ok(Help {
        id,
        on: first(said, |s| s.on),
        direction: top.direction,
        person: ground.person(&top.person)?,
        kind: top.kind,
        asked: first(said, |s| s.asked),
        about: first(said, |s| s.about.clone()),
        outcome: first(said, |s| s.outcome.clone()),
    })
}

fn party(cast: &Cast, ground: &Ground<'_, '_>, name: &str) -> Result<Party, Unfit> {
    match cast.of(name) {
        Some(Meant::Owner) => Ok(Party::Me),
        _ => ground.person(name).map(Party::Person),
    }
}

fn read_introduction(
    ground: &Ground<'_, '_>,
    id: FactId,
    said: &[&SaidIntroduction],
) -> Result<Introduction, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    Ok(Introduction {
        id,
        on: first(said, |s| s.on),
        introduced_by: party(ground.cast, ground, &top.introduced_by)?,
        person_a: party(ground.cast, ground, &top.person_a)?,
        person_b: party(ground.cast, ground, &top.person_b)?,
        outcome: first(said, |s| s.outcome.clone()),
    })
}

fn read_business(
    ground: &Ground<'_, '_>,
    id: FactId,
    said: &[&SaidBusiness],
) -> Result<Business, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    let source = first(said, |s| s.source.clone());
    let source_kind = first(said, |s| s.source_kind);
    let room = source.as_deref().and_then(|name| ground.rooms.named(name));
    let may_refer = matches!(source_kind, None | Some(BusinessSource::Referral));
    let referrer = source.as_deref().filter(|_| may_refer && room.is_none()).and_then(|name| {
        match ground.cast.of(name) {
            Some(Meant::Person(who)) => Some(person_id(ground.people, *who)),
            _ => None,
        }
    });
    Ok(Business {
        id,
        won_on: first(said, |s| s.won_on),
        client: top.client.clone(),
        source_kind,
        source,
        referrer,
        room: room.map(|at| ground.rooms.id(at)),
        value: first(said, |s| s.value),
        notes: with_columns(first(said, |s| s.notes.clone()), &top.extra),
    })
}

fn read_channel(
    _: &Ground<'_, '_>,
    id: FactId,
    said: &[&SaidChannelMonth],
) -> Result<ChannelMonth, Unfit> {
    let top = said.first().ok_or(Unfit::NeedsAPerson)?;
    Ok(ChannelMonth {
        id,
        channel: top.channel.clone(),
        month: top.month,
        minutes: first(said, |s| s.minutes),
        cost: first(said, |s| s.cost),
        leads: first(said, |s| s.leads),
        sales: first(said, |s| s.sales),
        value: first(said, |s| s.value),
    })
}
