//! A sheet of the review: sections of sentences, each open to how it came about.

mod known;
mod only_rooms;
pub(crate) mod outlook;

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;
use askama::Template;

/// A sheet of the review.
#[derive(Debug, Template)]
#[template(path = "sheet.html")]
pub(crate) struct Sheet {
    frame: Frame,
    title: &'static str,
    lede: &'static str,
    sections: Vec<Section>,
}

crate::visit::framed!(Sheet);

/// What belongs together.
#[derive(Debug)]
struct Section {
    id: &'static str,
    title: &'static str,
    hint: &'static str,
    lines: Vec<Line>,
}

/// One sentence, and its inside where it has one.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub says: Words,
    pub why: Option<Why>,
    /// What can be done about it right there.
    pub acts: Vec<Act>,
}

impl Sheet {
    /// What can have shown by now, and what may be expected.
    pub(crate) fn outlook(sight: &Sight) -> Self {
        Self {
            frame: Frame::new("What to expect", Place::Review),
            title: "What to expect",
            lede: "Networking takes months to show. This is what your own entries say about how long, and \
                   what may still come.",
            sections: told(outlook::sections(sight)),
        }
    }

    /// What others know and say of the owner, and what goes round between them.
    pub(crate) fn known(sight: &Sight) -> Self {
        Self {
            frame: Frame::new("What others know of you", Place::Review),
            title: "What others know of you",
            lede: "People pass on work to somebody they can explain. This is what they could say, what they \
                   have said, and what goes round between you.",
            sections: told(known::sections(sight)),
        }
    }
}

impl Sheet {
    /// Whom the owner sees only at meetings.
    pub(crate) fn only_rooms(sight: &Sight) -> Self {
        Self {
            frame: Frame::new("People you see only at meetings", Place::Review),
            title: "People you see only at meetings",
            lede: "Seen in the last year, and never outside the room. A coffee away from it is where a \
                   working relation begins.",
            sections: told(only_rooms::sections(sight)),
        }
    }
}

/// Those that have something to say.
fn told(sections: Vec<Section>) -> Vec<Section> {
    sections.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

impl Section {
    fn new(id: &'static str, title: &'static str, lines: Vec<Line>) -> Self {
        Self { id, title, hint: "", lines }
    }

    fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }
}

impl Line {
    /// A sentence that nothing stands behind.
    pub(crate) fn plain(says: impl Into<String>) -> Self {
        Self { says: Words::plain(says.into()), why: None, acts: Vec::new() }
    }

    /// A sentence, and the inside of the figure at a place of the review's document.
    pub(crate) fn at(sight: &Sight, place: &str, says: Words) -> Self {
        let inside = sight.review.explanation(place);
        let why = inside.map(|told| Why::of(told, &sight.shelf, sight.today, None));
        Self { says, why, acts: Vec::new() }
    }
}
