//! `business`: what was won, and where it is said to have come from.

use super::row::{Fields, money_of, text_of, word_for};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::BusinessSource;
use kithwork_core::handover::{Said, SaidBusiness};

pub(super) const SHEET: Sheet = Sheet {
    name: "business",
    columns: &["won_on", "client", "source_kind", "source", "value", "currency", "notes"],
    needs: &["client"],
    tell,
    write,
};

const SOURCES: [(&str, BusinessSource); 5] = [
    ("referral", BusinessSource::Referral),
    ("group", BusinessSource::Group),
    ("channel", BusinessSource::Channel),
    ("direct", BusinessSource::Direct),
    ("repeat", BusinessSource::Repeat),
];

fn tell(row: &Fields<'_>) -> Told {
    let won_on = row.date("won_on")?;
    let client = row.needed("client", Reason::ClientMissing)?;
    let source_kind = row.word("source_kind", &SOURCES, Reason::KindUnknown)?;
    let source = row.text("source");
    let key = vec![
        text_of(won_on),
        client.clone(),
        word_for(&SOURCES, source_kind),
        text_of(source.as_ref()),
    ];
    let business = SaidBusiness {
        won_on,
        client,
        source_kind,
        source,
        value: row.amount("value")?,
        notes: row.text("notes"),
        extra: row.extra(),
    };
    Ok((key, Said::Business(business)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Business(business) = said else { return None };
    let ([value], currency) = money_of([business.value]);
    Some(vec![
        text_of(business.won_on),
        business.client.clone(),
        word_for(&SOURCES, business.source_kind),
        text_of(business.source.as_ref()),
        value,
        currency,
        text_of(business.notes.as_ref()),
    ])
}
