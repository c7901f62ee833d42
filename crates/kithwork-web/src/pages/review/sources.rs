//! Who referred business came through.

use crate::chart::{Bar, Bars};
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;

/// Sources shown one by one.
const SHOWN: usize = 8;

/// Who referred business came through.
#[derive(Clone, Debug)]
pub(super) struct Through {
    /// Deals by source.
    pub chart: Bars,
    /// Each source with its business.
    pub people: Vec<(Words, Why)>,
}

impl Through {
    /// The sources of a book; none where no business came by referral.
    pub(super) fn of(sight: &Sight) -> Option<Self> {
        let sources = &sight.review.sources;
        let rows: Vec<Bar> = (sources.people.iter().take(SHOWN))
            .map(|s| Bar {
                label: say::shortened(&s.name),
                value: f64::from(u32::try_from(s.deals).unwrap_or(u32::MAX)),
                said: say::number(s.deals),
            })
            .collect();
        (!rows.is_empty()).then(|| Self {
            chart: Bars {
                id: "sources".to_owned(),
                says: sources.says.clone(),
                title: "Pieces of business by whom they came through".to_owned(),
                subject: "Came through",
                measure: "Pieces of business",
                rows,
            },
            people: people(sight),
        })
    }
}

fn people(sight: &Sight) -> Vec<(Words, Why)> {
    let shown = sight.review.sources.people.iter().take(SHOWN);
    shown
        .map(|source| {
            let mut who = Words::default().name(&source.name);
            if !source.value.is_empty() {
                who = who.then(format!(": {}", say::moneys(&source.value)));
            }
            let why = Why::entries(&source.facts, &sight.shelf, sight.today, None);
            (who, why)
        })
        .collect()
}
