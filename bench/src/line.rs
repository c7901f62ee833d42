//! One request on a line of its own, ours and a peer's alike.

use crate::error::Result;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// Sends a request (`GET /people`) with more headers and a body; answers with all that comes back.
pub(crate) fn ask(at: SocketAddr, request: &str, headers: &str, body: &str) -> Result<String> {
    let mut line = TcpStream::connect(at)?;
    write!(
        line,
        "{request} HTTP/1.1\r\nHost: {at}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    line.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
