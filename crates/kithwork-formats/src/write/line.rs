//! Content lines, folded as RFC 5545 §3.1 and RFC 6350 §3.2 ask: at most 75 octets, never inside a
//! letter.

/// Adds a line with its fold and its end.
pub(super) fn push(octets: &mut Vec<u8>, line: &str) {
    push_with(octets, line, "\r\n");
}

/// Adds a line whose breaks are those of the card around it.
pub(super) fn push_with(octets: &mut Vec<u8>, line: &str, end: &str) {
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            octets.extend(end.as_bytes());
            octets.push(b' ');
            width = 1;
        }
        width += letter.len_utf8();
        octets.extend(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
    octets.extend(end.as_bytes());
}
