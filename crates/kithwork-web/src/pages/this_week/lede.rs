//! The page's first sentences, with real numbers.

use super::item::{Group, Task};
use crate::filter;
use crate::say;
use crate::sight::Sight;
use crate::words::Words;
use jiff::ToSpan;
use kithwork_core::facts::{Care, PeopleFilter, Person};
use kithwork_core::plan::opening::is_unheard;
use std::cmp::Reverse;

/// So many of them are named.
const NAMED: usize = 3;
/// Days that count as lately met.
const LATELY: i32 = 30;

/// One or two plain sentences.
pub(crate) fn lede(sight: &Sight, tasks: &[Task], asked: usize) -> Vec<Words> {
    let mut says = vec![Words::plain(week(sight, tasks, asked))];
    says.extend(unheard(sight));
    says
}

fn week(sight: &Sight, tasks: &[Task], asked: usize) -> String {
    let of = |group| tasks.iter().filter(move |t| t.group == group);
    let things = |group| of(group).count() as u64;
    let people = |group| of(group).map(|t| t.people).sum();
    let counts = [
        (people(Group::JustMet), "person you have just met", "people you have just met"),
        (of(Group::Promises).map(|t| t.promises).sum(), "promise", "promises"),
        (things(Group::Agreed), "conversation agreed", "conversations agreed"),
        (people(Group::Ask), "person to ask", "people to ask"),
        (things(Group::Others), "small thing", "small things"),
    ];
    let counts = counts.into_iter().filter(|(n, ..)| *n > 0);
    let said: Vec<String> = counts.map(|(n, one, many)| say::counted(n, one, many)).collect();
    let budget = budget(sight.plan.budget_minutes);
    let has = if sight.plan.is_assumed {
        format!("The plan assumes {budget} until you say how many you have")
    } else {
        format!("You have {budget}")
    };
    if said.is_empty() && sight.plan.budget_minutes == 0 {
        return "You have set aside no hours for networking.".to_owned();
    }
    if said.is_empty() && asked > 0 {
        let answers = say::counted(asked as u64, "answer", "answers");
        return format!("{has}, and there is nothing to do but wait for {answers}.");
    }
    if said.is_empty() {
        return format!("{has}, and nothing waits for you.");
    }
    format!("{has}: {}.", say::listed(&said))
}

/// The week's hours in a sentence: `six hours`, `5 h 30`.
fn budget(minutes: u32) -> String {
    match (u64::from(minutes / 60), minutes % 60) {
        (hours, 0) => say::counted(hours, "hour", "hours"),
        _ => say::duration(u64::from(minutes)),
    }
}

/// How many of those met lately have heard nothing since, as the cards below and their pages say; silent where that is nobody, and where calls
/// and messages are not noted down: nobody can tell then.
fn unheard(sight: &Sight) -> Option<Words> {
    if !sight.review.funnel.followed_up.is_known() {
        return None;
    }
    let since = sight.today.saturating_sub(LATELY.days());
    let shelf = &sight.shelf;
    let met = |id| shelf.first_met(id).is_some_and(|on| on >= since && on <= sight.today);
    let may_hear = |person: &&Person| {
        let is_let_go = person.care_at(sight.today) == Some(Care::LetGo);
        person.may_be_asked() && !is_let_go && met(person.id)
    };
    let lately: Vec<&Person> = shelf.book.facts.people.iter().filter(may_hear).collect();
    let people = lately.len() as u64;
    let unheard = lately.into_iter().filter(|p| is_unheard(&shelf.book, p, sight.today));
    let mut unheard: Vec<&Person> = unheard.collect();
    unheard.sort_by_key(|person| Reverse(shelf.first_met(person.id)));
    (!unheard.is_empty())
        .then(|| who(&unheard, Words::plain(counted(unheard.len() as u64, people))))
}

/// `Two of the five people you met in the last 30 days have not heard from you`.
fn counted(unheard: u64, people: u64) -> String {
    let verb = if unheard == 1 { "has" } else { "have" };
    let whom = if unheard == people {
        say::counted(people, "person you met", "people you met")
    } else {
        format!("{} of the {} people you met", say::spelled(unheard), say::spelled(people))
    };
    format!("{} in the last 30 days {verb} not heard from you", say::capital(&whom))
}

/// The same with who they are, the latest met first: of many those, and a list of whoever waits for a word,
/// which holds others too.
fn who(unheard: &[&Person], says: Words) -> Words {
    let named = unheard.iter().take(NAMED).map(|person| (person.id, person.name.as_str()));
    let says = says.then(": ");
    if unheard.len() <= NAMED {
        return says.people(named).then(".");
    }
    let says = named.enumerate().fold(says, |says, (at, one)| {
        let says = if at == 0 { says } else { says.then(", ") };
        says.people([one])
    });
    let undecided = PeopleFilter { undecided: true, ..PeopleFilter::default() };
    let more = format!("{} more", say::spelled((unheard.len() - NAMED) as u64));
    says.then(format!(" and {more}. "))
        .place(filter::address(&undecided), "See who waits for a word")
        .then(".")
}
