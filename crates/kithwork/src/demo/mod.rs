//! The sample book: its files stand in the program, and its story ends this week.

mod shift;

use jiff::Timestamp;
use jiff::civil::Date;
use kithwork_app::import::Input;
use rust_embed::RustEmbed;
use shift::Shift;

#[derive(RustEmbed)]
#[folder = "../../samples/"]
struct Samples;

/// The sample files, with every date moved so that the story ends in the week of `now`.
pub(crate) fn files(now: Timestamp) -> Vec<Input> {
    let text = |name: &str| {
        Samples::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())
    };
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let anchor: Option<Date> = text("ANCHOR").and_then(|text| text.trim().parse().ok());
    let shift = Shift::between(anchor.unwrap_or(today), today);
    let names = Samples::iter().filter(|name| name != "ANCHOR" && name != "README.md");
    let files = names.filter_map(|name| {
        let moved = shift.all_dates_of(&text(&name)?);
        Some(Input::Bytes { name: name.into_owned(), bytes: moved.into_bytes() })
    });
    files.collect()
}
