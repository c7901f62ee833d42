//! A filter of people in an address or a form. Groups, tags and lines of business stand there by ids, so
//! that an address names nobody; words that are looked for come in the body of a form.

use crate::acts::spelt;
use crate::form::{Fields, fact, room};
use kithwork_app::Error;
use kithwork_app::person::{Order, sector};
use kithwork_core::facts::PeopleFilter;
use kithwork_core::roll::folded;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A name and a value, as a form holds them.
pub(crate) type Pair = (&'static str, String);

/// What a filter's yes-or-no choices are called in a form.
pub(crate) const FLAGS: [(&str, &str); 4] = [
    ("not_sat_down", "not sat down with yet"),
    ("undecided", "undecided since you met"),
    ("could_refer", "could refer you"),
    ("set_aside", "set aside"),
];

/// Reads a filter; a field that is empty asks for nothing. A line of business is meant by its key or in
/// words.
///
/// # Errors
/// [`Code::ValueInvalid`](kithwork_app::Code::ValueInvalid) with the field.
pub(crate) fn read(form: &Fields, sectors: &[String]) -> Result<PeopleFilter, Error> {
    let meant = |said: &str| {
        let keyed = sectors.iter().find(|sector| key(sector) == said);
        keyed.or_else(|| sector(sectors, said)).cloned().unwrap_or_else(|| said.to_owned())
    };
    let of = |name| form.all(name).map(str::trim).filter(|text| !text.is_empty());
    Ok(PeopleFilter {
        words: form.given("q"),
        levels: of("level").map(|level| spelt_number("level", level)).collect::<Result<_, _>>()?,
        states: of("state").map(|state| spelt("state", state)).collect::<Result<_, _>>()?,
        rooms: unique(of("room").map(room).collect::<Result<_, _>>()?),
        sectors: unique(of("sector").map(meant).collect()),
        tags: unique(of("tag").map(fact).collect::<Result<_, _>>()?),
        not_sat_down: is_yes(form, "not_sat_down"),
        undecided: is_yes(form, "undecided"),
        could_refer: is_yes(form, "could_refer"),
        set_aside: is_yes(form, "set_aside"),
        seen_before: form.date("seen_before")?,
        seen_after: form.date("seen_after")?,
    })
}

/// The order that is asked for; by name where none is.
///
/// # Errors
/// [`Code::ValueInvalid`](kithwork_app::Code::ValueInvalid) with the field.
pub(crate) fn order(form: &Fields) -> Result<Order, Error> {
    form.given("order").map_or(Ok(Order::default()), |order| spelt("order", &order))
}

fn is_yes(form: &Fields, name: &str) -> bool {
    matches!(form.text(name), "yes" | "true")
}

fn spelt_number<T: DeserializeOwned>(field: &'static str, text: &str) -> Result<T, Error> {
    // A number is spelt as itself; anything else is none of the choices.
    serde_json::from_str(text).or_else(|_no_number| spelt(field, text))
}

fn unique<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut each = Vec::with_capacity(all.len());
    for one in all {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    each
}

/// What stands for a line of business where it must not be named.
pub(crate) fn key(sector: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, folded(sector).as_bytes()).to_string()
}

/// The fields that ask for the same.
pub(crate) fn pairs(filter: &PeopleFilter) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    pairs.extend(filter.words.clone().map(|words| ("q", words)));
    pairs.extend(filter.levels.iter().map(|level| ("level", level.to_string())));
    pairs.extend(filter.states.iter().map(|state| ("state", state.word().to_owned())));
    pairs.extend(filter.rooms.iter().map(|room| ("room", room.to_string())));
    pairs.extend(filter.sectors.iter().map(|sector| ("sector", key(sector))));
    pairs.extend(filter.tags.iter().map(|tag| ("tag", tag.to_string())));
    let flags = [filter.not_sat_down, filter.undecided, filter.could_refer, filter.set_aside];
    let set = FLAGS.into_iter().zip(flags).filter(|(_, is_set)| *is_set);
    pairs.extend(set.map(|((name, _), _)| (name, "yes".to_owned())));
    pairs.extend(filter.seen_before.map(|day| ("seen_before", day.to_string())));
    pairs.extend(filter.seen_after.map(|day| ("seen_after", day.to_string())));
    pairs
}

/// The page of those who fit, less the words: an address would keep them.
pub(crate) fn address(filter: &PeopleFilter) -> String {
    let pairs = pairs(filter).into_iter().filter(|(name, _)| *name != "q");
    let query: Vec<String> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { "/people".to_owned() } else { format!("/people?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use kithwork_core::id::{FactId, RoomId};
    use kithwork_core::ladder::State;

    #[test]
    fn what_is_asked_comes_back_from_its_fields_and_its_address_names_nobody() {
        let filter = PeopleFilter {
            words: Some("Priya".to_owned()),
            levels: vec![2, 3],
            states: vec![State::Cooling],
            rooms: vec![RoomId(Uuid::from_u128(1))],
            sectors: vec!["Accountancy".to_owned()],
            tags: vec![FactId(Uuid::from_u128(2))],
            not_sat_down: true,
            undecided: true,
            could_refer: true,
            set_aside: true,
            seen_before: Some(date(2026, 8, 1)),
            seen_after: Some(date(2026, 1, 1)),
        };
        let held = pairs(&filter).into_iter().map(|(name, value)| (name.to_owned(), value));
        let form = Fields::from(held.collect::<Vec<_>>());
        assert_eq!(read(&form, &["Law".to_owned(), "Accountancy".to_owned()]).unwrap(), filter);
        let address = address(&filter);
        assert!(!address.contains("Priya") && !address.contains("Account"), "{address}");
        assert!(address.bytes().all(|b| b.is_ascii_alphanumeric() || b"/?&=-_".contains(&b)));
    }

    #[test]
    fn what_cannot_be_asked_is_named() {
        let form = |name: &str, value: &str| Fields::from(vec![(name.into(), value.into())]);
        for (name, value) in
            [("level", "high"), ("state", "hot"), ("room", "x"), ("seen_before", "May")]
        {
            assert!(read(&form(name, value), &[]).is_err(), "{name}={value}");
        }
        assert!(read(&form("level", ""), &[]).unwrap().is_empty());
    }
}
