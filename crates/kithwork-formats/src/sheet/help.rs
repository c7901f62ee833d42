//! `help`: given and received.

use super::row::{Fields, text_of, word_for, yes_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::facts::{Direction, HelpKind};
use kithwork_core::handover::{Said, SaidHelp};

pub(super) const SHEET: Sheet = Sheet {
    name: "help",
    columns: &["date", "direction", "person", "kind", "about", "asked", "outcome"],
    needs: &["direction", "person", "kind"],
    tell,
    write,
};

/// Seen from the owner.
pub(super) const DIRECTIONS: [(&str, Direction); 2] =
    [("given", Direction::Given), ("received", Direction::Received)];

const KINDS: [(&str, HelpKind); 13] = [
    ("introduction", HelpKind::Introduction),
    ("referral", HelpKind::Referral),
    ("advice", HelpKind::Advice),
    ("experience", HelpKind::Experience),
    ("idea", HelpKind::Idea),
    ("resource", HelpKind::Resource),
    ("testimonial", HelpKind::Testimonial),
    ("support", HelpKind::Support),
    ("invitation", HelpKind::Invitation),
    // How people say the same; the first word of a kind is the one that is written.
    ("expertise", HelpKind::Advice),
    ("ideas", HelpKind::Idea),
    ("contact", HelpKind::Introduction),
    ("contacts", HelpKind::Introduction),
];

fn tell(row: &Fields<'_>) -> Told {
    let on = row.date("date")?;
    let direction = row
        .word("direction", &DIRECTIONS, Reason::DirectionUnknown)?
        .ok_or(Reason::DirectionMissing)?;
    let person = row.needed("person", Reason::PersonMissing)?;
    let kind = row.word("kind", &KINDS, Reason::KindUnknown)?.ok_or(Reason::KindMissing)?;
    let about = row.text("about");
    let key = vec![
        text_of(on),
        word_for(&DIRECTIONS, Some(direction)),
        person.clone(),
        word_for(&KINDS, Some(kind)),
        text_of(about.as_ref()),
    ];
    let help = SaidHelp {
        on,
        direction,
        person,
        kind,
        about,
        asked: row.yes("asked")?,
        outcome: row.text("outcome"),
        extra: row.extra(),
    };
    Ok((key, Said::Help(help)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Help(help) = said else { return None };
    Some(vec![
        text_of(help.on),
        word_for(&DIRECTIONS, Some(help.direction)),
        help.person.clone(),
        word_for(&KINDS, Some(help.kind)),
        text_of(help.about.as_ref()),
        yes_of(help.asked),
        text_of(help.outcome.as_ref()),
    ])
}
