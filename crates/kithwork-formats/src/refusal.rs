//! Every reason for which a file or a record is refused, with what to do about it.

use kithwork_core::handover::Refusal;

macro_rules! reasons {
    ($($reason:ident $code:literal $hint:literal)+) => {
        /// Why something could not be read. Codes are stable; hints name no person and no note.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $(#[doc = concat!("`", $code, "`: ", $hint)] $reason,)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$reason,)+];

            /// The code in kebab-case, as reports print it.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$reason => $code,)+
                }
            }

            /// What to do about it, in plain words.
            pub fn hint(self) -> &'static str {
                match self {
                    $(Self::$reason => $hint,)+
                }
            }
        }
    };
}

reasons! {
    AmountUnreadable "amount-unreadable" "write money as a plain number such as 1200.50, with a point and no symbol"
    ArchiveTooDeep "archive-too-deep" "take the inner zip file out and import it by itself"
    ArchiveTooLarge "archive-too-large" "the zip file unpacks to more than we read: unpack it and import the folder"
    ArchiveUnreadable "archive-unreadable" "the zip file is damaged or locked: make it again without a password"
    CadenceUnknown "cadence-unknown" "write weekly, fortnightly, monthly or once"
    CardUnreadable "card-unreadable" "export this contact again from your address book"
    CareUnknown "care-unknown" "write deepen, light or let_go"
    CellInError "cell-in-error" "a cell of this row shows an error in the workbook: mend its formula"
    ChannelMissing "channel-missing" "name the channel, such as cold calling"
    ClientMissing "client-missing" "name the client"
    ComponentUnreadable "component-unreadable" "export this calendar entry again"
    CurrencyUnknown "currency-unknown" "write a three-letter code such as GBP"
    DateAmbiguous "date-ambiguous" "write 2026-03-04"
    DateImpossible "date-impossible" "this day does not exist: write it as 2026-03-04"
    DateMissing "date-missing" "give the date, as 2026-03-04"
    DateUnreadable "date-unreadable" "write the date as 2026-03-04"
    DirectionMissing "direction-missing" "say which way it went: given or received, for a promise mine or theirs"
    DirectionUnknown "direction-unknown" "write given or received, for a promise mine or theirs"
    EffortOutOfRange "effort-out-of-range" "write a whole number from 1 to 5"
    Empty "empty" "the file is empty: export it again"
    EnergyOutOfRange "energy-out-of-range" "write a whole number from 1 to 5"
    GiverMissing "giver-missing" "name the person who gave the referral, or me"
    GroupMissing "group-missing" "name the group"
    HoursUnreadable "hours-unreadable" "write hours as a number such as 2.5"
    IntroducerMissing "introducer-missing" "name who made the introduction, or me"
    KindMissing "kind-missing" "say what kind it was"
    KindUnknown "kind-unknown" "use one of the kinds that the guide to the sheets names"
    MonthUnreadable "month-unreadable" "write the month as 2026-11"
    NameMissing "name-missing" "give the name"
    NervesOutOfRange "nerves-out-of-range" "write a whole number from 1 (calm) to 5"
    NotRecognised "not-recognised" "use a CSV or .xlsx sheet, a vCard, an iCalendar file or an address book’s export"
    NumberUnreadable "number-unreadable" "write a whole number without a unit"
    ObjectiveMetUnknown "objective-met-unknown" "write yes, partly or no"
    OldWorkbook "old-workbook" "save the workbook as .xlsx and import that"
    PeopleMissing "people-missing" "name at least one person"
    PersonMissing "person-missing" "name the person"
    PitchChangeUnknown "pitch-change-unknown" "write competitor, heard_a_need, news, less_time, known_already, not_prepared, tired or other"
    QuoteUnclosed "quote-unclosed" "a double quote in this row is never closed: close it or remove it"
    RatingOutOfRange "rating-out-of-range" "write a whole number from 0 to 4"
    RecordUnreadable "record-unreadable" "export the file again: this record is damaged"
    ReceiverMissing "receiver-missing" "name the person who received the referral, or me"
    RowTooLong "row-too-long" "this row has more cells than the header: put text that holds a comma in double quotes"
    SheetUnclear "sheet-unclear" "several sheets have such a header: name the file after its sheet, such as people.csv"
    StatusUnknown "status-unknown" "write open, contacted, met, proposed, won, lost or no fit"
    TimeUnreadable "time-unreadable" "write the time as 18:30"
    TooLarge "too-large" "the file is larger than 256 MB: split it"
    TooManyRecords "too-many-records" "the file holds more than a million records: split it"
    Unfinished "unfinished" "the file ends before this record does: export it again"
    VersionMissing "version-missing" "give the pitch’s version a name"
    VersionUnknown "version-unknown" "this export was written by a newer Kithwork: update first"
    WhatMissing "what-missing" "say what was promised"
    WorkbookUnreadable "workbook-unreadable" "open the workbook and save it again as .xlsx, without a password"
    YesNoUnreadable "yes-no-unreadable" "write yes or no"
}

impl Reason {
    /// The refusal of one record.
    pub fn refusal(self, line: Option<u64>, record: Option<u64>) -> Refusal {
        Refusal { line, record, reason: self.code().to_owned(), hint: self.hint().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_code_of_its_own_and_a_plain_hint() {
        let mut codes: Vec<_> = Reason::ALL.iter().map(|r| r.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Reason::ALL.len());
        for reason in Reason::ALL {
            assert!(reason.code().bytes().all(|b| b == b'-' || b.is_ascii_lowercase()));
            assert!(!reason.hint().contains('!') && !reason.hint().is_empty());
        }
    }
}
