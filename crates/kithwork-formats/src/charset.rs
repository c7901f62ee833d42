//! Which encoding a file is in. Names in reports must be right, so a guess is only made where the
//! octets leave one possibility: a byte order mark, the zeros of UTF-16, valid UTF-8, else
//! Windows-1252, which every octet string is.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The octets without a byte order mark, and as UTF-8 where they were UTF-16. Octets of any other
/// encoding stay as they are.
pub(crate) fn without_utf16(octets: &[u8]) -> Cow<'_, [u8]> {
    let (encoding, rest) = match Encoding::for_bom(octets) {
        Some((encoding, mark)) => (encoding, octets.get(mark..).unwrap_or_default()),
        None => (utf16_by_zeros(octets).unwrap_or(UTF_8), octets),
    };
    if encoding == UTF_8 {
        return Cow::Borrowed(rest);
    }
    let (text, _) = encoding.decode_without_bom_handling(rest);
    Cow::Owned(text.into_owned().into_bytes())
}

/// The text of octets that are not UTF-16. A line that is not UTF-8 is Windows-1252: files pieced
/// together from several programs hold both.
pub(crate) fn text(octets: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(octets) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(octets.split_inclusive(|&b| b == b'\n').fold(
            String::with_capacity(octets.len()),
            |mut text, line| {
                match std::str::from_utf8(line) {
                    Ok(line) => text.push_str(line),
                    Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
                }
                text
            },
        )),
    }
}

/// The text of octets in a named charset, where it is known and they are not UTF-8 anyway.
pub(crate) fn text_in<'a>(octets: &'a [u8], label: Option<&str>) -> Cow<'a, str> {
    match label.and_then(|label| Encoding::for_label(label.as_bytes())) {
        Some(encoding) if std::str::from_utf8(octets).is_err() => {
            encoding.decode_without_bom_handling(octets).0
        }
        _ => text(octets),
    }
}

/// Western text in UTF-16 has a zero in almost every pair, always on the same side.
fn utf16_by_zeros(octets: &[u8]) -> Option<&'static Encoding> {
    let sample = octets.get(..octets.len().min(512) & !1)?;
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    match (zeros(0), zeros(1)) {
        (high, 0) if high * 3 > pairs => Some(UTF_16BE),
        (0, low) if low * 3 > pairs => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(octets: &[u8]) -> String {
        text(&without_utf16(octets)).into_owned()
    }

    #[test]
    fn each_encoding_is_told_by_its_octets() {
        let utf16 = |mark: &[u8], swap: bool| -> Vec<u8> {
            let units = "Zoë Müller".encode_utf16();
            let octets = units.flat_map(|u| if swap { u.to_be_bytes() } else { u.to_le_bytes() });
            mark.iter().copied().chain(octets).collect()
        };
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend("Zoë Müller".as_bytes());
        for octets in [
            "Zoë Müller".as_bytes().to_vec(),
            marked,
            b"Zo\xEB M\xFCller".to_vec(),
            utf16(b"\xFF\xFE", false),
            utf16(b"\xFE\xFF", true),
            utf16(b"", false),
            utf16(b"", true),
        ] {
            assert_eq!(read(&octets), "Zoë Müller", "{octets:x?}");
        }
    }

    #[test]
    fn one_line_in_another_encoding_does_not_spoil_the_rest() {
        assert_eq!(read(b"Zo\xC3\xAB\nM\xFCller\n"), "Zoë\nMüller\n");
    }
}
