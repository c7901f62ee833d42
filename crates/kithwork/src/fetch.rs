//! Fetching a calendar over the network: the one place where the program asks another machine, and only
//! because its owner pressed a button or typed a command.
//!
//! `https` alone (`http` only to this very machine), five hops at most, each looked at before it is
//! followed; 20 MB and 30 seconds for all of it; no cookies and no proxy.

use async_trait::async_trait;
use kithwork_app::calendar::{
    Address, Ask, Fault, Fetch, Fetched, HOPS, LONGEST, MOST, Reach, is_private,
};
use std::time::Instant;
use ureq::config::Config;
use ureq::http::{HeaderMap, StatusCode, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};

/// Fetches over the network.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Network;

#[async_trait]
impl Fetch for Network {
    async fn fetch(&self, ask: Ask) -> Result<Fetched, Fault> {
        let fetched = tokio::task::spawn_blocking(move || whole(&ask)).await;
        // A thread that ended without an answer is as good as nobody there.
        fetched.unwrap_or(Err(Fault::Unreachable))
    }
}

/// Follows the address to its end.
fn whole(ask: &Ask) -> Result<Fetched, Fault> {
    let began = Instant::now();
    let mut address = ask.address.clone();
    for hop in 0..=HOPS {
        let left = LONGEST.checked_sub(began.elapsed()).ok_or(Fault::TooSlow)?;
        // What the owner typed may lie in their own network; what it leads on to may not.
        let may_be_private = ask.reach == Reach::Own && (hop == 0 || is_here(&ask.address));
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(left))
            .proxy(None)
            .user_agent("Kithwork")
            .build();
        let agent =
            Agent::with_parts(config, DefaultConnector::default(), Careful { may_be_private });
        let mut request = agent.get(address.reveal()).header("accept", "text/calendar, */*;q=0.1");
        for (name, value) in
            [("if-none-match", &ask.etag), ("if-modified-since", &ask.last_modified)]
        {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let mut response = request.call().map_err(|cause| fault(&cause))?;
        match response.status() {
            StatusCode::NOT_MODIFIED => return Ok(Fetched::Unchanged),
            StatusCode::NOT_FOUND | StatusCode::GONE => return Err(Fault::Gone),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => return Err(Fault::Refused),
            status if status.is_redirection() => address = next(&address, response.headers())?,
            status if status.is_success() => return taken(&mut response),
            status => return Err(Fault::Answer(status.as_u16())),
        }
    }
    Err(Fault::Hops)
}

/// Whether the owner named this very machine, which may lead on to itself.
fn is_here(address: &Address) -> bool {
    address.reveal().starts_with("http://")
}

fn next(address: &Address, headers: &HeaderMap) -> Result<Address, Fault> {
    let to = text(headers, header::LOCATION).ok_or(Fault::Insecure)?;
    address.leads_to(&to).map_err(|_cause| Fault::Insecure)
}

fn taken(response: &mut ureq::http::Response<Body>) -> Result<Fetched, Fault> {
    let etag = text(response.headers(), header::ETAG);
    let last_modified = text(response.headers(), header::LAST_MODIFIED);
    // One octet more than is allowed tells that there are more.
    let most = u64::try_from(MOST).unwrap_or(u64::MAX).saturating_add(1);
    let octets = response.body_mut().with_config().limit(most).read_to_vec();
    match octets.map_err(|cause| fault(&cause))? {
        octets if octets.len() > MOST => Err(Fault::TooLarge),
        octets => Ok(Fetched::Whole { octets, etag, last_modified }),
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// What went wrong. The cause may hold the secret address, so it goes nowhere.
fn fault(cause: &Error) -> Fault {
    match cause {
        Error::Timeout(_) => Fault::TooSlow,
        Error::BodyExceedsLimit(_) => Fault::TooLarge,
        Error::Io(io) if io.kind() == std::io::ErrorKind::PermissionDenied => Fault::Private,
        Error::Io(io) if io.kind() == std::io::ErrorKind::TimedOut => Fault::TooSlow,
        _ => Fault::Unreachable,
    }
}

/// Finds the machine behind a name, and refuses those in private networks where they are not meant. It
/// looks at the very addresses that are then connected to, so a name can't change in between.
#[derive(Debug)]
struct Careful {
    may_be_private: bool,
}

impl Resolver for Careful {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        if !self.may_be_private && found.iter().any(|address| is_private(address.ip())) {
            let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
            return Err(Error::Io(refused));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::sync::mpsc;

    const CALENDAR: &str = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

    /// A server of one connection after the other: what it answers to each request, by its path.
    fn server(answer: fn(&str, &[String]) -> Vec<u8>) -> (String, mpsc::Receiver<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (told, asked) = mpsc::channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let lines = head(stream.as_ref().unwrap());
                let path = lines[0].split(' ').nth(1).unwrap().to_owned();
                // A client that has heard enough goes away.
                let _gone = stream.unwrap().write_all(&answer(&path, &lines));
                if told.send(lines).is_err() {
                    return;
                }
            }
        });
        (base, asked)
    }

    fn head(stream: &TcpStream) -> Vec<String> {
        let lines = BufReader::new(stream).lines().map(Result::unwrap);
        lines.take_while(|line| !line.is_empty()).collect()
    }

    fn answered(status: &str, headers: &str, body: &str) -> Vec<u8> {
        let length = body.len();
        format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
            .into_bytes()
    }

    fn ask(address: &str) -> Ask {
        let address = Address::read(address).unwrap();
        Ask { address, etag: None, last_modified: None, reach: Reach::Own }
    }

    #[test]
    fn a_calendar_is_fetched_and_asked_for_again_only_if_it_changed() {
        let (base, asked) = server(|_, lines| {
            if lines.iter().any(|line| line.eq_ignore_ascii_case("if-none-match: \"7\"")) {
                return answered("304 Not Modified", "", "");
            }
            let headers = "ETag: \"7\"\r\nLast-Modified: Mon, 16 Nov 2026 09:00:00 GMT\r\n";
            answered("200 OK", headers, CALENDAR)
        });
        let ask = ask(&format!("{base}/private-0123.ics"));
        let Fetched::Whole { octets, etag, last_modified } = whole(&ask).unwrap() else {
            panic!("it was not asked conditionally")
        };
        assert_eq!(octets, CALENDAR.as_bytes());
        let first = asked.recv().unwrap();
        assert!(!first.iter().any(|line| line.to_lowercase().starts_with("cookie")), "{first:?}");
        let again = Ask { etag, last_modified, ..ask };
        assert_eq!(whole(&again).unwrap(), Fetched::Unchanged);
        let second = asked.recv().unwrap();
        assert!(
            second.iter().any(|line| line.to_lowercase().starts_with("if-modified-since: mon"))
        );
    }

    #[test]
    fn what_does_not_come_is_told_apart() {
        let (base, _asked) = server(|path, _| match path {
            "/gone" => answered("404 Not Found", "", ""),
            "/withdrawn" => answered("410 Gone", "", ""),
            "/login" => answered("403 Forbidden", "", ""),
            "/ill" => answered("500 Internal Server Error", "", ""),
            "/round" => answered("302 Found", "Location: /round\r\n", ""),
            "/nowhere" => answered("302 Found", "", ""),
            "/down" => answered("301 Moved", "Location: http://x.example/a\r\n", ""),
            "/twice" => answered("301 Moved", "Location: /here\r\n", ""),
            "/large" => format!(
                "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}",
                MOST + 9,
                "a".repeat(MOST + 9)
            )
            .into_bytes(),
            _ => answered("200 OK", "", CALENDAR),
        });
        for (path, fault) in [
            ("gone", Fault::Gone),
            ("withdrawn", Fault::Gone),
            ("login", Fault::Refused),
            ("ill", Fault::Answer(500)),
            ("round", Fault::Hops),
            ("nowhere", Fault::Insecure),
            ("down", Fault::Insecure),
            ("large", Fault::TooLarge),
        ] {
            assert_eq!(whole(&ask(&format!("{base}/{path}"))), Err(fault), "{path}");
        }
        assert!(matches!(whole(&ask(&format!("{base}/twice"))), Ok(Fetched::Whole { .. })));
        drop(base);
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert_eq!(whole(&ask(&format!("http://{nobody}/a"))), Err(Fault::Unreachable));
    }

    #[test]
    fn a_private_network_is_no_business_of_whoever_reaches_the_server_from_outside() {
        let (base, asked) = server(|_, _| answered("200 OK", "", CALENDAR));
        let secure = format!("https://{}", base.trim_start_matches("http://"));
        let from_outside = Ask { reach: Reach::Others, ..ask(&secure) };
        assert_eq!(whole(&from_outside), Err(Fault::Private));
        assert!(asked.try_recv().is_err(), "nobody was even connected to");
        // The owner may mean it; here it then fails for want of a certificate.
        assert_eq!(whole(&ask(&secure)), Err(Fault::Unreachable));
    }
}
