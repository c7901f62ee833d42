//! A file's octets into what it says. What kind of file it is follows from its content.

use crate::refusal::Reason;
use crate::table::Table;
use crate::{address_book, archive, charset, icalendar, json, sheet, vcard, workbook};
use kithwork_core::handover::{Also, Record, Refusal, Said};
use kithwork_core::source::Source;

/// The largest file that is read, octets. Larger ones are refused, so that memory stays bounded.
pub const LARGEST: usize = 256 * 1024 * 1024;

/// The most records that one file may hold: a life of a hundred entries a day has fewer. A file of
/// more is refused, since a record takes much more room in memory than its two octets in a file.
pub const MOST_RECORDS: u64 = 1_000_000;

/// A file as it was given.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// Its name, as shown to the user. Only its stem is looked at, and only to tell sheets apart
    /// whose headers do not.
    pub path: &'a str,
    /// What it holds.
    pub octets: &'a [u8],
}

/// What a file leaves to its owner's place in the world.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Country of telephone numbers without a prefix, ISO 3166 two letters.
    pub region: &'a str,
    /// IANA time zone of the book, for times given in UTC.
    pub zone: &'a str,
}

/// What was read of one file, sheet or member of an archive. `read` is records and refusals
/// together: nothing is dropped in silence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The file's name; of a part, `book.xlsx/people` or `all.zip/people.csv`.
    pub path: String,
    /// `sheet:people`, `workbook`, `vcard`, `icalendar`, `linkedin`, `google`, `outlook`,
    /// `thunderbird`, `monica`, `kithwork`, `zip` or `unknown`.
    pub kind: String,
    /// How many records it holds.
    pub read: u64,
    /// What they say.
    pub records: Vec<Record>,
    /// Those that could not be read.
    pub refused: Vec<Refusal>,
    /// Columns (of a workbook or an archive: parts) that nothing was read from, as they are spelt.
    pub ignored_columns: Vec<String>,
    /// The file as a whole was refused; one refusal says why.
    pub whole_refused: bool,
    /// What our own export holds besides records.
    pub also: Option<Box<Also>>,
}

impl Reading {
    pub(crate) fn new(path: &str, kind: &str) -> Self {
        Self { path: path.to_owned(), kind: kind.to_owned(), ..Self::default() }
    }

    /// A file that as a whole could not be read.
    pub(crate) fn refused_whole(path: &str, kind: &str, reason: Reason) -> Self {
        let mut reading = Self::new(path, kind);
        reading.refused.push(reason.refusal(None, None));
        reading.whole_refused = true;
        reading
    }

    /// Adds a record.
    pub(crate) fn take(&mut self, source: Source, key: String, line: Option<u64>, said: Said) {
        if let Some(number) = self.next() {
            self.records.push(Record { source, key, line, number, said });
        }
    }

    /// Adds a record that could not be read.
    pub(crate) fn refuse(&mut self, reason: Reason, line: Option<u64>) {
        if let Some(number) = self.next() {
            self.refused.push(reason.refusal(line, Some(number)));
        }
    }

    /// Adds a record that could not be read, with what to do about this very one.
    pub(crate) fn refuse_with(&mut self, reason: Reason, line: Option<u64>, hint: Option<String>) {
        self.refuse(reason, line);
        if let (Some(hint), Some(last)) = (hint, self.refused.last_mut()) {
            last.hint = hint;
        }
    }

    /// Adds a record as it was exported, with its own number.
    pub(crate) fn take_again(&mut self, record: Record) {
        if self.next().is_some() {
            self.records.push(record);
        }
    }

    /// The next record's number; none in a file that holds too many and is refused for it.
    fn next(&mut self) -> Option<u64> {
        if self.read >= MOST_RECORDS {
            *self = Self::refused_whole(&self.path, &self.kind, Reason::TooManyRecords);
        }
        if self.whole_refused {
            return None;
        }
        self.read += 1;
        Some(self.read)
    }
}

/// Reads a file: one reading, or one for each part of a workbook or an archive.
pub fn read(given: &Given<'_>, context: &Context<'_>) -> Vec<Reading> {
    read_within(given, context, &mut archive::Budget::default())
}

/// Reads a file, or a member of an archive within what may still be unpacked.
pub(crate) fn read_within(
    given: &Given<'_>,
    context: &Context<'_>,
    budget: &mut archive::Budget,
) -> Vec<Reading> {
    let Given { path, octets } = *given;
    if octets.len() > LARGEST {
        return vec![Reading::refused_whole(path, "unknown", Reason::TooLarge)];
    }
    if octets.starts_with(b"PK\x03\x04") || octets.starts_with(b"PK\x05\x06") {
        if archive::is_workbook(octets) {
            return workbook::read(given, context);
        }
        return archive::read(given, context, budget);
    }
    if octets.starts_with(b"\xD0\xCF\x11\xE0") {
        return vec![Reading::refused_whole(path, "workbook", Reason::OldWorkbook)];
    }
    vec![read_text(path, octets, context)]
}

fn read_text(path: &str, octets: &[u8], context: &Context<'_>) -> Reading {
    let octets = charset::without_utf16(octets);
    if octets.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Reading::refused_whole(path, "unknown", Reason::Empty);
    }
    match kind(&octets) {
        Kind::Cards => filled(path, "vcard", |reading| vcard::read(&octets, context, reading)),
        Kind::Calendar => {
            filled(path, "icalendar", |reading| icalendar::read(&octets, context, reading))
        }
        Kind::Json => json::read(path, &octets, context),
        Kind::Table => read_table(path, &charset::text(&octets), context),
    }
}

fn filled(path: &str, kind: &str, fill: impl FnOnce(&mut Reading)) -> Reading {
    let mut reading = Reading::new(path, kind);
    fill(&mut reading);
    reading
}

fn read_table(path: &str, text: &str, context: &Context<'_>) -> Reading {
    let (mut unclear, mut missing) = (false, None);
    for table in Table::candidates(text) {
        if let Some(export) = address_book::recognise(&table.header) {
            return export.read(path, &table, context);
        }
        match sheet::recognise(&table.header, stem(path)) {
            Ok(Some(sheet)) => return sheet::read(path, sheet, &table, context),
            Ok(None) => missing = missing.or_else(|| sheet::missing(&table.header, stem(path))),
            Err(_several) => unclear = true,
        }
    }
    let reason = if unclear { Reason::SheetUnclear } else { Reason::NotRecognised };
    let mut reading = Reading::refused_whole(path, "unknown", reason);
    if let (Some(hint), Some(refused), false) = (missing, reading.refused.last_mut(), unclear) {
        refused.hint = hint;
    }
    reading
}

/// A file's name without its folders and its last extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

enum Kind {
    Cards,
    Calendar,
    Json,
    Table,
}

/// How many lines may stand before the first `BEGIN`: mail headers, an editor's comment.
const PREFACE: usize = 100;

fn kind(octets: &[u8]) -> Kind {
    let begins = crate::content::lines(octets).take(PREFACE).find_map(|line| {
        let text = octets.get(line.span)?.trim_ascii();
        let name = text.get(6..).filter(|_| starts_with(text, b"BEGIN:"))?.trim_ascii();
        if name.eq_ignore_ascii_case(b"VCARD") {
            return Some(Kind::Cards);
        }
        is_component(name).then_some(Kind::Calendar)
    });
    begins.unwrap_or_else(|| match octets.trim_ascii_start().first() {
        Some(b'{' | b'[') => Kind::Json,
        _ => Kind::Table,
    })
}

fn starts_with(text: &[u8], start: &[u8]) -> bool {
    text.get(..start.len()).is_some_and(|text| text.eq_ignore_ascii_case(start))
}

/// Components that RFC 5545, RFC 7953 and RFC 9073 name, and experimental ones.
fn is_component(name: &[u8]) -> bool {
    const NAMES: [&str; 15] = [
        "VCALENDAR",
        "VEVENT",
        "VTODO",
        "VJOURNAL",
        "VFREEBUSY",
        "VTIMEZONE",
        "VALARM",
        "STANDARD",
        "DAYLIGHT",
        "VAVAILABILITY",
        "AVAILABLE",
        "PARTICIPANT",
        "VLOCATION",
        "VRESOURCE",
        "VPOLL",
    ];
    starts_with(name, b"X-")
        || NAMES.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}
