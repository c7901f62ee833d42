//! The sample book that `demo` opens: the files of `samples/`, moved to the present.

mod shift;

use jiff::civil::{Date, Weekday};
use shift::{Dates, Shift};

/// A file of `samples/`, with the way in which it writes dates.
macro_rules! file {
    ($name:literal, $dates:ident) => {
        ($name, include_str!(concat!("../../../../samples/", $name)), Dates::$dates)
    };
}

/// What `samples/` holds; `samples/README.md` tells its story.
const FILES: [(&str, &str, Dates); 14] = [
    file!("people.csv", Iso),
    file!("groups.csv", Iso),
    file!("meetings.csv", Iso),
    file!("interactions.csv", Iso),
    file!("help.csv", Iso),
    file!("introductions.csv", Iso),
    file!("referrals.csv", Iso),
    file!("business.csv", Iso),
    file!("channels.csv", Month),
    file!("promises.csv", Iso),
    file!("pitches.csv", Iso),
    file!("contacts.vcf", None),
    file!("calendar.ics", Compact),
    file!("Connections.csv", Linkedin),
];

/// The Monday on which the story stops.
const ANCHOR: &str = include_str!("../../../../samples/ANCHOR");

/// The sample's files, each with its name and its text, moved by whole weeks so that the story stops
/// in the week of `today`: weekdays stay what they are.
pub(crate) fn files(today: Date) -> Vec<(&'static str, String)> {
    let anchor = ANCHOR.trim().parse().unwrap_or(today);
    let shift = Shift::between(monday(anchor), monday(today));
    FILES.iter().map(|(name, text, dates)| (*name, shift.apply(text, *dates))).collect()
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    if day.weekday() == Weekday::Monday {
        return day;
    }
    day.nth_weekday(-1, Weekday::Monday).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::{ANCHOR, files, monday};
    use jiff::civil::{Date, date};

    #[test]
    fn the_story_stops_on_a_monday() {
        let anchor: Date = ANCHOR.trim().parse().unwrap();
        assert_eq!(monday(anchor), anchor);
        assert_eq!(monday(date(2026, 11, 22)), date(2026, 11, 16));
    }

    #[test]
    fn in_the_week_of_the_anchor_the_files_are_as_they_are_kept() {
        for (name, text) in files(date(2026, 11, 19)) {
            let kept = super::FILES.iter().find(|(kept, ..)| *kept == name).unwrap().1;
            assert_eq!(text, kept, "{name}");
        }
    }

    #[test]
    fn a_year_later_every_date_has_moved_and_no_weekday_has_changed() {
        let now = files(date(2026, 11, 16));
        let later = files(date(2027, 11, 15));
        for ((name, before), (_, after)) in now.iter().zip(&later) {
            assert_eq!(before.lines().count(), after.lines().count(), "{name}");
        }
        let meetings = |files: &[(&str, String)]| files.get(2).unwrap().1.clone();
        let first = |text: &str| {
            text.lines().nth(1).unwrap().split(',').next().unwrap().parse::<Date>().unwrap()
        };
        let (before, after) = (first(&meetings(&now)), first(&meetings(&later)));
        assert_eq!(before.weekday(), after.weekday());
        assert_eq!((after - before).get_days(), 52 * 7);
    }
}
