//! All entries behind one figure of the review.

use super::entry::Entry;
use super::review::{counts, findings};
use crate::frame::{Frame, Place};
use crate::say;
use crate::sight::Sight;
use askama::Template;
use kithwork_app::{Code, Error};
use kithwork_core::id::{FactId, RoomId};
use uuid::Uuid;

/// Entries on one page.
const ON_A_PAGE: usize = 200;

/// All entries behind one figure of the review.
#[derive(Debug, Template)]
#[template(path = "entries.html")]
pub(crate) struct Entries {
    frame: Frame,
    title: String,
    count: String,
    back: String,
    lines: Vec<Entry>,
    earlier: Option<String>,
}

crate::visit::framed!(Entries);

impl Entries {
    /// The entries of a figure, the latest first, from the `page`th part of them on.
    ///
    /// # Errors
    /// [`Code::NotFound`] where the review has no such figure.
    pub(crate) fn of(sight: &Sight, figure: &str, page: usize) -> Result<Self, Error> {
        let (title, facts) = behind(sight, figure).ok_or_else(|| {
            Error::new(Code::NotFound).hint("this figure is not in the review of that day")
        })?;
        let (as_of, facts) = (sight.today, sight.shelf.latest(&facts));
        let from = page.saturating_mul(ON_A_PAGE);
        let shown: Vec<FactId> = facts.iter().copied().skip(from).take(ON_A_PAGE).collect();
        let more = facts.len() > from.saturating_add(ON_A_PAGE);
        Ok(Self {
            frame: Frame::new(title.clone(), Place::Review),
            count: say::capital(&say::counted(facts.len() as u64, "entry", "entries")),
            back: format!("/review?as_of={as_of}"),
            lines: Entry::latest(&shown, shown.len(), &sight.shelf, as_of),
            earlier: more.then(|| {
                format!("/review/entries/{figure}?as_of={as_of}&page={}", page.saturating_add(1))
            }),
            title,
        })
    }
}

/// What a figure is called and the facts behind it.
fn behind(sight: &Sight, figure: &str) -> Option<(String, Vec<FactId>)> {
    let review = &sight.review;
    match figure {
        "time" => Some(("Time with people".into(), review.depth.explanation.facts.clone())),
        "one-to-ones" => Some(("One-to-ones".into(), counts::one_to_ones(sight))),
        "referrals" => Some(("Work passed on to you".into(), counts::referrals(sight))),
        _ => {
            let (kind, which) = figure.split_once('-')?;
            match kind {
                "finding" => finding(sight, which),
                "room" => room(sight, which),
                "hour" => hour(sight, which),
                "business" => business(sight, which),
                _ => None,
            }
        }
    }
}

fn finding(sight: &Sight, code: &str) -> Option<(String, Vec<FactId>)> {
    let finding = sight.review.findings.iter().find(|f| f.code == code)?;
    Some((findings::title_of(finding), finding.facts.clone()))
}

fn room(sight: &Sight, id: &str) -> Option<(String, Vec<FactId>)> {
    let id = RoomId(id.parse::<Uuid>().ok()?);
    let room = sight.review.rooms.iter().find(|r| r.room == id)?;
    let held = counts::held(id, sight).into_iter().map(|m| m.id).collect();
    Some((format!("Meetings at {}", say::shortened(&room.name)), held))
}

fn hour(sight: &Sight, which: &str) -> Option<(String, Vec<FactId>)> {
    let (currency, id) = which.split_once('-')?;
    let id = RoomId(id.parse::<Uuid>().ok()?);
    let room = sight.review.rooms.iter().find(|r| r.room == id)?;
    let hour = room.return_per_hour.iter().find(|h| h.currency.code() == currency)?;
    let title = format!("What an hour at {} came back as", say::shortened(&room.name));
    Some((title, hour.explanation.facts.clone()))
}

fn business(sight: &Sight, which: &str) -> Option<(String, Vec<FactId>)> {
    let origin = sight.review.business_by_origin.get(which.parse::<usize>().ok()?)?;
    let title = format!("Business from {}", crate::figure::business::label_in(origin));
    Some((title, origin.facts.clone()))
}
