//! What people offer, and who might want it.

use crate::act::{Act, ask_both};
use crate::say;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_app::offer::{Open, Wanting};
use kithwork_core::id::{FactId, PersonId};

/// An open offer.
#[derive(Clone, Debug)]
pub(super) struct Offered {
    pub(super) id: FactId,
    /// Who offers it.
    pub(super) who: Words,
    pub(super) what: String,
    /// Since when; empty where that is not known.
    pub(super) since: String,
    /// Who might want it, in a sentence.
    pub(super) wanted: Words,
    pub(super) acts: Vec<Act>,
    pub(super) delete: Act,
}

/// An offer as the page shows it; of those who asked not to be contacted nothing leads to writing to them.
pub(super) fn offered(
    offer: &Open,
    may_be_asked: impl Fn(PersonId) -> bool,
    today: Date,
) -> Offered {
    let may_be_asked = may_be_asked(offer.person);
    let mut acts = vec![Act::does("It is closed", format!("/offers/{}/close", offer.id)).first()];
    if may_be_asked {
        acts.extend(offer.wanted_by.iter().map(|by| introduce(offer, by)));
    }
    Offered {
        id: offer.id,
        who: Words::default().people([(offer.person, offer.name.as_str())]),
        what: offer.what.clone(),
        since: offer.on.map(|on| say::day(on, today)).unwrap_or_default(),
        wanted: if may_be_asked {
            wanted(&offer.wanted_by)
        } else {
            Words::plain("They asked not to be contacted.")
        },
        acts,
        delete: Act::deletes(offer.id, "this offer"),
    }
}

/// Who might want an offer, in a sentence.
pub(crate) fn wanted(by: &[Wanting]) -> Words {
    if by.is_empty() {
        return Words::plain("Nobody you know is known to look for that yet.");
    }
    let people = by.iter().map(|one| (one.person, one.name.as_str()));
    Words::default().people(people).then(" might want it.")
}

/// Bringing the two together: both are asked first.
fn introduce(offer: &Open, by: &Wanting) -> Act {
    let act = Act::does(ask_both(&by.name, &offer.name), "/proposals");
    let act = act.about(&[by.person, offer.person]);
    let act = act.with("why_a", format!("{} offers {}", offer.name, offer.what));
    act.with("why_b", format!("{} could use what you offer: {}", by.name, offer.what))
}
