//! Friday, two minutes: each entry happened or didn't, what is left over, one thanks. After a fortnight
//! away it is the one screen to begin with again, and nothing on it presses.

use crate::act::Act;
use crate::frame::{Frame, Place};
use crate::pages::this_week::heading;
use crate::say;
use crate::words::Words;
use askama::Template;
use jiff::civil::Weekday;
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::plan::close::{Kept, Left, Thanks, Unnoted, Unsaid};
use kithwork_core::plan::{Close, Item, ItemKind, Plan, Status};

/// Friday.
#[derive(Debug, Template)]
#[template(path = "friday.html")]
pub(crate) struct Friday {
    frame: Frame,
    title: &'static str,
    lede: String,
    unsaid: Vec<Line>,
    unnoted: Vec<Line>,
    left: Vec<Line>,
    /// Promises that come once these are done.
    further: usize,
    /// All that are shown in one go: a week later.
    all_later: Option<Act>,
    thanks: Option<Line>,
    /// What else of the week’s plan is still open.
    open: Vec<Words>,
    /// Notes of which nothing was understood: when, the words, and a button that deletes each.
    kept: Vec<(String, String, Act)>,
    /// How much only the owner knows; empty where nothing.
    only_you: String,
}

crate::visit::framed!(Friday);

/// Promises shown at once, the oldest: two minutes are enough for no more.
const SHOWN: usize = 20;

/// One thing to say a word on.
#[derive(Debug)]
struct Line {
    what: Words,
    acts: Vec<Act>,
}

impl Friday {
    /// The close of a week, as it is looked at on its day.
    pub(crate) fn of(close: &Close, questions: u64) -> Self {
        let shown = close.promises.get(..SHOWN).unwrap_or(&close.promises);
        let later = shown.iter().map(|left| left.promise).collect::<Vec<FactId>>();
        let all_later = (later.len() > 1)
            .then(|| Act::does("All of these in a week", "/promises/later").promises(&later));
        let title = if close.was_away() { "Welcome back" } else { "The week’s close" };
        Self {
            frame: Frame::new(title, Place::ThisWeek),
            title,
            lede: lede(close, questions),
            kept: close.kept.iter().map(|one| kept(one, close)).collect(),
            only_you: match questions {
                0 => String::new(),
                n => say::capital(&say::counted(n, "thing", "things")),
            },
            unsaid: close.unsaid.iter().map(|one| unsaid(one, close)).collect(),
            unnoted: close.unnoted.iter().map(|one| unnoted(one, close)).collect(),
            open: Vec::new(),
            left: shown.iter().map(|one| left(one, close)).collect(),
            further: close.promises.len() - shown.len(),
            all_later,
            thanks: close.thanks.as_ref().map(|one| thanks(one, close)),
        }
    }

    /// The same with what is still open in the week’s plan.
    pub(crate) fn planned(self, plan: &Plan, close: &Close) -> Self {
        let agenda = plan.agenda();
        let things = agenda.first.iter().chain(&agenda.later);
        let open = things.flat_map(|thing| thing.items().iter().copied());
        Self { open: open.filter(|item| is_open(item, close)).map(heading).collect(), ..self }
    }
}

/// Whether a thing of the plan is still open and stands nowhere else on the page.
fn is_open(item: &Item, close: &Close) -> bool {
    let is_asked_for = item.status == Status::Agreed && item.on.is_some_and(|on| on <= close.on);
    item.kind != ItemKind::Promise && !is_asked_for
}

fn lede(close: &Close, questions: u64) -> String {
    let is_clear = close.is_clear() && questions == 0;
    if is_clear && close.planned > 0 {
        let away = if close.was_away() { "You have been away. " } else { "" };
        return format!("{away}{}", close.says_clear());
    }
    let opening = match (close.was_away(), is_clear) {
        (true, true) => "You have been away, and nothing is left over.",
        (true, false) => "You have been away. This is all that waits, and none of it presses.",
        (false, true)
            if matches!(
                close.on.weekday(),
                Weekday::Friday | Weekday::Saturday | Weekday::Sunday
            ) =>
        {
            "Nothing is left over. Have a good weekend."
        }
        (false, true) => "Nothing is left over.",
        (false, false) => "Two minutes: a word on each, and the week is done.",
    };
    opening.to_owned()
}

fn people(words: Words, ids: &[PersonId], names: &[String]) -> Words {
    words.people(ids.iter().copied().zip(names.iter().map(String::as_str)))
}

fn unsaid(one: &Unsaid, close: &Close) -> Line {
    let day = say::day(one.on, close.on);
    let at = |deed: &str| format!("/conversations/{}/{deed}", one.conversation);
    Line {
        what: people(Words::default(), &one.people, &one.names).then(format!(", {day}")),
        acts: vec![
            Act::does("It happened", at("happened")).first(),
            Act::does("It did not", at("not-held")),
        ],
    }
}

fn unnoted(one: &Unnoted, close: &Close) -> Line {
    let what = Words::default().place(format!("/groups/{}", one.room), &one.name);
    Line {
        what: what.then(format!(", {}", say::day(one.on, close.on))),
        acts: vec![
            Act::does("I was there", "/meetings")
                .with("group", &one.name)
                .with("on", one.on)
                .first(),
        ],
    }
}

fn left(one: &Left, close: &Close) -> Line {
    let what = Words::default().name(&say::capital(one.what.trim_end_matches('.')));
    let what = people(what.then(", for "), &[one.person], std::slice::from_ref(&one.name));
    Line {
        what: match one.due_on {
            Some(due) if due < close.on => {
                what.then(format!(", was due {}", say::day(due, close.on)))
            }
            Some(due) => what.then(format!(", by {}", say::day(due, close.on))),
            None => what.then(", no day said"),
        },
        acts: vec![
            Act::does("Done", "/promises/keep").promises(&[one.promise]).first(),
            Act::does("In a week", "/promises/later").promises(&[one.promise]),
            Act::deletes(one.promise, "this promise"),
        ],
    }
}

fn kept(one: &Kept, close: &Close) -> (String, String, Act) {
    let delete = Act::deletes(one.note, "this note");
    (say::capital(&say::day(one.on, close.on)), one.words.clone(), delete)
}

fn thanks(one: &Thanks, close: &Close) -> Line {
    let who = people(Words::default(), &[one.person], std::slice::from_ref(&one.name));
    let write = format!("/ask?kind=message&who={}", one.person);
    let label = "I have thanked them";
    let thanked = if one.is_decided {
        Act::does(label, format!("/referrals/{}/thank", one.fact)).with("by", "message")
    } else {
        Act::does(label, "/talks").about(&[one.person]).with("kind", "message")
    };
    Line {
        what: who.then(format!(" {}, {}", one.what, say::day(one.on, close.on))),
        acts: vec![Act::opens("Write", write).first(), thanked],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn who_was_away_reads_so_though_only_the_plan_is_left() {
        let close = |quiet_days| Close {
            on: date(2026, 11, 20),
            quiet_days,
            unsaid: Vec::new(),
            unnoted: Vec::new(),
            promises: Vec::new(),
            kept: Vec::new(),
            planned: 7,
            thanks: None,
        };
        let rest = "Nothing waits for a word from you. 7 things of the week’s plan are still open, and can wait.";
        assert_eq!(lede(&close(Some(3)), 0), rest);
        assert_eq!(lede(&close(Some(20)), 0), format!("You have been away. {rest}"));
    }
}
