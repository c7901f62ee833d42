//! How deep and how varied the network is.

use super::figures::{counted, grouped};
use super::shape::{add, bar, wrapped};
use crate::screen::Screen;
use kithwork_core::review::{Levels, Variety};

/// The columns of a bar.
const BAR: usize = 20;
/// Kinds named of an axis.
const KINDS: usize = 4;

/// People by level.
pub(super) fn depth(levels: &Levels, screen: Screen) -> String {
    let everyone: u64 = levels.people.iter().sum();
    if everyone == 0 {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("How well you know each other"));
    for (level, (&people, &warm)) in levels.names.iter().zip(levels.people.iter().zip(&levels.warm))
    {
        let warm = if warm > 0 { format!(", {} warm", grouped(warm)) } else { String::new() };
        let share = bar(share(people, everyone), BAR);
        let name: String = level.listed().chars().take(22).collect();
        add(&mut text, format!("  {name:<22} {share} {}{warm}\n", grouped(people)));
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "a bar of 20 columns")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// How varied the people in touch are.
pub(super) fn variety(axes: &[Variety], screen: Screen) -> String {
    let known: Vec<&Variety> = axes.iter().filter(|axis| axis.people > 0).collect();
    if known.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", screen.heading("How varied your network is"));
    for axis in known {
        text.push_str(&wrapped(&varied(axis), 2));
    }
    text
}

/// Places are compared in small letters and written with capitals.
fn as_a_place(kind: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
    };
    kind.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

fn varied(axis: &Variety) -> String {
    let (one, many) = match axis.axis {
        "sector" => ("line of business", "lines of business"),
        _ => ("place", "places"),
    };
    let spelt = |kind: &str| if axis.axis == "city" { as_a_place(kind) } else { kind.to_owned() };
    let most = axis.kinds.iter().take(KINDS);
    let most = most.map(|(kind, n)| format!("{} {}", spelt(kind), grouped(*n)));
    let most: Vec<String> = most.collect();
    let kinds = axis.kinds.len() as u64;
    let varied = match kinds {
        0 | 1 => String::new(),
        _ if !axis.is_enough => ", too few to say how varied that is".to_owned(),
        _ => format!(", as varied as {:.1} of equal size", axis.equal_kinds),
    };
    format!(
        "{} in touch, in {}{varied}: {}{}.",
        counted(axis.people, "person", "people"),
        counted(kinds, one, many),
        most.join(", "),
        if axis.kinds.len() > KINDS { " and others" } else { "" },
    )
}
