//! Content lines and components of vCard and iCalendar, found octet by octet (RFC 5545 §3.1,
//! RFC 6350 §3.2). The libraries read what is inside; where things begin and end we say ourselves,
//! so that what is stored is exactly what was received.

use crate::read::MOST_RECORDS;
use std::ops::Range;

/// A physical line.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: u64,
    /// Its octets without the line break.
    pub(crate) span: Range<usize>,
    /// Where the next line starts.
    pub(crate) next: usize,
}

/// The physical lines. A line ends in LF or CR LF; in files of old Macintoshes, in CR.
pub(crate) fn lines(octets: &[u8]) -> impl Iterator<Item = Line> + '_ {
    let end = if octets.contains(&b'\n') { b'\n' } else { b'\r' };
    let mut at = 0;
    let mut number = 0;
    std::iter::from_fn(move || {
        let rest = octets.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|&b| b == end);
        let next = at + length.map_or(rest.len(), |length| length + 1);
        let mut stop = at + length.unwrap_or(rest.len());
        if stop > at && octets.get(stop - 1) == Some(&b'\r') {
            stop -= 1;
        }
        number += 1;
        let line = Line { number, span: at..stop, next };
        at = next;
        Some(line)
    })
}

/// A vCard, or a component of a calendar, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// `VCARD`, `VEVENT`… in capitals.
    pub(crate) name: String,
    /// The line of its `BEGIN`.
    pub(crate) line: u64,
    /// From `BEGIN` to `END`, without the last line break.
    pub(crate) span: Range<usize>,
    /// The cards inside it (vCard 2.1 §2.4.2, `AGENT`).
    pub(crate) inner: Vec<Range<usize>>,
    /// Whether its `END` was found.
    pub(crate) finished: bool,
}

/// How deep components are followed. RFC 5545 needs three; what lies deeper is only counted.
const DEEPEST: usize = 32;

/// Components that never stand inside one of their kind: where one begins, the other was cut off.
const OUTER: [&str; 7] =
    ["VCARD", "VCALENDAR", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"];

/// The cards and components of a file, those inside a `VCALENDAR` each by itself. A `VCALENDAR`
/// that is cut off is a part of its own, unfinished.
pub(crate) fn parts(octets: &[u8]) -> Vec<Part> {
    let mut splitter = Splitter::default();
    for line in lines(octets) {
        let text = octets.get(line.span.clone()).unwrap_or_default();
        splitter.take(&line, text);
    }
    splitter.finish(octets.len())
}

#[derive(Default)]
struct Splitter {
    open: Vec<Part>,
    deeper: usize,
    agent: bool,
    done: Vec<Part>,
}

impl Splitter {
    fn take(&mut self, line: &Line, text: &[u8]) {
        // One part too many is enough to refuse the file.
        let is_full = self.done.len() as u64 > MOST_RECORDS;
        if is_full || text.first().is_some_and(u8::is_ascii_whitespace) {
            return;
        }
        if let Some(name) = value_of(text, b"BEGIN:") {
            self.begin(name, line);
        } else if let Some(name) = value_of(text, b"END:") {
            self.end(&name, line.span.end);
        } else if !text.is_empty() {
            self.agent = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"AGENT"));
        }
    }

    fn begin(&mut self, name: String, line: &Line) {
        let nested = name == "VCARD" && std::mem::take(&mut self.agent);
        if !nested && OUTER.contains(&name.as_str()) {
            self.cut_off(&name, line.span.start);
        }
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        self.open.push(Part {
            name,
            line: line.number,
            span: line.span.start..line.span.end,
            inner: Vec::new(),
            finished: false,
        });
    }

    /// Closes what can't hold a component of that name.
    fn cut_off(&mut self, name: &str, at: usize) {
        self.deeper = 0;
        while self.open.last().is_some_and(|p| name == "VCALENDAR" || p.name != "VCALENDAR") {
            self.close(at);
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(depth) = self.open.iter().rposition(|part| part.name == name) else { return };
        while self.open.len() > depth + 1 {
            self.close(at);
        }
        if let Some(part) = self.open.last_mut() {
            part.finished = true;
        }
        self.close(at);
    }

    /// Takes the innermost open part off. Inner components are part of the outer one's octets.
    fn close(&mut self, at: usize) {
        let Some(mut part) = self.open.pop() else { return };
        part.span.end = at.max(part.span.end);
        match self.open.iter_mut().rfind(|outer| outer.name != "VCALENDAR") {
            Some(outer) if part.name == "VCARD" => outer.inner.push(part.span),
            Some(_) => {}
            None if part.name == "VCALENDAR" && part.finished => {}
            None => self.done.push(part),
        }
    }

    fn finish(mut self, end: usize) -> Vec<Part> {
        while !self.open.is_empty() {
            self.close(end);
        }
        self.done.sort_by_key(|part| part.span.start);
        self.done
    }
}

/// The name after `BEGIN:` or `END:`, in capitals.
fn value_of(line: &[u8], before: &[u8]) -> Option<String> {
    let (start, value) = line.split_at_checked(before.len())?;
    if !start.eq_ignore_ascii_case(before) {
        return None;
    }
    let value = std::str::from_utf8(value).ok()?.trim();
    (!value.is_empty()).then(|| value.to_ascii_uppercase())
}

/// A logical line: a property with its folds.
#[derive(Clone, Debug)]
pub(crate) struct ContentLine {
    /// Where it stands, up to where the next one starts.
    pub(crate) span: Range<usize>,
    /// Its octets, unfolded.
    pub(crate) text: Vec<u8>,
}

impl ContentLine {
    /// The property's name in capitals, without its group.
    pub(crate) fn name(&self) -> String {
        let name = self.text.split(|b| matches!(b, b':' | b';')).next().unwrap_or_default();
        let name = name.rsplit(|&b| b == b'.').next().unwrap_or_default();
        String::from_utf8_lossy(name).trim().to_ascii_uppercase()
    }

    /// Where name and parameters end and the value starts: the first colon outside quotes.
    pub(crate) fn colon(&self) -> Option<usize> {
        let mut quoted = false;
        self.text.iter().position(|&b| {
            quoted ^= b == b'"';
            b == b':' && !quoted
        })
    }

    /// Name and parameters.
    pub(crate) fn head(&self) -> &[u8] {
        self.colon().and_then(|at| self.text.get(..at)).unwrap_or(&self.text)
    }

    /// The value as written.
    pub(crate) fn value(&self) -> &[u8] {
        self.colon().and_then(|at| self.text.get(at + 1..)).unwrap_or_default()
    }
}

/// The logical lines of a part. A fold is a line that starts with a blank; a quoted-printable
/// value goes on after a line that ends in `=` (vCard 2.1 §2.1.3).
pub(crate) fn content_lines(octets: &[u8]) -> Vec<ContentLine> {
    let mut all: Vec<ContentLine> = Vec::new();
    let mut soft_break = false;
    for line in lines(octets) {
        let text = octets.get(line.span.clone()).unwrap_or_default();
        let folded = text.first().is_some_and(|b| matches!(b, b' ' | b'\t'));
        match all.last_mut() {
            Some(last) if folded || soft_break => {
                last.span.end = line.next;
                if soft_break {
                    last.text.extend(b"\n");
                    last.text.extend(text);
                } else {
                    last.text.extend(text.get(1..).unwrap_or_default());
                }
            }
            _ => all.push(ContentLine { span: line.span.start..line.next, text: text.to_vec() }),
        }
        soft_break = text.last() == Some(&b'=') && all.last().is_some_and(is_quoted_printable);
    }
    all
}

fn is_quoted_printable(line: &ContentLine) -> bool {
    line.head().to_ascii_uppercase().windows(16).any(|w| w == b"QUOTED-PRINTABLE")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(file: &str) -> Vec<(String, u64, bool)> {
        parts(file.as_bytes()).into_iter().map(|p| (p.name, p.line, p.finished)).collect()
    }

    #[test]
    fn components_of_a_calendar_stand_each_by_itself() {
        let file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n\
                    begin:vtodo\r\nEND:VTODO\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT";
        let told =
            [("VEVENT".into(), 2, true), ("VTODO".into(), 6, true), ("VEVENT".into(), 9, true)];
        assert_eq!(names(file), told);
    }

    #[test]
    fn what_is_cut_off_is_told_with_its_line() {
        let file =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nBEGIN:VTODO";
        let told = [
            ("VCALENDAR".into(), 1, false),
            ("VEVENT".into(), 2, false),
            ("VEVENT".into(), 4, true),
            ("VTODO".into(), 7, false),
        ];
        assert_eq!(names(file), told);
    }

    #[test]
    fn an_agents_card_belongs_to_the_card_around_it() {
        let file = "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n";
        let all = parts(file.as_bytes());
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].span, 0..file.len() - 1);
        assert_eq!(all[0].inner.len(), 1);
    }

    #[test]
    fn ten_thousand_begins_need_no_deep_stack() {
        let file = "BEGIN:X-DEEP\n".repeat(10_000) + &"END:X-DEEP\n".repeat(10_000);
        assert_eq!(names(&file), [("X-DEEP".to_owned(), 1, true)]);
    }

    #[test]
    fn folds_and_soft_breaks_are_one_line() {
        let card = b"NOTE:a\r\n b\r\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\r\ny\r\nFN;X=\"a:b\":c\r\n";
        let all = content_lines(card);
        assert_eq!(all.len(), 3);
        assert_eq!(all[0].value(), b"ab");
        assert_eq!(all[1].value(), b"x=\ny");
        assert_eq!((all[2].value(), all[2].name().as_str()), (&b"c"[..], "FN"));
    }
}
