//! The private address of a calendar: a secret, since whoever has it can read the calendar.

use crate::error::{Code, Error, Result};
use std::fmt;
use std::net::IpAddr;
use url::{Host, Url};

/// The longest address that is kept, octets.
const LONGEST: usize = 2048;

/// The private address of a calendar. It is never shown whole: neither a log nor a page sees more of
/// it than its host.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(Url);

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.masked())
    }
}

impl Address {
    /// Reads an address as the calendar's makers give it: `https://…` or `webcal://…`.
    ///
    /// # Errors
    /// [`Code::ValueInvalid`] with the field `address`: no address, one that is not secure, one with a
    /// password in it. The error never repeats it.
    pub fn read(said: &str) -> Result<Self> {
        let said = said.trim();
        if said.is_empty() {
            return Err(invalid("is empty: paste the calendar’s link"));
        }
        if said.len() > LONGEST {
            return Err(invalid("is longer than any address of a calendar"));
        }
        let spelt = match said.split_once("://") {
            Some((scheme, rest)) if is_webcal(scheme) => format!("https://{rest}"),
            Some(_) => said.to_owned(),
            None => format!("https://{said}"),
        };
        let url = Url::parse(&spelt).map_err(|_cause| {
            // The cause would repeat a part of the secret.
            invalid("is no address such as https://calendar.google.com/…/basic.ics")
        })?;
        Self::of(url)
    }

    /// Where this one leads on to.
    ///
    /// # Errors
    /// As [`Self::read`]; also where a secure address leads to one that is not.
    pub fn leads_to(&self, location: &str) -> Result<Self> {
        let next = self.0.join(location).map_err(|_cause| invalid("leads to no address"))?;
        let next = if is_webcal(next.scheme()) { secure(&next)? } else { next };
        if next.scheme() == "http" && self.0.scheme() == "https" {
            return Err(invalid("leads to a place that is not secure"));
        }
        Self::of(next)
    }

    fn of(url: Url) -> Result<Self> {
        let named = !url.username().is_empty() || url.password().is_some();
        match (url.scheme(), url.host()) {
            _ if named => Err(invalid("holds a name or a password: use the private link instead")),
            ("https" | "http", None) => Err(invalid("names no place")),
            ("https", Some(_)) => Ok(Self(url)),
            ("http", Some(host)) if is_loopback(&host) => Ok(Self(url)),
            ("http", Some(_)) => Err(invalid("is not secure: it has to begin with https://")),
            _ => Err(invalid("has to begin with https:// or webcal://")),
        }
    }

    /// As much of it as may be shown: its host.
    pub fn masked(&self) -> String {
        format!("{}/…", self.host())
    }

    /// The host alone.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The whole secret, for whoever fetches it and for nobody else.
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }
}

fn secure(url: &Url) -> Result<Url> {
    let rest = url.as_str().split_once("://").map(|(_, rest)| rest).unwrap_or_default();
    Url::parse(&format!("https://{rest}")).map_err(|_cause| invalid("leads to no address"))
}

fn is_webcal(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("webcal") || scheme.eq_ignore_ascii_case("webcals")
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => name.eq_ignore_ascii_case("localhost"),
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    }
}

fn invalid(problem: &str) -> Error {
    Error::new(Code::ValueInvalid).field("address", problem)
}

/// Whether an address of the network lies on this machine, in a home or an office, or is no machine's:
/// what a server that others can reach must not be sent to (RFC 6890).
pub fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_multicast()
                || ip.is_broadcast()
                || ip.is_documentation()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b))
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && (18..20).contains(&b))
        }
        IpAddr::V6(ip) => {
            let [first, second, ..] = ip.segments();
            let carried = ip.to_ipv4_mapped().or_else(|| embedded(ip.segments()));
            ip.is_loopback()
                || ip.is_unspecified()
                || ip.is_multicast()
                || (first & 0xfe00) == 0xfc00
                || (first & 0xffc0) == 0xfe80
                || (first, second) == (0x2001, 0x0db8)
                || carried.is_some_and(|ip| is_private(IpAddr::V4(ip)))
        }
    }
}

/// The address of the older kind that a translated one carries (RFC 6052 and RFC 3056).
fn embedded(segments: [u16; 8]) -> Option<std::net::Ipv4Addr> {
    let of = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        std::net::Ipv4Addr::new(a, b, c, d)
    };
    match segments {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str =
        "https://calendar.google.com/calendar/ical/jo%40x.example/private-0123/basic.ics";

    #[test]
    fn a_link_is_read_as_it_is_given() {
        let address = Address::read(SECRET).unwrap();
        assert_eq!(address.reveal(), SECRET);
        assert_eq!(Address::read(&SECRET.replace("https", "webcal")).unwrap(), address);
        assert_eq!(Address::read(&SECRET.replace("https", " WebCal")).unwrap(), address);
        assert_eq!(Address::read(&SECRET.replace("https://", "")).unwrap(), address);
        assert!(Address::read("http://127.0.0.1:8080/a.ics").is_ok(), "this very machine");
        assert!(Address::read("http://[::1]:8080/a.ics").is_ok());
    }

    #[test]
    fn what_is_not_secure_is_refused_and_the_refusal_repeats_nothing() {
        for bad in [
            "",
            "http://calendar.example/private-0123.ics",
            "http://127.0.0.1.evil.example/private-0123.ics",
            "https://jo:private-0123@calendar.example/a.ics",
            "file:///private-0123/passwd",
            "ftp://calendar.example/private-0123.ics",
            "https://",
            "https://[private-0123",
            "javascript:private-0123",
        ] {
            let error = Address::read(bad).unwrap_err();
            assert_eq!(error.fields[0].field, "address", "{bad}");
            assert!(!format!("{error:?}").contains("private-0123"), "{bad}: {error:?}");
        }
        assert!(Address::read(&format!("https://x.example/{}", "a".repeat(LONGEST))).is_err());
    }

    #[test]
    fn no_more_than_its_host_is_ever_shown() {
        let address = Address::read(SECRET).unwrap();
        assert_eq!(address.masked(), "calendar.google.com/…");
        assert_eq!(format!("{address:?}"), "Address(calendar.google.com/…)");
    }

    #[test]
    fn it_leads_on_only_to_what_is_secure() {
        let address = Address::read(SECRET).unwrap();
        assert_eq!(
            address.leads_to("/b.ics").unwrap().reveal(),
            "https://calendar.google.com/b.ics"
        );
        assert_eq!(
            address.leads_to("webcal://x.example/b").unwrap().reveal(),
            "https://x.example/b"
        );
        assert!(address.leads_to("http://x.example/b.ics").is_err());
        assert!(address.leads_to("http://127.0.0.1/b.ics").is_err(), "down from a secure one");
        assert!(address.leads_to("file:///etc/passwd").is_err());
    }

    #[test]
    fn the_networks_that_are_nobody_elses_business_are_known() {
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "240.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:a00:1::",
            "2001:db8::1",
        ] {
            assert!(is_private(ip.parse().unwrap()), "{ip}");
        }
        for ip in ["142.250.180.14", "1.1.1.1", "2a00:1450:4009:81f::200e", "172.32.0.1"] {
            assert!(!is_private(ip.parse().unwrap()), "{ip}");
        }
    }
}
