//! Notes that a newcomer typed, and whom and what each is about.

use super::Known;
use crate::capture::{Part, Said, Understood, understand};
use crate::id::{PersonId, RoomId};
use jiff::civil::{Date, date};
use uuid::Uuid;

/// A Monday.
const TODAY: Date = date(2026, 11, 23);

/// What a note tells in a book that knows these people and rooms.
fn read(text: &str) -> Understood {
    let id = |i: usize| Uuid::from_u128(i as u128 + 1);
    let names = ["Tom Ellis", "Raj Patel", "Ann Lee", "Olu Ade", "Bo Hart", "Kim Vale"];
    let rooms = ["Chamber Lunch", "Harbour Breakfast", "Docklands Breakfast"];
    let people = names.iter().enumerate().map(|(i, n)| (PersonId(id(i)), (*n).to_owned()));
    let rooms = rooms.iter().enumerate().map(|(i, n)| (RoomId(id(100 + i)), (*n).to_owned()));
    let (people, rooms): (Vec<_>, Vec<_>) = (people.collect(), rooms.collect());
    understand(text, &Said { today: TODAY, people: &people, rooms: &rooms, at: None })
}

fn says(notes: &[(&str, &str)]) {
    for (text, meant) in notes {
        assert_eq!(Known::in_words(&read(text)), *meant, "{text}");
    }
}

#[test]
fn what_stands_in_brackets_speaks_of_the_name_before_them() {
    says(&[
        (
            "Chamber lunch on 20 November: Hannah Cole (baker, wants a bookkeeper) and Raj Patel (insolvency lawyer). £18, 2 hours.",
            "meeting Chamber Lunch 2026-11-20 120m cost £18 Hannah Cole*, Raj Patel | trade Hannah Cole*: baker \
             | trade Raj Patel: insolvency lawyer | need Hannah Cole*: a bookkeeper",
        ),
        (
            "Met Di Hall (florist) and Ed King (needs flowers weekly) at the Chamber Lunch",
            "meeting Chamber Lunch 2026-11-23 Di Hall*, Ed King* | trade Di Hall*: florist | need Ed King*: flowers weekly",
        ),
        (
            "Met Tom Ellis, Gus Hart (baker) and Zoe Upton at the Chamber Lunch",
            "meeting Chamber Lunch 2026-11-23 Tom Ellis, Gus Hart*, Zoe Upton* | trade Gus Hart*: baker",
        ),
        (
            "Sol Quinn (surveyor) would like to meet architects",
            "trade Sol Quinn*: surveyor | need Sol Quinn*: architects",
        ),
        ("Tom Ellis (no longer at Acme) needs a job", "need Tom Ellis: a job"),
        (
            "Tom Ellis needs a van (long wheelbase) soon",
            "need Tom Ellis: a van (long wheelbase) soon",
        ),
        (
            "Met Ed King (promised him the price list) at the Chamber Lunch",
            "meeting Chamber Lunch 2026-11-23 Ed King* | mine Ed King*: the price list",
        ),
    ]);
}

#[test]
fn a_need_is_of_whoever_it_is_said_of_and_ends_where_something_else_begins() {
    says(&[
        (
            "Met Anil Rao, a roofer, and Bea Long, who needs a roofer, at the Chamber Lunch on 20 November",
            "meeting Chamber Lunch 2026-11-20 Anil Rao*, Bea Long* | trade Anil Rao*: roofer | need Bea Long*: a roofer",
        ),
        (
            "Bo Hart and Cal West are looking for an accountant",
            "need Bo Hart: an accountant | need Cal West*: an accountant",
        ),
        (
            "Wes Todd and Zoe Upton both need a cleaner",
            "need Wes Todd*: a cleaner | need Zoe Upton*: a cleaner",
        ),
        (
            "Mark looks for a printer. Fay wants a van, Gus sells vans",
            "need Mark*: a printer | need Fay*: a van",
        ),
        (
            "Met Ann Lee and Bo Hart, both need a printer",
            "social 2026-11-23 Ann Lee, Bo Hart | need Ann Lee: a printer | need Bo Hart: a printer",
        ),
        (
            "Met Ann Lee (baker) and Bo Hart, who need a printer",
            "social 2026-11-23 Ann Lee, Bo Hart | trade Ann Lee: baker | need Ann Lee: a printer | need Bo Hart: a printer",
        ),
        (
            "Met Ann Lee and Bo Hart, who needs a printer",
            "social 2026-11-23 Ann Lee, Bo Hart | need Bo Hart: a printer",
        ),
        (
            "Tom Ellis, Ann Lee and Bo Hart all want a stand",
            "need Tom Ellis: a stand | need Ann Lee: a stand | need Bo Hart: a stand",
        ),
        ("Ann Lee needs a printer, Tom Ellis knows one", "need Ann Lee: a printer"),
        (
            "Ann Lee needs flowers, Dutch tulips mostly",
            "need Ann Lee: flowers, Dutch tulips mostly",
        ),
        (
            "Coffee with Ann Lee, she needs a web designer, offers bookkeeping",
            "one_to_one 2026-11-23 Ann Lee | need Ann Lee: a web designer | offer Ann Lee: bookkeeping",
        ),
        ("Ann Lee needs a van, a driver and a shed", "need Ann Lee: a van, a driver and a shed"),
        (
            "Met Ann Lee. She needs a fencer too",
            "social 2026-11-23 Ann Lee | need Ann Lee: a fencer",
        ),
        (
            "Una Marshall referred me to Essex Foods, they want a quote",
            "referral received Una Marshall*: Essex Foods",
        ),
    ]);
}

#[test]
fn what_nobody_needs_is_no_need() {
    says(&[
        ("Pia Lund, printer. Needs nothing right now", "trade Pia Lund*: printer"),
        ("Kim Vale is looking for nothing at the moment", "text"),
        ("Kim Vale isn't looking for anything", "text"),
        ("Kim Vale is not looking for anybody", "text"),
        ("Kim Vale needs no one now", "text"),
        ("Kim Vale no longer needs a van", "text"),
        (
            "Kim Vale needs nothing but a good accountant",
            "need Kim Vale: nothing but a good accountant",
        ),
    ]);
}

#[test]
fn the_energy_is_of_the_meeting_that_stands_with_it_and_is_nobody() {
    says(&[
        ("Energy was 2 at the chamber lunch", "energy Chamber Lunch 2"),
        ("Energy after the Harbour Breakfast was 3", "energy Harbour Breakfast 3"),
        (
            "My energy at the Harbour Breakfast on 5 November was 2",
            "meeting Harbour Breakfast 2026-11-05 energy 2",
        ),
        (
            "Energy at the Harbour Breakfast on 5 November: 4",
            "meeting Harbour Breakfast 2026-11-05 energy 4",
        ),
        (
            "My energy at the chamber lunch on 20 November was 2",
            "meeting Chamber Lunch 2026-11-20 energy 2",
        ),
        ("Energy was good today", "text"),
        ("Energy at the Harbour Breakfast was high", "text"),
    ]);
    for text in ["Energy was 2 at the chamber lunch", "Energy was good today"] {
        assert!(read(text).people.is_empty(), "{text}");
    }
}

#[test]
fn jan_is_somebody_where_a_name_is_asked_for_and_a_surname_follows() {
    says(&[
        (
            "Met Olu Ade and Jan Berg at the Docklands Breakfast on 5 November",
            "meeting Docklands Breakfast 2026-11-05 Olu Ade, Jan Berg*",
        ),
        (
            "Talked to Jan Berg at the Docklands Breakfast on 5 November",
            "meeting Docklands Breakfast 2026-11-05 Jan Berg*",
        ),
        ("Met Jan Berg yesterday", "social 2026-11-22 Jan Berg*"),
        ("Coffee with Jan Berg 5 Jan", "one_to_one 2027-01-05 Jan Berg*"),
    ]);
    assert!(read("Chamber lunch Jan 2 h").people.is_empty());
}

#[test]
fn work_that_was_won_or_passed_on_keeps_the_whole_name_of_the_firm() {
    says(&[
        ("Brick & Co signed today, £2400", "business Brick & Co, £2400 through ?"),
        (
            "Smith & Sons signed today, £1,200, came from Ann Lee",
            "business Smith & Sons, £1200 through Ann Lee",
        ),
        ("Smith and Sons signed today, £300", "business Smith and Sons, £300 through ?"),
        (
            "Raj passed me a lead: Hill & Dale, worth about £500",
            "referral received Raj Patel: Hill & Dale, £500",
        ),
        (
            "Raj passed me a lead: Brick & Co need year-end accounts, worth about 2400",
            "referral received Raj Patel: Brick & Co, 2400",
        ),
        (
            "Raj passed me a lead: Brick & Co needs year-end accounts",
            "referral received Raj Patel: Brick & Co",
        ),
        ("Ann Lee sent me a client, Borough Ltd", "referral received Ann Lee: Borough Ltd"),
        (
            "Ann Lee passed me work: Kent Foods, worth £700",
            "referral received Ann Lee: Kent Foods, £700",
        ),
        (
            "Ann Lee gave me a lead: Tall & Co, they want a website",
            "referral received Ann Lee: Tall & Co",
        ),
        ("Ann Lee sent me an enquiry from Kent Foods", "referral received Ann Lee: Kent Foods"),
        (
            "Ann Lee sent me a job advert for a bookkeeper",
            "help received Ann Lee resource: a job advert for a bookkeeper",
        ),
    ]);
}

#[test]
fn a_follow_up_that_has_been_is_no_wish() {
    says(&[
        ("follow-up with Tom Ellis 15 min by email yesterday", "email 2026-11-22 15m Tom Ellis"),
        ("follow-up call with Tom Ellis 15 min", "call 2026-11-23 15m Tom Ellis"),
        ("follow-up with Tom Ellis 15 min tomorrow", "follow up Tom Ellis 2026-11-24"),
        ("follow up with Tom Ellis on Friday", "follow up Tom Ellis 2026-11-27"),
        ("I need to follow up with Tom Ellis after yesterday", "follow up Tom Ellis"),
        ("Follow-up call with Tom Ellis about yesterday", "follow up Tom Ellis"),
        ("Follow up with Tom Ellis about the 2 hour workshop", "follow up Tom Ellis"),
        ("spent 2 hours on follow-up emails yesterday", "text"),
        (
            "Coffee with Tom Ellis 45 min, follow up in 2 weeks",
            "one_to_one 2026-11-23 45m Tom Ellis | follow up Tom Ellis 2026-12-07",
        ),
    ]);
}

#[test]
fn the_day_that_the_minute_is_for_is_the_meetings() {
    for (text, meant) in [
        ("Prepared my minute for Thursday, 20 min", Some(date(2026, 11, 26))),
        ("Prepared my minute for the Chamber Lunch, 20 min", None),
        ("Prepared my minute yesterday, 20 min", None),
    ] {
        let of = read(text);
        let days = of.parts.iter().filter_map(|part| match part {
            Part::Preparation { meets_on, minutes: 20, .. } => Some(*meets_on),
            _ => None,
        });
        assert_eq!(days.collect::<Vec<_>>(), [meant], "{text}: {of:?}");
    }
}

#[test]
fn how_long_help_took_and_when_is_none_of_what_it_was_about() {
    let meant = "one_to_one 2026-11-20 30m Tom Ellis | help given Tom Ellis support: his CV";
    says(&[
        ("helped Tom Ellis with his CV for 30 minutes on Friday", meant),
        ("helped Tom Ellis with his CV, 30 minutes, on Friday", meant),
        (
            "Tom Ellis helped me with my pitch for half an hour yesterday",
            "one_to_one 2026-11-22 30m Tom Ellis | help received Tom Ellis support: my pitch",
        ),
        (
            "Helped Tom Ellis prepare for the pitch on Thursday",
            "help given Tom Ellis support: prepare for the pitch on Thursday",
        ),
        (
            "lent Tom Ellis my van for 2 hours on Friday",
            "help given Tom Ellis resource: my van for 2 hours on Friday",
        ),
        (
            "Olu gave me a testimonial: 'rings back the same day'",
            "help received Olu Ade testimonial: rings back the same day",
        ),
    ]);
}

#[test]
fn what_a_known_name_is_or_works_as_is_their_trade() {
    says(&[
        ("Ann Lee is a bookkeeper", "trade Ann Lee: bookkeeper"),
        ("Ann Lee works as a bookkeeper", "trade Ann Lee: bookkeeper"),
        ("Lena Fox works as a bookkeeper", "trade Lena Fox*: bookkeeper"),
        ("Ann Lee is a good friend", "text"),
    ]);
}
