//! What people need, and who could meet it.

use crate::act::{Act, ask_both};
use crate::say;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_app::need::{By, Open};
use kithwork_core::id::FactId;
use kithwork_core::matching::{told_who_helps, told_who_needs};

/// An open need.
#[derive(Clone, Debug)]
pub(super) struct Needed {
    pub(super) id: FactId,
    /// Who needs what.
    pub(super) who: Words,
    pub(super) what: String,
    /// Since when; empty where it stands in their record.
    pub(super) since: String,
    /// Who could meet it, in a sentence.
    pub(super) could: Words,
    /// Where the owner offers to meet it, if that is their own trade.
    pub(super) offer: Option<String>,
    pub(super) acts: Vec<Act>,
    /// What is asked where somebody can be named who might meet it; empty where nobody may be asked.
    pub(super) asks: &'static str,
    /// Whether it can be put into other words here; else their record is where it stands.
    pub(super) is_heard: bool,
    pub(super) record: String,
}

/// A need as the page shows it; of those who asked not to be contacted nothing leads to writing to them.
pub(super) fn needed(need: &Open, may_be_asked: bool, today: Date) -> Needed {
    let mut acts = Vec::new();
    if need.is_heard {
        acts.push(Act::does("It is met", format!("/needs/{}/met", need.id)).first());
    }
    // What the owner does is not handed on to those who do the same.
    let is_mine = need.by.iter().any(|by| by.person.is_none());
    if !is_mine && may_be_asked {
        acts.extend(need.by.iter().filter_map(|by| introduce(need, by)));
    }
    Needed {
        id: need.id,
        who: Words::default().people([(need.person, need.name.as_str())]),
        what: need.what.clone(),
        since: need.on.map(|on| say::day(on, today)).unwrap_or_default(),
        could: if may_be_asked {
            could(&need.by)
        } else {
            Words::plain("They asked not to be contacted.")
        },
        offer: (is_mine && may_be_asked).then(|| format!("/ask?kind=help&who={}", need.person)),
        acts,
        asks: asks(need, may_be_asked),
        is_heard: need.is_heard,
        record: format!("/people/{}/edit", need.person),
    }
}

/// What is asked where somebody can be named who might meet a need.
fn asks(need: &Open, may_be_asked: bool) -> &'static str {
    match may_be_asked {
        false => "",
        true if need.by.is_empty() => "Who comes to mind?",
        true => "Somebody else comes to mind",
    }
}

/// Who could meet a need, in a sentence.
pub(crate) fn could(by: &[By]) -> Words {
    let others: Vec<_> = by.iter().filter_map(|by| Some((by.person?, by.name.as_str()))).collect();
    let is_mine = by.iter().any(|by| by.person.is_none());
    match (is_mine, others.is_empty()) {
        (false, true) => Words::plain("Nobody you know is known to do that yet."),
        (true, _) => Words::plain("You could help with that yourself: your own trade fits first."),
        (false, false) => Words::default().people(others).then(" could help."),
    }
}

/// Bringing the two together: both are asked first.
fn introduce(need: &Open, by: &By) -> Option<Act> {
    let helper = by.person?;
    let act = Act::does(ask_both(&need.name, &by.name), "/proposals");
    let act = act.about(&[need.person, helper]);
    let act = act.with("why_a", told_who_needs(&need.what, &by.name));
    Some(act.with("why_b", told_who_helps(&need.name, &need.what)))
}
