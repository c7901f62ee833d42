//! The addresses that are served. A page of another site whose name was made to point at this
//! machine (DNS rebinding) names itself in `Host`, and is refused.

use crate::lan::Lan;
use axum::http::uri::Authority;
use std::net::SocketAddr;

/// The authorities that are served, as a browser writes them in `Host`, and by which scheme.
#[derive(Clone, Debug)]
pub struct Hosts(Served);

#[derive(Clone, Debug)]
enum Served {
    /// To this machine alone, by HTTP.
    Here(Vec<String>),
    /// To the machine's own network, by HTTPS.
    Lan(Lan),
}

impl Hosts {
    /// The names under which a listener on this machine alone is reached.
    pub fn loopback(port: u16) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        let mut hosts: Vec<String> = names.iter().map(|n| format!("{n}:{port}")).collect();
        if port == 80 {
            // A browser leaves the scheme's own port out.
            hosts.extend(names.map(str::to_owned));
        }
        Self(Served::Here(hosts))
    }

    /// The names of a listening address; none where it is reachable from other machines, which needs
    /// accounts.
    pub fn of(address: SocketAddr) -> Option<Self> {
        address.ip().is_loopback().then(|| Self::loopback(address.port()))
    }

    /// The names under which phones reach this machine.
    pub fn lan(lan: Lan) -> Self {
        Self(Served::Lan(lan))
    }

    /// Whether others than the owner's own machine can ask, who then have to say who they are.
    pub(crate) fn are_open(&self) -> bool {
        matches!(self.0, Served::Lan(_))
    }

    /// Whether this authority is served. Host names have no case (RFC 9110 §4.2.3).
    pub(crate) fn allow(&self, authority: &str) -> bool {
        match &self.0 {
            Served::Here(hosts) => hosts.iter().any(|host| host.eq_ignore_ascii_case(authority)),
            Served::Lan(lan) => lan.allow(&authority.to_ascii_lowercase()),
        }
    }

    /// Whether a page of this origin is one of ours (RFC 6454 §6.2: `scheme://host:port`).
    pub(crate) fn allow_origin(&self, origin: &str) -> bool {
        let scheme = if self.are_open() { "https://" } else { "http://" };
        let Some(authority) = origin.strip_prefix(scheme) else { return false };
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
    fn an_address_that_others_can_reach_is_not_served_to_whoever_asks() {
        assert!(Hosts::of(([0, 0, 0, 0], 8080).into()).is_none());
        assert!(Hosts::of(([192, 168, 1, 5], 8080).into()).is_none());
        assert!(Hosts::of(([127, 0, 0, 1], 8080).into()).is_some());
    }

    #[test]
    fn phones_reach_the_addresses_of_the_network_by_https_alone_and_follow_it_when_it_moves() {
        let lan = Lan::of(vec![([192, 168, 1, 5], 7349).into(), "[fd00::a]:443".parse().unwrap()]);
        let hosts = Hosts::lan(lan.clone());
        for ours in ["192.168.1.5:7349", "[fd00::a]:443", "[FD00::A]:443"] {
            assert!(hosts.allow(ours), "{ours}");
            assert!(hosts.allow_origin(&format!("https://{ours}")), "{ours}");
            assert!(!hosts.allow_origin(&format!("http://{ours}")), "{ours}");
        }
        for other in ["192.168.1.5", "192.168.1.50:7349", "127.0.0.1:7349", "localhost:7349", ""] {
            assert!(!hosts.allow(other), "{other}");
        }
        lan.moved_to(vec![([10, 0, 0, 9], 7349).into()]);
        assert!(hosts.allow("10.0.0.9:7349") && !hosts.allow("192.168.1.5:7349"));
        lan.moved_to(Vec::new());
        assert!(!hosts.allow("10.0.0.9:7349") && hosts.are_open());
    }
}
