//! One bar of two parts with an aim: how time is shared between rooms and people.

use super::Percent;
use askama::Template;

/// One bar of two parts. The second part stands at the right, so that it grows towards the aim.
#[derive(Clone, Debug, Template)]
#[template(path = "chart/share.html")]
pub(crate) struct ShareBar {
    /// Makes the ids in the page unique.
    pub id: &'static str,
    /// The finding in a sentence.
    pub says: String,
    /// What the chart is.
    pub title: String,
    /// The part that is aimed at, 0 to 1.
    pub share: f64,
    /// The aim, 0 to 1.
    pub aim: f64,
    /// The label of the other part, with its figure.
    pub rest_label: String,
    /// The label of the part that is aimed at, with its figure.
    pub share_label: String,
    /// The aim's label.
    pub aim_label: String,
    /// The same figures: what, how long, which share.
    pub rows: Vec<[String; 3]>,
}

impl askama::filters::HtmlSafe for ShareBar {}

impl ShareBar {
    /// Where the part aimed at begins.
    fn begins(&self) -> Percent {
        Percent::of(1.0 - self.share)
    }

    fn width(&self) -> Percent {
        Percent::of(self.share)
    }

    /// Where it would have to begin.
    fn aim_at(&self) -> Percent {
        Percent::of(1.0 - self.aim)
    }
}
