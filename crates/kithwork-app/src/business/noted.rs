//! Business that the book holds already: told again it is that piece and no second one.

use super::invalid;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::word;
use kithwork_core::change::Edit;
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{Business, BusinessSource};
use kithwork_core::handover::{Said, SaidBusiness};
use kithwork_core::id::Ids;
use kithwork_store::Store;
use std::collections::BTreeMap;

/// The business of the book.
pub(super) async fn all(store: &dyn Store, ctx: &Ctx) -> Result<Vec<Business>> {
    let all = store.all(ctx.tenant, FactKind::Business).await?;
    let business = all.into_iter().filter_map(|fact| match fact {
        Fact::Business(business) => Some(business),
        _ => None,
    });
    Ok(business.collect())
}

/// The piece noted before that is told again: the same client through the same person, of no other worth and no
/// other day. What a referral led to is its client's first, whatever its day.
///
/// # Errors
/// [`Code::ValueInvalid`](crate::Code::ValueInvalid) where the referral's client is noted with another worth.
pub(super) fn same<'b>(
    all: &'b [Business],
    told: &Business,
    is_referral: bool,
) -> Result<Option<&'b Business>> {
    let through = |noted: &&Business| {
        noted.is_with(&told.client)
            && noted.referrer.is_some_and(|who| told.referrer == Some(who))
            && noted.source_kind != Some(BusinessSource::Repeat)
    };
    let is_worth = |noted: &&Business| match (noted.value, told.value) {
        (Some(noted), Some(told)) => noted.minor == told.minor,
        (None, _) => true,
        (Some(_), None) => is_referral,
    };
    let is_of_day = |noted: &&Business| {
        let both = noted.won_on.zip(told.won_on);
        is_referral || both.is_none_or(|(noted, told)| noted == told)
    };
    let mut known = all.iter().filter(through).peekable();
    let is_other = is_referral && known.peek().is_some();
    match known.find(|noted| is_worth(noted) && is_of_day(noted)) {
        None if is_other => Err(invalid(
            "worth",
            "is another than the one noted for this client: put that entry right, or leave this empty",
        )),
        found => Ok(found),
    }
}

/// The edits that say of a piece noted before what was not known of it.
pub(super) async fn filled(
    store: &dyn Store,
    ctx: &Ctx,
    noted: &Business,
    told: &Business,
    ids: Ids<'_>,
) -> Result<Vec<Edit>> {
    let after = Business {
        value: noted.value.or(told.value),
        won_on: noted.won_on.or(told.won_on),
        ..noted.clone()
    };
    let said = Said::Business(SaidBusiness {
        won_on: after.won_on,
        client: after.client.clone(),
        source_kind: None,
        source: None,
        value: after.value,
        notes: None,
        extra: BTreeMap::new(),
    });
    let row = (FactKind::Business, after.id);
    let Some(edit) = Edit::changed(noted.clone(), after) else { return Ok(Vec::new()) };
    let word = word::kept(store, ctx, row, said, ids).await?;
    Ok(std::iter::once(edit).chain(word).collect())
}
