//! The program's own certificates: a small authority that phones are told to trust, kept beside the
//! book, and under it one certificate for the machine's addresses, which never touches the disk.

mod authority;
mod leaf;

pub(crate) use authority::Authority;
pub(crate) use leaf::Leaf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kithwork_app::{Code, Error};
use rcgen::{CertificateParams, DistinguishedName, DnType};

/// What could not be made or read.
fn failed(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(Code::Internal).caused_by(cause)
}

fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// A certificate of this name, from a day before a date, because clocks differ, until another. What is
/// issued may not have the issuer's name: `OpenSSL` would take it for one that signed itself.
fn lasting(name: &str, from: Date, until: Date) -> CertificateParams {
    let moment = |date: Date| {
        let part = |n: i8| u8::try_from(n).unwrap_or(1);
        rcgen::date_time_ymd(i32::from(date.year()), part(date.month()), part(date.day()))
    };
    let mut params = CertificateParams::default();
    params.not_before = moment(from.yesterday().unwrap_or(from));
    params.not_after = moment(until);
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}
