//! The pages as a browser gets them: what they say, whether everyone can read them, what they never
//! let through.

mod a11y;
mod asks;
mod begin;
mod board;
mod calendars;
mod capture;
mod conditions;
mod contrast;
mod deletes;
mod empty_book;
mod evening;
mod first_hour;
mod fixture;
mod forms;
mod giving;
mod group;
mod hostile;
mod http;
mod kept_words;
mod live;
mod locale;
mod mind;
mod more;
mod needs;
mod observed;
mod offers;
mod paging;
mod parity;
mod people;
mod person;
mod phone;
mod pitch;
mod prepare;
mod programs;
mod review;
mod says;
mod schema;
mod seen;
mod someone_new;
mod store;
mod talks_of_a_day;
mod to_come;
mod trash;
mod undo;
mod week;

use crate::frame::Place;
use crate::pages::business::Business;
use crate::pages::calendars::Calendars;
use crate::pages::edit::Edit;
use crate::pages::empty::Empty;
use crate::pages::entries::Entries;
use crate::pages::fault::FaultPage;
use crate::pages::group_edit::GroupEdit;
use crate::pages::groups::Groups;
use crate::pages::hour::{Bring, Clients, First, Success};
use crate::pages::import::Import;
use crate::pages::more::More;
use crate::pages::offline::Offline;
use crate::pages::phone::{Pair, SignIn, Trust};
use crate::pages::prepare::Prepare;
use crate::pages::privacy::Privacy;
use crate::pages::review::ReviewPage;
use crate::pages::settings::SettingsPage;
use crate::pages::this_week::ThisWeek;
use askama::Template;
use kithwork_core::facts::Settings;
use kithwork_core::id::BookId;

fn settings() -> Settings {
    Settings::new(BookId(uuid::Uuid::nil()))
}

fn prepare() -> Prepare {
    let sheet = kithwork_app::prepare::Sheet {
        name: "Priya Shah".to_owned(),
        looking_for: vec!["a bookkeeper".to_owned()],
        last_time: vec![kithwork_app::prepare::Said {
            of: "Notes",
            words: "Opens a second shop.".to_owned(),
        }],
        bring: vec!["Ask Priya what she looks for.".to_owned()],
        ..Default::default()
    };
    Prepare::of(fixture::person(4), &sheet, fixture::TODAY)
}

/// Every page of a full, a young and an empty book, with its name.
fn pages() -> Vec<(&'static str, String)> {
    let (full, young) = (fixture::sight(), fixture::young());
    vec![
        ("this week", ThisWeek::of(&full).render().unwrap()),
        ("review", ReviewPage::of(&full).render().unwrap()),
        ("this week, young", ThisWeek::of(&young).render().unwrap()),
        ("review, young", ReviewPage::of(&young).render().unwrap()),
        ("groups", Groups::of(&full).render().unwrap()),
        ("group", fixture::group().render().unwrap()),
        ("group, put right", GroupEdit::of(&fixture::room_of_the_book()).render().unwrap()),
        ("meetings", fixture::meetings().render().unwrap()),
        ("before a meeting", fixture::evening(9).render().unwrap()),
        ("at a meeting", fixture::evening(19).render().unwrap()),
        ("entries", Entries::of(&full, "time", 0).unwrap().render().unwrap()),
        ("people", fixture::people_page(&fixture::found()).render().unwrap()),
        ("nobody", fixture::people_page(&[]).render().unwrap()),
        ("person", fixture::person_page().render().unwrap()),
        ("no people", Empty::at(Place::People).render().unwrap()),
        ("no groups", Empty::at(Place::Groups).render().unwrap()),
        ("no review", Empty::at(Place::Review).render().unwrap()),
        ("empty", Bring::at(Place::ThisWeek, false).render().unwrap()),
        ("clients", Clients::of(&full).render().unwrap()),
        ("nobody to write to", First::of(None).render().unwrap()),
        ("success", Success::of(&full).render().unwrap()),
        ("found", fixture::found_page().render().unwrap()),
        ("offline", Offline::new().render().unwrap()),
        ("import", Import::of(None).render().unwrap()),
        ("calendars", Calendars::of(&[], "Europe/London", fixture::TODAY).render().unwrap()),
        ("more", More::of(3).render().unwrap()),
        ("business", Business::of(&full).render().unwrap()),
        ("settings", SettingsPage::of(&settings()).render().unwrap()),
        ("phone", fixture::phone_page().render().unwrap()),
        ("pair", Pair::with("").render().unwrap()),
        ("sign in", SignIn::needed(false).render().unwrap()),
        ("trust", Trust::of(&fixture::door()).render().unwrap()),
        ("pitch", fixture::pitch_page().render().unwrap()),
        ("minute", fixture::minute_page().render().unwrap()),
        ("help", fixture::help_page().render().unwrap()),
        ("card", fixture::card_page().render().unwrap()),
        ("talks", fixture::talks_page().render().unwrap()),
        ("quick", fixture::quick_page().render().unwrap()),
        ("edit", Edit::of(&fixture::found()[0].person).render().unwrap()),
        ("privacy", Privacy::of(&fixture::found()[0].person).render().unwrap()),
        ("prepare", prepare().render().unwrap()),
        ("fault", FaultPage::new("There is nothing here", "Look elsewhere.").render().unwrap()),
    ]
}
