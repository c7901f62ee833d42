//! A generated hand-over: ten years of a networker with so many people, as sheets, an address book
//! and a calendar.

use crate::chance::Chance;
use crate::error::{Error, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The day on which the ten years end.
pub(crate) const TODAY: Date = date(2026, 11, 16);

/// Days of history.
const DAYS: usize = 3652;

/// Conversations for each person, over the ten years.
const CONVERSATIONS: usize = 12;

const FIRST: [&str; 40] = [
    "Ada", "Amir", "Anna", "Beth", "Bilal", "Carys", "Chen", "Clare", "Dan", "Dilys", "Ed", "Efua",
    "Ellen", "Finn", "Fatima", "George", "Grace", "Hugh", "Ines", "Ivor", "Jack", "Jaya", "Karim",
    "Kate", "Leo", "Lucy", "Mary", "Musa", "Nia", "Oscar", "Polly", "Ravi", "Rose", "Sean", "Tess",
    "Uma", "Victor", "Wanda", "Yasmin", "Zac",
];
const LAST: [&str; 50] = [
    "Abbott", "Archer", "Bailey", "Barnes", "Begum", "Bright", "Carter", "Chen", "Clarke",
    "Daniels", "Davies", "Dixon", "Evans", "Fisher", "Flynn", "Gibson", "Grant", "Hall", "Hassan",
    "Hughes", "Irwin", "James", "Jones", "Kaur", "Kelly", "Khan", "Lewis", "Lloyd", "Mason",
    "Miller", "Nolan", "Novak", "Osborne", "Owens", "Parry", "Patel", "Quinn", "Reid", "Rowe",
    "Shah", "Singh", "Stone", "Taylor", "Turner", "Usman", "Vaughan", "Walsh", "Webb", "Young",
    "Zhang",
];
const ROOMS: [(&str, &str, usize); 3] = [
    ("Monday Table", "weekly", 7),
    ("Noon Club", "fortnightly", 14),
    ("Quarter Forum", "monthly", 28),
];
const SECTORS: [&str; 6] = ["legal", "finance", "construction", "design", "health", "food"];
const KINDS: [&str; 6] = ["one_to_one", "call", "video", "email", "message", "small_group"];

/// The full name of a person; every number has its own.
pub(crate) fn name(number: usize) -> String {
    let first = FIRST.get(number % 40).copied().unwrap_or_default();
    let last = LAST.get(number / 40 % 50).copied().unwrap_or_default();
    match number / 2000 {
        0 => format!("{first} {last}"),
        round => format!("{first} {} {last}", middle(round)),
    }
}

/// A middle name for each round through the names.
fn middle(round: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    format!("{}{}", letter(round / 26).to_ascii_uppercase(), letter(round))
}

fn mail(number: usize) -> String {
    format!("p{number}@firm{}.example", number / 3)
}

/// A day of the ten years.
fn day(back: usize) -> Date {
    let days = i64::try_from(back).unwrap_or(0);
    TODAY.checked_sub(days.days()).unwrap_or(TODAY)
}

/// Writes the sheets of a book with so many people.
pub(crate) fn sheets(folder: &Path, people: usize) -> Result<()> {
    let mut chance = Chance::new(u64::try_from(people).unwrap_or(0));
    write(folder, "people.csv", &people_sheet(&mut chance, people))?;
    write(folder, "groups.csv", &groups_sheet())?;
    write(folder, "meetings.csv", &meetings_sheet(&mut chance, people))?;
    write(folder, "interactions.csv", &interactions_sheet(&mut chance, people))?;
    write(folder, "help.csv", &help_sheet(&mut chance, people))?;
    write(folder, "referrals.csv", &referrals_sheet(&mut chance, people))?;
    write(folder, "business.csv", &business_sheet(&mut chance, people))?;
    write(folder, "promises.csv", &promises_sheet(&mut chance, people))
}

fn people_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text = String::from(
        "name,email,organisation,sector,met_on,met_at,looking_for,knows_what_i_do,trust,rated_on\n",
    );
    for number in 0..people {
        let met = day(DAYS - chance.below(DAYS));
        let room = chance.one_of(&ROOMS).map_or("", |room| room.0);
        let sector = chance.one_of(&SECTORS).copied().unwrap_or_default();
        let rating = if chance.below(3) == 0 {
            format!("{},{},{met}", chance.below(5), chance.below(5))
        } else {
            ",,".to_owned()
        };
        let _infallible = writeln!(
            text,
            "{},{},Firm {},{sector},{met},{room},clients in {sector},{rating}",
            name(number),
            mail(number),
            number / 3
        );
    }
    text
}

fn groups_sheet() -> String {
    let mut text =
        String::from("name,kind,cadence,meeting_minutes,travel_minutes,annual_fee,currency\n");
    for (room, cadence, _) in ROOMS {
        let _infallible = writeln!(text, "{room},breakfast,{cadence},90,30,600,GBP");
    }
    text
}

fn meetings_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text = String::from("date,group,minutes,travel_minutes,cost,currency,talked_to\n");
    for (room, _, every) in ROOMS {
        for back in (1..DAYS).step_by(every) {
            let talked: Vec<String> = (0..4).map(|_| name(chance.skewed(people))).collect();
            let _infallible =
                writeln!(text, "{},{room},90,30,12,GBP,{}", day(back), talked.join("; "));
        }
    }
    text
}

fn interactions_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text =
        String::from("date,kind,people,minutes,travel_minutes,objective,objective_met,notes\n");
    for _ in 0..people * CONVERSATIONS {
        let kind = chance.one_of(&KINDS).copied().unwrap_or("call");
        let minutes = 10 + 5 * chance.below(12);
        let objective = if chance.below(2) == 0 { "learn whom they serve,yes" } else { "," };
        let _infallible = writeln!(
            text,
            "{},{kind},{},{minutes},10,{objective},talked about their spring",
            day(1 + chance.below(DAYS)),
            name(chance.skewed(people)),
        );
    }
    text
}

fn help_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text = String::from("date,direction,person,kind,about\n");
    for number in 0..people {
        let direction = if chance.below(3) == 0 { "received" } else { "given" };
        let _infallible = writeln!(
            text,
            "{},{direction},{},advice,matter {number}",
            day(1 + chance.below(DAYS)),
            name(chance.skewed(people))
        );
    }
    text
}

fn referrals_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text =
        String::from("date,direction,from,to,prospect,status,value,currency,closed_on\n");
    for number in 0..people / 10 {
        let back = 200 + chance.below(DAYS - 200);
        let _infallible = writeln!(
            text,
            "{},received,{},me,Prospect {number},won,{},GBP,{}",
            day(back),
            name(chance.skewed(people)),
            400 + chance.below(3000),
            day(back - 90)
        );
    }
    text
}

fn business_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text = String::from("won_on,client,source_kind,source,value,currency\n");
    for number in 0..people / 10 {
        let back = 1 + chance.below(DAYS - 200);
        let _infallible = writeln!(
            text,
            "{},Prospect {number},referral,{},{},GBP",
            day(back),
            name(chance.skewed(people)),
            400 + chance.below(3000)
        );
    }
    text
}

fn promises_sheet(chance: &mut Chance, people: usize) -> String {
    let mut text = String::from("made_on,person,direction,what,due_on,done_on\n");
    for number in 0..people / 4 {
        let back = 30 + chance.below(DAYS - 30);
        let done = if chance.below(5) == 0 { String::new() } else { day(back - 7).to_string() };
        let _infallible = writeln!(
            text,
            "{},{},mine,thing {number},{},{done}",
            day(back),
            name(chance.skewed(people)),
            day(back - 14)
        );
    }
    text
}

/// Writes an address book of so many cards, one in twenty of them a second card of somebody.
pub(crate) fn cards(folder: &Path, people: usize) -> Result<()> {
    let mut text = String::new();
    for card in 0..people {
        let number = if card % 20 == 19 { card - 7 } else { card };
        let full = name(number);
        let (given, family) = full.rsplit_once(' ').unwrap_or((&full, ""));
        let _infallible = write!(
            text,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{card}\r\nFN:{given} {family}\r\nN:{family};{given};;;\r\n\
             ORG:Firm {}\r\nTITLE:Owner\r\nEMAIL;TYPE=work:{}\r\nTEL;TYPE=cell:+44 7{:09}\r\nNOTE:Met at the summer fair\r\nEND:VCARD\r\n",
            number / 3,
            mail(number),
            number,
        );
    }
    write(folder, "contacts.vcf", &text)
}

/// Writes a calendar of so many single entries.
pub(crate) fn calendar(folder: &Path, entries: usize) -> Result<()> {
    let mut chance = Chance::new(7);
    let mut text =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kithwork//Benchmark//EN\r\n");
    for entry in 0..entries {
        let on = day(1 + chance.below(DAYS)).strftime("%Y%m%d").to_string();
        let _infallible = write!(
            text,
            "BEGIN:VEVENT\r\nUID:entry-{entry}\r\nDTSTAMP:20261116T070000Z\r\nDTSTART:{on}T100000\r\nDTEND:{on}T110000\r\n\
             SUMMARY:Coffee with {}\r\nATTENDEE;CN={}:mailto:{}\r\nEND:VEVENT\r\n",
            name(entry),
            name(entry),
            mail(entry),
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    write(folder, "calendar.ics", &text)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|source| Error::File { path, source })
}
