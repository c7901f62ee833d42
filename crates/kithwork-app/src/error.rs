//! The one error that users see: a code, what is wrong with which field, what to do, and the cause.

use kithwork_core::id::ChangeId;
use kithwork_store::StoreError;
use std::error::Error as StdError;
use std::fmt;

/// A result of something a user does.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something could not be done, in the user's terms. Faces render it; the cause is for logs.
#[derive(Debug)]
pub struct Error {
    /// What kind of failure it is.
    pub code: Code,
    /// Which fields of the input are wrong, if it is that.
    pub fields: Vec<FieldProblem>,
    /// What to do about it. May hold names from the owner's own book: for the owner's eyes, never
    /// for a log.
    pub hint: Option<String>,
    /// The later change that stands in the way, where that is what it is.
    pub later: Option<Later>,
    /// The cause.
    pub source: Option<Box<dyn StdError + Send + Sync>>,
}

/// A later change that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// Its id.
    pub id: ChangeId,
    /// Its number in the book.
    pub seq: i64,
}

/// What is wrong with one field of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, as the face that took the input calls it.
    pub field: &'static str,
    /// What is wrong with it, in plain words.
    pub problem: String,
}

macro_rules! codes {
    ($($code:ident $slug:literal $status:literal $exit:literal $title:literal;)+) => {
        /// Every failure a user can meet. The registry gives each its slug, HTTP status, exit code
        /// and title.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $title] $code,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// Its stable name, in kebab-case.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$code => $slug,)+ }
            }

            /// The HTTP status it is answered with.
            pub fn status(self) -> u16 {
                match self { $(Self::$code => $status,)+ }
            }

            /// The exit code of the command line.
            pub fn exit(self) -> u8 {
                match self { $(Self::$code => $exit,)+ }
            }

            /// What happened, in one plain sentence without a full stop.
            pub fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)+ }
            }
        }
    };
}

codes! {
    AddressRefused "address-refused" 400 1 "This address is not served";
    BookBusy "book-busy" 503 1 "Another program is using the book";
    BookDamaged "book-damaged" 500 1 "The book is damaged";
    BookForeign "book-foreign" 422 1 "This file is no book that this version of Kithwork can read";
    BookReadOnly "book-read-only" 403 1 "The book can’t be written";
    BookUnavailable "book-unavailable" 503 1 "The book can’t be opened";
    CalendarNotRead "calendar-not-read" 502 1 "The calendar can’t be read";
    ChangeLater "changed-later" 409 1 "Something later changed the same thing";
    ChangedSince "changed-since" 412 1 "It has changed since it was read";
    ChangedMeanwhile "changed-meanwhile" 409 1 "The book changed while this was being done";
    ChoiceUnknown "choice-unknown" 422 1 "That is not one of the choices";
    DateInvalid "date-invalid" 422 2 "That is no date";
    DiskFull "disk-full" 507 1 "The disk is full";
    FileExists "file-exists" 409 1 "There is a file of that name already";
    FileMissing "file-missing" 404 1 "There is no such file or folder";
    FileUnreadable "file-unreadable" 422 1 "The file or folder can’t be read";
    FileUnwritable "file-unwritable" 403 1 "The file can’t be written";
    FolderNotEmpty "folder-not-empty" 409 1 "The folder holds other things already";
    Internal "internal" 500 1 "Something went wrong that is not your fault";
    NotAllowed "not-allowed" 403 1 "You may not do that";
    NotFound "not-found" 404 1 "There is no such thing in the book";
    NoteEmpty "note-empty" 422 2 "The note is empty";
    NobodyChosen "nobody-chosen" 422 2 "Nobody was chosen";
    NothingToRead "nothing-to-read" 422 1 "There is nothing to read there";
    NothingToUndo "nothing-to-undo" 409 1 "There is nothing to take back";
    PairingOver "pairing-over" 410 1 "This code does not pair a device any more";
    PasswordWrong "password-wrong" 401 1 "That password does not fit";
    PersonAmbiguous "person-ambiguous" 409 1 "More than one person fits that name";
    PersonNotFound "person-not-found" 404 1 "Nobody in the book has that name";
    QuestionNotFound "question-not-found" 404 1 "There is no such open question";
    ScopeNarrow "scope-narrow" 403 1 "This token may not do that";
    SignInNeeded "sign-in-needed" 401 1 "This device is not signed in";
    TokenMade "token-made" 409 1 "This token has been made already";
    TokenRefused "token-refused" 401 1 "This token lets nobody in";
    TriesTooMany "tries-too-many" 429 1 "Too many passwords did not fit";
    ValueInvalid "value-invalid" 422 1 "That value can’t be kept";
}

impl Error {
    /// A failure of this kind.
    pub fn new(code: Code) -> Self {
        Self { code, fields: Vec::new(), hint: None, later: None, source: None }
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With the later change that stands in the way.
    #[must_use]
    pub fn after(mut self, later: Later) -> Self {
        self.later = Some(later);
        self
    }

    /// With a field that is wrong.
    #[must_use]
    pub fn field(mut self, field: &'static str, problem: impl Into<String>) -> Self {
        self.fields.push(FieldProblem { field, problem: problem.into() });
        self
    }

    /// With the fields of another fault of the same input.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.fields.extend(other.fields);
        self
    }

    /// With its cause.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// A failure to read from the disk.
    pub fn reading(cause: std::io::Error) -> Self {
        let (code, hint) = match cause.kind() {
            std::io::ErrorKind::NotFound => (Code::FileMissing, "check the name"),
            std::io::ErrorKind::PermissionDenied => {
                (Code::FileUnreadable, "ask for permission to read it, or copy it elsewhere")
            }
            _ => (Code::FileUnreadable, "check that it opens in another program"),
        };
        Self::new(code).hint(hint).caused_by(cause)
    }

    /// A failure to write to the disk.
    pub fn writing(cause: std::io::Error) -> Self {
        let (code, hint) = match cause.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                (Code::DiskFull, "make room and try again; nothing was lost")
            }
            std::io::ErrorKind::NotFound => (Code::FileMissing, "its folder is not there"),
            std::io::ErrorKind::AlreadyExists => (Code::FileExists, "choose another name"),
            _ => (Code::FileUnwritable, "choose a place that you may write to"),
        };
        Self::new(code).hint(hint).caused_by(cause)
    }
}

impl fmt::Display for Error {
    /// The title alone: the hint may name people, and this text may reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.title())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|cause| cause as _)
    }
}

impl From<StoreError> for Error {
    fn from(cause: StoreError) -> Self {
        let (code, hint) = match &cause {
            StoreError::NotFound => (Code::NotFound, "it may have been taken back or erased"),
            StoreError::Conflict { .. } => (Code::ValueInvalid, "the book holds that already"),
            StoreError::Stale(_) | StoreError::Moved => {
                (Code::ChangedMeanwhile, "try again; nothing was written")
            }
            StoreError::ReadOnly => {
                (Code::BookReadOnly, "make the file and its folder writable, or choose another")
            }
            StoreError::Full => (Code::DiskFull, "make room and try again; nothing was lost"),
            StoreError::Busy => (Code::BookBusy, "close the other program, or try again shortly"),
            StoreError::Exists => (Code::FileExists, "choose another name"),
            StoreError::Foreign(_) => {
                (Code::BookForeign, "check the name, or install a newer Kithwork")
            }
            StoreError::Unavailable(_) => (Code::BookUnavailable, "check its name and address"),
            StoreError::Corrupt(_) => {
                (Code::BookDamaged, "put a backup back with “kithwork restore FILE”")
            }
            StoreError::Unsupported(_) => {
                (Code::BookUnavailable, "this needs a book in a file, or the database’s own tools")
            }
            _ => (Code::Internal, "try again; if it happens again, please report it"),
        };
        Self::new(code).hint(hint).caused_by(cause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_has_a_name_of_its_own_and_a_title_without_the_words_of_debt() {
        let slugs: HashSet<_> = Code::ALL.iter().map(|c| c.slug()).collect();
        assert_eq!(slugs.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(!code.title().ends_with('.') && !code.title().contains('!'));
            let words = ["owe", "owes", "owed", "owing"];
            assert!(!code.title().split(' ').any(|word| words.contains(&word)));
            assert!((400..600).contains(&code.status()) && (1..=2).contains(&code.exit()));
        }
    }
}
