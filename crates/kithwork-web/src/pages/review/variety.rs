//! How varied the people one is in touch with are.

use crate::chart::{Bar, Bars};
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use kithwork_core::review::Variety;

/// Kinds shown: the largest.
const SHOWN: usize = 6;

/// What is told of an axis.
#[derive(Clone, Debug, Default)]
pub(super) struct Varied {
    /// None in a small book.
    pub chart: Option<Bars>,
    /// The chart's inside.
    pub why: Option<Why>,
    /// The same in a sentence, where the book is too young for a chart or they are too few for a figure; else empty.
    pub says: String,
}

/// Each axis; one of which nothing is known is left out.
pub(super) fn varied(sight: &Sight) -> Vec<Varied> {
    let axes = sight.review.variety.iter().enumerate().filter(|(_, axis)| axis.people > 0);
    let told = axes.map(|(at, axis)| {
        if sight.is_young() || !axis.is_enough {
            return Varied { says: says(axis), ..Varied::default() };
        }
        let inside = sight.review.explanation(&format!("/variety/{at}"));
        let why = inside.map(|inside| Why::of(inside, &sight.shelf, sight.today, None));
        Varied { chart: Some(chart(axis)), why, ..Varied::default() }
    });
    told.collect()
}

fn chart(axis: &Variety) -> Bars {
    let shown = axis.kinds.iter().take(SHOWN);
    let rows = shown.map(|(kind, people)| bar(say::capital(&say::shortened(kind)), *people));
    let words = Axis::of(axis);
    Bars {
        id: format!("variety-{}", axis.axis),
        says: says(axis),
        title: format!("People in touch by {}", words.one),
        subject: words.subject,
        measure: "People in touch",
        rows: rows.collect(),
    }
}

/// What an axis is called.
struct Axis {
    one: &'static str,
    many: &'static str,
    subject: &'static str,
}

impl Axis {
    fn of(axis: &Variety) -> Self {
        match axis.axis {
            "sector" => Self {
                one: "line of business",
                many: "lines of business",
                subject: "Line of business",
            },
            _ => Self { one: "place", many: "places", subject: "Place" },
        }
    }
}

/// How varied they are, or that they are too few to say.
pub(in crate::pages) fn says(axis: &Variety) -> String {
    let words = &Axis::of(axis);
    if !axis.is_enough {
        let opening = opening(axis, words);
        return format!("{opening}.{} They are too few to say how varied that is.", unknown(axis));
    }
    let varied = match axis.kinds.len() {
        0 | 1 => String::new(),
        _ => format!(", as varied as {:.1} of equal size", axis.equal_kinds),
    };
    let aim = axis.aim.map(|aim| format!("; you aim at {aim}")).unwrap_or_default();
    let varied = format!("{varied}{aim}");
    let largest = if axis.kinds.len() > SHOWN {
        format!(" These are the {} with most.", say::spelled(SHOWN as u64))
    } else {
        String::new()
    };
    format!("{}{varied}.{}{largest}", opening(axis, words), unknown(axis))
}

fn opening(axis: &Variety, words: &Axis) -> String {
    let people = say::capital(&say::counted(axis.people, "person", "people"));
    let kinds = say::counted(axis.kinds.len() as u64, words.one, words.many);
    format!("{people} in touch, in {kinds}")
}

fn unknown(axis: &Variety) -> String {
    match axis.unknown {
        0 => String::new(),
        n => format!(" Of {} more it is not known.", say::spelled(n)),
    }
}

fn bar(label: String, people: u64) -> Bar {
    let value = f64::from(u32::try_from(people).unwrap_or(u32::MAX));
    Bar { label, value, said: say::number(people) }
}
