//! What a task tells the person who runs it: plain lines on standard error.

use std::io::Write;

/// Says one line. A closed standard error is no reason to stop.
pub(crate) fn line(text: &str) {
    let _closed = writeln!(std::io::stderr(), "{text}");
}
