//! Files that a form hands over (`multipart/form-data`, RFC 7578). Only what our own forms send is
//! read: parts of octets, each with its name.

use crate::fault::Fault;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use kithwork_app::{Code, Error};

/// Octets that are taken at once: an archive of many years fits.
pub(crate) const MOST: usize = 256 * 1024 * 1024;

/// A file that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub octets: Vec<u8>,
}

/// The files of a form.
#[derive(Debug)]
pub(crate) struct Upload(pub Vec<File>);

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let boundary = kind.and_then(|kind| kind.to_str().ok()).and_then(boundary);
        let unread = || Error::new(Code::NothingToRead).hint("choose one or more files");
        let boundary = boundary.ok_or_else(unread)?;
        let octets = Bytes::from_request(request, state).await.map_err(|cause| {
            let hint = "together they are too large; hand them over in several goes";
            Error::new(Code::NothingToRead).hint(hint).caused_by(cause)
        })?;
        let files = files(&octets, &boundary);
        if files.is_empty() {
            return Err(unread().into());
        }
        Ok(Self(files))
    }
}

/// What parts the parts, from the content type.
fn boundary(kind: &str) -> Option<String> {
    let (kind, parameters) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let given = parameters.split(';').find_map(|p| p.trim().strip_prefix("boundary="))?;
    Some(given.trim_matches('"').to_owned()).filter(|given| !given.is_empty())
}

/// The files among the parts. A field without a file's name, and a file field left empty, is none.
fn files(body: &[u8], boundary: &str) -> Vec<File> {
    let mark = format!("\r\n--{boundary}");
    // The first mark may stand at the very beginning.
    let first = mark.trim_start();
    let Some(start) = find(body, first.as_bytes()) else { return Vec::new() };
    let mut rest = body.get(start + first.len()..).unwrap_or_default();
    let mut files = Vec::new();
    while let Some(end) = find(rest, mark.as_bytes()) {
        let (part, after) = rest.split_at(end);
        files.extend(file(part));
        rest = after.get(mark.len()..).unwrap_or_default();
    }
    files
}

fn file(part: &[u8]) -> Option<File> {
    let end = find(part, b"\r\n\r\n")?;
    let (head, body) = part.split_at(end);
    let head = String::from_utf8_lossy(head);
    let about =
        head.lines().find(|l| l.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let (_, given) = about.split_once("filename=\"")?;
    let (name, _) = given.split_once('"')?;
    let name = name.replace("%22", "\"").replace('\0', "");
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let octets = body.get(4..)?.to_vec();
    (!name.is_empty()).then_some(File { name, octets })
}

fn find(within: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = within.get(from..)?.iter().position(|&byte| byte == first) {
        if within.get(from + at..)?.starts_with(what) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--xx\r\nContent-Disposition: form-data; name=\"back\"\r\n\r\n/import\r\n\
        --xx\r\ncontent-disposition: form-data; name=\"files\"; filename=\"C:\\a\\people.csv\"\r\n\
        Content-Type: text/csv\r\n\r\nname\r\n--x\r\nAnn\r\n\r\n\
        --xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--xx--\r\n";

    #[test]
    fn files_are_told_from_fields_and_keep_their_octets() {
        let found = files(BODY.as_bytes(), "xx");
        let expected =
            File { name: "people.csv".to_owned(), octets: b"name\r\n--x\r\nAnn\r\n".to_vec() };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn whatever_is_cut_off_is_no_file_and_nothing_panics() {
        let whole = BODY.as_bytes();
        for end in 0..whole.len() {
            assert!(files(&whole[..end], "xx").len() <= 1);
        }
        assert!(files(b"", "xx").is_empty() && files(b"--xx", "xx").is_empty());
        assert_eq!(boundary("multipart/form-data; boundary=\"a b\""), Some("a b".to_owned()));
        assert_eq!(boundary("text/plain; boundary=x"), None);
    }
}
