//! Go, find, log, act: one box for all of it (Ctrl or Cmd with K), and the keys.

use crate::frame::{Frame, Place};
use crate::words::Words;
use askama::Template;
use kithwork_app::person::Found;
use kithwork_core::facts::Room;

/// One box for all of it.
#[derive(Debug, Template)]
#[template(path = "go.html")]
pub(crate) struct Go {
    frame: Frame,
    /// What was typed.
    query: String,
    places: Vec<(&'static str, &'static str)>,
    people: Vec<Words>,
    groups: Vec<Words>,
}

crate::visit::framed!(Go);

/// Groups shown at most.
const GROUPS: usize = 7;
/// People shown at most.
pub(crate) const PEOPLE: u32 = 7;

/// Where one can go: the page's name, its address, and other words by which it is meant.
pub(crate) const PLACES: [(&str, &str, &str); 27] = [
    ("This week", "/", "plan tasks todo home agenda"),
    ("People", "/people", "contacts names search"),
    ("Groups and events", "/groups", "rooms meetings clubs chapter"),
    ("Meetings", "/meetings", "events evenings calendar tonight"),
    ("What goes on now", "/meetings/now", "event evening now debrief"),
    ("Help given and received", "/help-given", "introductions needs offers tables thanks"),
    ("Your card", "/card", "share how to help me qr vcard print"),
    ("Talks", "/presentations", "presentation audience speech"),
    ("Review", "/review", "reasons findings figures report"),
    ("What to expect", "/review/outlook", "trends forecast quarters lag how long pipeline"),
    ("What others know of you", "/review/known", "recall said testimonials triggers"),
    ("Close the week", "/friday", "friday leftovers thanks"),
    ("Next week", "/next-week", "ahead monday plan"),
    ("Begin", "/start", "first week onboarding what keeps you"),
    ("What success is for you", "/aims", "aims goals experiments try"),
    ("Your pitch", "/pitch", "minute profile introduce yourself rehearse"),
    ("Your network", "/map", "map drawn rings paths way diversity gaps"),
    ("Business", "/business", "clients money won came from"),
    ("Questions", "/questions", "unclear who is this"),
    ("Read in files", "/import", "import upload csv vcard calendar"),
    ("About you", "/settings", "settings hours rate currency names"),
    ("Set aside", "/set-aside", "contacts drawer"),
    ("The levels", "/levels", "levels ladder names rungs"),
    ("Use on my phone", "/phone", "mobile pair device qr token password sign in"),
    ("What was done", "/changes", "undo history changes"),
    ("Keys", "/keys", "shortcuts keyboard help"),
    ("More", "/more", "everything else"),
];

impl Go {
    /// What fits the words; all pages where nothing was typed.
    pub(crate) fn of(query: &str, found: &[Found], groups: &[Room]) -> Self {
        let people = found.iter().take(PEOPLE as usize);
        let groups = groups.iter().take(GROUPS);
        Self {
            frame: Frame::new("Go to", Place::Nowhere),
            query: query.to_owned(),
            places: PLACES.iter().filter(|place| fits(place, query)).map(|p| (p.0, p.1)).collect(),
            people: people
                .map(|f| Words::default().people([(f.person.id, f.person.name.as_str())]))
                .collect(),
            groups: groups
                .map(|room| Words::default().place(format!("/groups/{}", room.id), &room.name))
                .collect(),
        }
    }
}

/// Whether each word begins a word of the page's name or of what else it is called.
fn fits((name, _, others): &(&str, &str, &str), query: &str) -> bool {
    let all = format!("{name} {others}").to_lowercase();
    let mut typed = query.split_whitespace();
    typed.all(|word| all.split_whitespace().any(|known| known.starts_with(&word.to_lowercase())))
}

/// Which keys do what.
#[derive(Debug, Template)]
#[template(path = "keys.html")]
pub(crate) struct Keys {
    frame: Frame,
}

crate::visit::framed!(Keys);

impl Keys {
    /// The page.
    pub(crate) fn new() -> Self {
        Self { frame: Frame::new("Keys", Place::More) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(query: &str) -> Vec<&'static str> {
        Go::of(query, &[], &[]).places.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_page_is_found_by_the_beginnings_of_what_it_is_called() {
        assert_eq!(places("").len(), PLACES.len());
        assert_eq!(places("IMP"), ["Read in files"]);
        assert_eq!(places("came fr"), ["Business"]);
        assert_eq!(places("gareth"), [""; 0]);
    }
}
