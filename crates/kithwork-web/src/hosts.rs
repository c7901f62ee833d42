//! The addresses that are served. A page of another site whose name was made to point at this
//! machine (DNS rebinding) names itself in `Host`, and is refused.

use axum::http::uri::Authority;
use std::net::SocketAddr;

/// The authorities that are served, as a browser writes them in `Host`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// The names under which a listener on this machine alone is reached.
    pub fn loopback(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<String> = names.iter().map(|n| format!("{n}:{port}")).collect();
        if port == 80 {
            // A browser leaves the scheme's own port out.
            hosts.extend(names.map(str::to_owned));
        }
        Self(hosts)
    }

    /// The names of a listening address; none where it is reachable from other machines, which needs
    /// accounts.
    pub fn of(address: SocketAddr) -> Option<Self> {
        address.ip().is_loopback().then(|| Self::loopback(address.port()))
    }

    /// Whether this authority is served. Host names have no case (RFC 9110 §4.2.3).
    pub(crate) fn allow(&self, authority: &str) -> bool {
        self.0.iter().any(|host| host.eq_ignore_ascii_case(authority))
    }

    /// Whether a page of this origin is one of ours (RFC 6454 §6.2: `scheme://host:port`).
    pub(crate) fn allow_origin(&self, origin: &str) -> bool {
        let Some(authority) = origin.strip_prefix("http://") else { return false };
        authority.parse::<Authority>().is_ok_and(|a| self.allow(a.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_under_its_own_names_is_served() {
        let hosts = Hosts::loopback(8080);
        for ours in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"] {
            assert!(hosts.allow(ours), "{ours}");
            assert!(hosts.allow_origin(&format!("http://{ours}")), "{ours}");
        }
        for other in ["evil.example:8080", "127.0.0.1", "127.0.0.1:80", "localhost.evil:8080", ""] {
            assert!(!hosts.allow(other), "{other}");
            assert!(!hosts.allow_origin(&format!("http://{other}")), "{other}");
        }
        assert!(!hosts.allow_origin("null"));
        assert!(!hosts.allow_origin("https://localhost:8080"));
        assert!(!hosts.allow_origin("http://a@localhost:8080"));
        assert!(Hosts::loopback(80).allow("localhost"));
    }

    #[test]
    fn an_address_that_others_can_reach_is_not_served() {
        assert!(Hosts::of(([0, 0, 0, 0], 8080).into()).is_none());
        assert!(Hosts::of(([192, 168, 1, 5], 8080).into()).is_none());
        assert!(Hosts::of(([127, 0, 0, 1], 8080).into()).is_some());
    }
}
