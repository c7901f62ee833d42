//! Why, and what to bring, in plain words from the book's own facts.

use super::circle::Acquaintance;
use super::matches::Matches;
use super::opening::Touch;
use super::week::Week;
use crate::days::{ago, weeks_between};
use crate::facts::Care;
use crate::ladder::{Missing, State};
use crate::matching::sought;
use jiff::civil::Date;

/// Why to sit down with somebody; never empty.
pub(super) fn why(
    week: &Week<'_>,
    circle: &[Acquaintance<'_>],
    matches: &Matches,
    place: usize,
) -> Vec<String> {
    let one = &circle[place];
    let mut lines: Vec<String> = Vec::new();
    lines.extend(wish(week, one));
    lines.extend(again(week, one));
    lines.extend(side_by_side(week, one));
    lines.extend(last_talk(week, one));
    lines.extend(need(circle, matches, one));
    if one.referrals > 0 {
        let times = times(one.referrals);
        lines.push(format!("Passed work on to you {times}."));
    }
    if lines.len() == usize::from(wish(week, one).is_some()) {
        lines.push(met(week, one));
    }
    lines
}

/// What the owner decided about them.
fn wish(week: &Week<'_>, one: &Acquaintance<'_>) -> Option<String> {
    let on = one.person.care_on.map(|on| format!(" on {}", week.day(on)));
    let on = on.unwrap_or_default();
    (one.care == Some(Care::Deepen)).then(|| format!("You decided{on} to deepen this."))
}

/// That the owner wished to be in touch by now.
pub(super) fn again(week: &Week<'_>, one: &Acquaintance<'_>) -> Option<String> {
    let on = week.day(one.wished?);
    Some(format!("You wanted to be in touch again around {on}."))
}

fn side_by_side(week: &Week<'_>, one: &Acquaintance<'_>) -> Option<String> {
    if one.one_to_ones > 0 || one.side_by_side < 2 {
        return None;
    }
    let often = number(one.side_by_side);
    let room = one.room.filter(|_| one.is_one_room).and_then(|room| week.book.room(room));
    let place = room.map_or_else(String::new, |room| format!(" at {}", room.name));
    Some(format!("{often} meetings side by side{place} within a year, never sat down together."))
}

fn last_talk(week: &Week<'_>, one: &Acquaintance<'_>) -> Option<String> {
    let last = one.together?;
    let ago = ago(last, week.today);
    let sat_down = times(one.one_to_ones);
    let cadence =
        week.params.ladder.cadence_weeks.get(usize::from(one.standing.level)).copied().flatten();
    Some(match (one.standing.state, cadence) {
        _ if one.one_to_ones == 0 => format!("You last spoke {ago}, never sat down one to one."),
        (Some(State::Dormant), _) | (_, None) => {
            format!("You sat down together {sat_down}, last {ago}.")
        }
        (_, Some(weeks)) if weeks_between(last, week.monday) < weeks => {
            let rest = one.rest_weeks(week);
            format!(
                "You last sat down or spoke {ago}; the plan asks again after {rest:.0} weeks at the soonest. Every {weeks:.0} weeks keeps it as it is; sooner it grows."
            )
        }
        (_, Some(weeks)) => {
            format!("You last sat down or spoke {ago}; every {weeks:.0} weeks keeps it warm.")
        }
    })
}

/// `Priya needs a bookkeeper: Tom Ellis.`
pub(super) fn need(
    circle: &[Acquaintance<'_>],
    matches: &Matches,
    one: &Acquaintance<'_>,
) -> Option<String> {
    let (need, _) = one.need.as_ref()?;
    let name = one.first_name();
    let need = sought(need);
    Some(match matches.helpers(one.place).first() {
        Some(&(other, _)) => {
            format!("{name} is looking for {need}: {} might help.", circle[other].person.name)
        }
        None => format!("{name} is looking for {need}."),
    })
}

/// Who at a table could help whom with what, each by their full name: `Priya Shah is looking for a
/// bookkeeper: Tom Ellis could help.` What nobody there does is named without a helper, after the others.
pub(super) fn at_table(
    circle: &[Acquaintance<'_>],
    matches: &Matches,
    guests: &[usize],
) -> Vec<String> {
    let needs = guests.iter().filter_map(|&place| {
        let (need, _) = circle[place].need.as_ref()?;
        let helpers = matches.helpers(place).iter().filter(|(other, _)| guests.contains(other));
        let helpers = helpers.map(|&(other, _)| circle[other].person.name.as_str());
        Some((circle[place].person.name.as_str(), sought(need), helpers.collect::<Vec<_>>()))
    });
    let (met, unmet): (Vec<_>, Vec<_>) = needs.partition(|(.., helpers)| !helpers.is_empty());
    let says = |(name, need, helpers): (&str, String, Vec<&str>)| match helpers.as_slice() {
        [] => format!("{name} is looking for {need}."),
        helpers => format!("{name} is looking for {need}: {} could help.", helpers.join(" or ")),
    };
    met.into_iter().chain(unmet).map(says).collect()
}

fn met(week: &Week<'_>, one: &Acquaintance<'_>) -> String {
    let last = week.book.last_met_in(one.person, week.today);
    let place = last.map_or_else(String::new, |(_, room)| format!(" at {}", room.name));
    let ago =
        |on: Option<Date>| on.map_or_else(String::new, |on| format!(" {}", ago(on, week.today)));
    let wrote = one.wrote.filter(|_| one.together.is_none());
    // The day belongs to the place that is named.
    let on = last.map_or(one.met, |(on, _)| on);
    // Whoever one met over the phone or by sitting down has been talked to.
    let (met, what) = match (last, one.touched) {
        (None, Some(_)) if wrote.is_none() => {
            ("You first talked", "the second contact is still to come")
        }
        (None, Some(_)) if wrote == one.met => ("You first wrote", "no talk has followed yet"),
        _ => ("You met", "no talk has followed yet"),
    };
    let wrote = wrote.filter(|&wrote| on < Some(wrote));
    let wrote = wrote.map_or_else(String::new, |on| format!(" and wrote{}", ago(Some(on))));
    format!("{met}{place}{}{wrote}; {what}.", ago(on))
}

/// What to bring to a one-to-one: first whom or what one can help with, then what is missing. Below
/// getting to know (level 2) nobody is asked for anything.
pub(super) fn bring(circle: &[Acquaintance<'_>], matches: &Matches, place: usize) -> Vec<String> {
    let one = &circle[place];
    let name = one.first_name();
    let mut lines = vec![whom_to_help(circle, matches, one)];
    lines.push(match one.missing {
        Missing::Teach => format!(
            "Tell {name} one story of a client you helped, and ask what they would say you do."
        ),
        Missing::Deepen => format!("Bring {name} something useful before you ask for anything."),
        Missing::FindWhom if one.standing.level >= 2 => {
            format!("Tell {name} in one sentence whom you would like to meet.")
        }
        _ => format!("Ask {name} what they would tell a friend you do."),
    });
    lines
}

/// Whom somebody can be helped with: what the owner does themselves comes before anybody else's work.
fn whom_to_help(circle: &[Acquaintance<'_>], matches: &Matches, one: &Acquaintance<'_>) -> String {
    let name = one.first_name();
    let Some((need, _)) = &one.need else {
        return format!("Whom can you help? Ask {name} what they are looking for at the moment.");
    };
    let help = match (matches.by_me(one.place), matches.helpers(one.place).first()) {
        (true, _) => ", and that is your own trade: offer it first.".to_owned(),
        (false, Some(&(other, _))) => {
            format!(": offer to introduce {}.", circle[other].person.name)
        }
        (false, None) => ": who comes to mind?".to_owned(),
    };
    format!("Whom can you help? {name} is looking for {}{help}", sought(need))
}

/// Why the next step of the ninety days with somebody is due, `at` of them done.
pub(super) fn opening_why(week: &Week<'_>, one: &Acquaintance<'_>, at: usize) -> String {
    if at == 0 {
        return met(week, one);
    }
    let name = one.first_name();
    let when = one.met.map_or_else(String::new, |on| format!(" {}", ago(on, week.today)));
    let next = number(u32::try_from(at + 1).unwrap_or(1)).to_lowercase();
    format!("You met {name}{when}: step {next} of five in ninety days.")
}

/// The steps from the first open one on: that one now, the others with their dates; one that is done already says so.
pub(super) fn steps(touches: &[Touch], week: &Week<'_>) -> Vec<String> {
    let dated = |touch: &Touch| {
        let mut says = touch.says.chars();
        let first = says.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
        let when = if touch.is_done { "Done".to_owned() } else { by_when(touch, week) };
        format!("{when}: {first}{}", says.as_str())
    };
    let now = touches.iter().take(1).map(|touch| touch.says.clone());
    now.chain(touches.iter().skip(1).map(dated)).collect()
}

/// `By 12 December`, and kindly so where it was meant for a day that has gone by.
fn by_when(touch: &Touch, week: &Week<'_>) -> String {
    let day = |on| week.day(on);
    match touch.now_by {
        // A step that waits for one that is late was not late itself.
        Some(now) if touch.by >= week.today => format!("By {}", day(now)),
        Some(now) => format!("By {}, since {} has gone by", day(now), day(touch.by)),
        None => format!("By {}", day(touch.by)),
    }
}

/// Hours and minutes in words: `2 hours`, `1 hour 30`, `45 minutes`.
pub(super) fn long(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} minutes"),
        (1, 0) => "1 hour".to_owned(),
        (hours, 0) => format!("{hours} hours"),
        (1, rest) => format!("1 hour {rest}"),
        (hours, rest) => format!("{hours} hours {rest}"),
    }
}

/// A small number as a word at the start of a sentence.
pub(super) fn number(n: u32) -> String {
    const WORDS: [&str; 13] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
    ];
    let word = usize::try_from(n).ok().and_then(|n| WORDS.get(n));
    word.map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

fn times(n: u32) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", number(n).to_lowercase()),
    }
}
