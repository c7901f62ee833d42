//! The review: what the hours and the people came to, each figure open to its evidence.

mod again;
pub(crate) mod channels;
mod costs;
pub(crate) mod counts;
mod delays;
mod depth;
pub(crate) mod findings;
mod help;
mod objectives;
pub(crate) mod only_rooms;
pub(crate) mod rooms;
mod sources;
mod unheard;
pub(super) mod variety;
mod yields;

use crate::chart::{Bars, IntervalPlot, ShareBar};
use crate::figure;
use crate::frame::{Frame, Place};
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use again::Again;
use askama::Template;
use channels::Channel;
use costs::Costs;
use counts::Count;
use delays::Waited;
use findings::Findings;
use help::Help;
use kithwork_core::review::{Review, Step};
use only_rooms::OnlyRooms;
use rooms::Room;
use sources::Through;
use unheard::Unheard;
use variety::Varied;
use yields::Came;

/// The review.
#[derive(Clone, Debug, Template)]
#[template(path = "review.html")]
pub(crate) struct ReviewPage {
    frame: Frame,
    /// Whose it is, where the book knows; said in print.
    whose: String,
    /// The date, spelled out, and as the form takes it.
    at: String,
    iso: String,
    from: String,
    until: String,
    counts: Vec<Count>,
    /// What long effort came to where nothing showed, before all reasons.
    signal: Option<String>,
    findings: Findings,
    /// The question where a review repeats itself unchanged.
    again: Option<Again>,
    /// What comes when, while the book is young.
    coming: Option<String>,
    time: Option<(ShareBar, Why)>,
    period: String,
    hour: Option<IntervalPlot>,
    rooms: Vec<Room>,
    business: Vec<Bars>,
    origins: Vec<(String, Why)>,
    through: Option<Through>,
    funnel: Option<IntervalPlot>,
    too_recent: Option<String>,
    /// How long it took until people met were heard from again.
    delays: Option<Waited>,
    /// People seen only at meetings.
    only_rooms: Option<OnlyRooms>,
    unheard: Option<Unheard>,
    /// What one-to-ones were for and what was learned in them, each in a sentence.
    one_to_ones: Vec<String>,
    costs: Option<Costs>,
    depth: Option<Bars>,
    variety: Vec<Varied>,
    channels: Vec<Channel>,
    came: Vec<Came>,
    /// How little it says while cases are few; empty later.
    few: &'static str,
    help: Option<Help>,
}

crate::visit::framed!(ReviewPage);

impl ReviewPage {
    /// The page of a book that holds something; `done` is the decision about people that was taken on
    /// it a moment ago.
    pub(crate) fn of(sight: &Sight) -> Self {
        let review = &*sight.review;
        let young = sight.is_young();
        let grown = |plot| if young { None } else { plot };
        let at = say::long_day(review.as_of);
        Self {
            frame: Frame::new(format!("Review, {}", say::day_in(review.as_of)), Place::Review),
            whose: whose(sight),
            iso: review.as_of.to_string(),
            from: say::day_in(review.from),
            until: say::day_in(review.as_of),
            counts: counts::counts(sight),
            signal: review.signal.headline().map(str::to_owned),
            findings: Findings::of(sight),
            again: review.again.as_ref().map(|again| Again::of(again, sight)),
            coming: young.then(|| sight.what_comes_when()),
            time: time(sight).filter(|_| !young),
            period: period(review),
            hour: grown(figure::hour::plot(&review.rooms)),
            rooms: rooms::rooms(sight),
            business: figure::business::charts(&review.business_by_origin),
            origins: origins(sight),
            through: Through::of(sight),
            funnel: grown(figure::steps::plot(&review.funnel)),
            too_recent: too_recent(review),
            delays: Waited::of(sight),
            only_rooms: OnlyRooms::of(sight),
            unheard: Unheard::of(sight),
            one_to_ones: objectives::said(review),
            costs: Costs::of(&review.costs),
            depth: depth::chart(&review.levels).filter(|_| !young),
            variety: variety::varied(sight),
            channels: if sight.is_brief() { Vec::new() } else { channels::channels(sight) },
            came: yields::came(sight),
            few: yields::few(sight),
            help: Help::of(sight),
            at,
        }
    }
}

impl ReviewPage {
    /// What the page holds, in its order: where each part begins, and what it is called. A link into a
    /// folded part unfolds it.
    fn contents(&self) -> Vec<(&'static str, &'static str)> {
        let parts = [
            (true, "reasons", "Possible reasons"),
            (self.coming.is_some(), "coming", "What comes when"),
            (true, "hours", "Hours"),
            (!self.rooms.is_empty(), "groups", "Groups"),
            (self.only_rooms.is_some(), "in-only-rooms", "Seen only at meetings"),
            (!self.business.is_empty(), "business", "Business"),
            (self.through.is_some(), "in-through", "Whom it came through"),
            (!self.channels.is_empty(), "in-channels", "Ways of finding clients"),
            (self.funnel.is_some() || self.delays.is_some(), "in-met", "People you met"),
            (!self.one_to_ones.is_empty(), "one-to-ones", "One-to-ones"),
            (!self.came.is_empty(), "in-came", "What came of it"),
            (self.depth.is_some(), "in-depth", "How well you know each other"),
            (!self.variety.is_empty(), "in-variety", "Variety"),
            (self.help.is_some(), "in-help", "Help"),
            (self.costs.is_some(), "in-costs", "Cost"),
            (self.unheard.is_some(), "unheard", "Nothing decided yet"),
            (true, "further", "Further"),
        ];
        parts
            .into_iter()
            .filter(|(is_there, ..)| *is_there)
            .map(|(_, to, name)| (to, name))
            .collect()
    }
}

/// The owner's name, where it is known.
fn whose(sight: &Sight) -> String {
    let settings = sight.shelf.book.facts.settings.first();
    settings.and_then(|settings| settings.owner_names.first()).cloned().unwrap_or_default()
}

fn time(sight: &Sight) -> Option<(ShareBar, Why)> {
    let depth = &sight.review.depth;
    let bar = figure::time::bar(depth)?;
    Some((bar, Why::of(&depth.explanation, &sight.shelf, sight.today, Some("time"))))
}

/// Where the hours of the period went, in a sentence.
fn period(review: &Review) -> String {
    let time = review.time_period;
    let with = time.included();
    let share = time.depth().map(|share| {
        let share = say::percent_beside(share, review.depth.aim);
        format!("; {share} of it with people")
    });
    format!(
        "In the year to {}: {} in meetings, {} with people outside them, {with}{}.{}",
        say::day_in(review.as_of),
        say::duration(time.meeting_minutes),
        say::duration(time.people_minutes),
        share.unwrap_or_default(),
        other_ways(review),
    )
}

/// What other ways of finding clients took in the whole book; empty where none is noted.
fn other_ways(review: &Review) -> String {
    let took = review.channels.iter().filter(|way| way.minutes > 0).filter_map(|way| {
        let name = way.name.as_ref()?;
        Some(format!("{}: {}", say::shortened(name), say::duration(way.minutes)))
    });
    let took: Vec<String> = took.collect();
    if took.is_empty() {
        String::new()
    } else {
        format!(" Beside it, in all, {}.", took.join(", "))
    }
}

/// What stands behind each origin: its business, one by one.
fn origins(sight: &Sight) -> Vec<(String, Why)> {
    let named = sight.review.business_by_origin.iter().zip(0_u32..);
    named
        .map(|(origin, n)| {
            let of = format!("{}: {}", figure::business::label(origin), say::money(origin.money));
            let figure = format!("business-{n}");
            (of, Why::entries(&origin.facts, &sight.shelf, sight.today, Some(&figure)))
        })
        .filter(|(_, why)| !why.lines.is_empty())
        .collect()
}

fn too_recent(review: &Review) -> Option<String> {
    let of = &review.funnel;
    // Who referred is no step of this chart.
    let says = figure::steps::too_lately([of.one_to_one, of.understood, Step::default()]);
    (!says.is_empty()).then_some(says)
}
