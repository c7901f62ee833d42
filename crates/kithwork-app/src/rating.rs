//! What the owner observed of somebody: how far they trust, understand and could pass work on, and
//! whether the owner would refer them (mission row 53). Dated, for it grows old.

use crate::book::Frame;
use crate::ctx::{Ctx, Rights};
use crate::day::not_ahead;
use crate::deed;
use crate::error::{Code, Error, Result};
use crate::{settings, who};
use jiff::civil::Date;
use kithwork_core::change::Edit;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Person, Rated, Rating};
use kithwork_core::id::{ChangeId, FactId, PersonId};
use kithwork_core::ladder::{self, Readiness};
use kithwork_store::Store;
use serde::Deserialize;

/// The most of anything.
const MOST: u8 = 4;

/// What was observed; each 0 to 4, none where the owner does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Observed {
    /// How far they trust the owner.
    pub trust: Option<u8>,
    /// How well they understand what the owner does and for whom.
    pub understanding: Option<u8>,
    /// How often they meet people whom the owner could work for.
    pub access: Option<u8>,
    /// How gladly the owner would refer them.
    pub i_would_refer: Option<u8>,
    /// When; none for today.
    pub on: Option<Date>,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The change; none where all of it stood so already.
    pub change: Option<ChangeId>,
    /// Of whom.
    pub person: Person,
    /// What was observed that day.
    pub ratings: Vec<Rating>,
    /// Whether they could refer the owner now.
    pub readiness: Readiness,
    /// Where they stand on the ladder, 0 to 5.
    pub level: u8,
}

impl Observed {
    fn scores(&self) -> impl Iterator<Item = (&'static str, Rated, u8)> {
        let all = [
            ("trust", Rated::Trust, self.trust),
            ("understanding", Rated::Understanding, self.understanding),
            ("access", Rated::Access, self.access),
            ("i_would_refer", Rated::IWouldRefer, self.i_would_refer),
        ];
        all.into_iter().filter_map(|(field, what, score)| Some((field, what, score?)))
    }

    fn valid(&self) -> Result<()> {
        if let Some((field, ..)) = self.scores().find(|(.., score)| *score > MOST) {
            return Err(Error::new(Code::ValueInvalid).field(field, "is not 0 to 4"));
        }
        if self.scores().next().is_none() {
            let problem = "is not said: answer at least one of them";
            return Err(Error::new(Code::ValueInvalid).field("trust", problem));
        }
        Ok(())
    }
}

/// Keeps what the owner observed of somebody. A second word of the same day replaces the first;
/// earlier days stay.
///
/// # Errors
/// [`Code::PersonNotFound`]; [`Code::ValueInvalid`] where nothing is said, a part is not 0 to 4 or the
/// day lies ahead; those of the store.
pub async fn keep(store: &dyn Store, ctx: &Ctx, who: PersonId, seen: Observed) -> Result<Kept> {
    ctx.require(Rights::Write)?;
    seen.valid()?;
    let person = who::by_id(store, ctx, who).await?;
    let today = ctx.today(&settings::of(store, ctx).await?);
    let on = not_ahead(seen.on.unwrap_or(today), today)?;
    let known = store.timeline(ctx.tenant, person.id).await?;
    let before = |what: Rated| {
        known.iter().find_map(|fact| match fact {
            Fact::Rating(r) if r.what == what && r.on == Some(on) => Some(r.clone()),
            _ => None,
        })
    };
    let mut ids = ctx.ids();
    let (mut edits, mut ratings) = (Vec::new(), Vec::new());
    for (_, what, score) in seen.scores() {
        let before = before(what);
        let id = before.as_ref().map_or_else(|| FactId(ids()), |rating| rating.id);
        let after = Rating { id, person: person.id, what, score, on: Some(on) };
        edits.extend(match before {
            Some(before) => Edit::changed(before, after.clone()),
            None => Some(Edit::created(after.clone())),
        });
        ratings.push(after);
    }
    let change = deed::done(store, ctx, "observed", Some(on), edits).await?;
    let book = Frame::read(store, ctx).await?.of_one(store, ctx, &person, today).await?;
    let readiness = ladder::readiness(&book, person.id, today, &ctx.params);
    let level = ladder::climb(&book, person.id, today, &ctx.params).level;
    Ok(Kept { change: change.map(|change| change.id), person, ratings, readiness, level })
}
