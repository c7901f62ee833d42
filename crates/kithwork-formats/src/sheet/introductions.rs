//! `introductions`: people made known to each other.

use super::row::{Fields, text_of};
use super::{Sheet, Told};
use crate::refusal::Reason;
use kithwork_core::handover::{Said, SaidIntroduction};

pub(super) const SHEET: Sheet = Sheet {
    name: "introductions",
    columns: &["date", "introduced_by", "person_a", "person_b", "outcome"],
    needs: &["introduced_by", "person_a", "person_b"],
    tell,
    write,
};

fn tell(row: &Fields<'_>) -> Told {
    let on = row.date("date")?;
    let introduced_by = row.needed("introduced_by", Reason::IntroducerMissing)?;
    let person_a = row.needed("person_a", Reason::PersonMissing)?;
    let person_b = row.needed("person_b", Reason::PersonMissing)?;
    let key = vec![text_of(on), introduced_by.clone(), person_a.clone(), person_b.clone()];
    let outcome = row.text("outcome");
    let extra = row.extra();
    let said = SaidIntroduction { on, introduced_by, person_a, person_b, outcome, extra };
    Ok((key, Said::Introduction(said)))
}

fn write(said: &Said) -> Option<Vec<String>> {
    let Said::Introduction(introduction) = said else { return None };
    Some(vec![
        text_of(introduction.on),
        introduction.introduced_by.clone(),
        introduction.person_a.clone(),
        introduction.person_b.clone(),
        text_of(introduction.outcome.as_ref()),
    ])
}
