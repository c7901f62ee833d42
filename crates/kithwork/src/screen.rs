//! Standard output and standard error. A reader who went away (`kithwork people | head`) is no
//! error.

use kithwork_app::json::ErrorJson;
use kithwork_app::{Code, Error, Result};
use serde::Serialize;
use std::io::{self, ErrorKind, Write};

/// What is printed where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// Whether standard output holds one JSON document and nothing else.
    pub(crate) json: bool,
    /// Whether colour and bold letters are welcome.
    pub(crate) colour: bool,
    /// Whether progress may be drawn on standard error.
    pub(crate) draws_progress: bool,
}

impl Screen {
    /// Prints a document: as JSON, or drawn for a person.
    pub(crate) fn show<T: Serialize>(
        self,
        document: &T,
        drawn: impl FnOnce() -> String,
    ) -> Result<()> {
        if !self.json {
            return print(&drawn());
        }
        let mut text = serde_json::to_string_pretty(document)
            .map_err(|cause| Error::new(Code::Internal).caused_by(cause))?;
        text.push('\n');
        print(&text)
    }

    /// Says what could not be done, and what to do.
    pub(crate) fn fail(self, error: &Error) {
        let mut text = format!("kithwork: {}\n", error.code.title());
        for field in &error.fields {
            crate::draw::add(&mut text, format!("  {} {}\n", field.field, field.problem));
        }
        let is_told = |hint: &&String| error.fields.iter().any(|field| field.problem == **hint);
        if let Some(hint) = error.hint.as_ref().filter(|hint| !is_told(hint)) {
            crate::draw::add(&mut text, format!("  {hint}\n"));
        }
        tell(&text);
        if self.json
            && let Ok(document) = serde_json::to_string_pretty(&ErrorJson::from(error))
            && let Err(cause) = print(&format!("{document}\n"))
        {
            tracing::error!(%cause, "the error could not be printed");
        }
    }

    /// A heading.
    pub(crate) fn heading(self, text: &str) -> String {
        if self.colour { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Prints on standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Error::writing(cause)),
        _ => Ok(()),
    }
}

/// Prints on standard error; where even that is gone, nobody is left to tell.
pub(crate) fn tell(text: &str) {
    let mut out = io::stderr().lock();
    if out.write_all(text.as_bytes()).is_err() {
        tracing::debug!("standard error is closed");
    }
}
