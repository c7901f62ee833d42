//! In which language and country the screen is written: that of the book that was opened.

use kithwork_core::facts::Locale;
use std::sync::OnceLock;

static LOCALE: OnceLock<Locale> = OnceLock::new();

/// Takes the locale of the book that was opened; a program opens one.
pub(crate) fn write_as(locale: Locale) {
    // A second book of the same run is written as the first.
    let _first = LOCALE.set(locale);
}

/// The locale of the screen; the British one until a book is open.
pub(super) fn locale() -> Locale {
    LOCALE.get().copied().unwrap_or_default()
}
