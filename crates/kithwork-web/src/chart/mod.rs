//! Charts: pure geometry here, SVG in `templates/chart/`.
//!
//! Widths are per cent and heights `em`, without a `viewBox`: so a chart fills 260 or 700 pixels, and
//! its text keeps the reader's own size on each; only the map, which is a circle, has one. Every chart carries a sentence, a title, a
//! description and the same figures as a table.

mod flow;
mod interval;
mod rings;
mod scale;
mod share;
mod split;

pub(crate) use flow::{Band, Flow};
pub(crate) use interval::{IntervalPlot, IntervalRow};
pub(crate) use rings::Rings;
pub(crate) use scale::{Percent, Scale};
pub(crate) use share::ShareBar;
pub(crate) use split::{Bar, Bars};
