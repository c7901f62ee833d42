//! Whom the owner sees only at meetings, and how often (mission row 55).

use super::{Line, Section};
use crate::pages::review::only_rooms::{line, recent};
use crate::sight::Sight;

pub(super) fn sections(sight: &Sight) -> Vec<Section> {
    let ends = &sight.review.loose_ends.never_outside;
    let lines =
        ends.iter().map(|end| Line { says: line(end, sight.today), why: None, acts: Vec::new() });
    let left_out = Some(recent(sight.review.loose_ends.too_recent)).filter(|says| !says.is_empty());
    let lines = lines.chain(left_out.map(Line::plain));
    vec![Section::new("only-rooms", "How often you saw each", lines.collect())]
}
