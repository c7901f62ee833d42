//! Secrets: drawn by chance, shown once, kept as digests.

use crate::error::Result;
use kithwork_store::Digest;
use sha2::{Digest as _, Sha256};
use std::fmt::{self, Write as _};
use std::sync::Arc;

/// Draws 256 bits. Only the program asks the system for chance; tests give their own.
pub type Chance = Arc<dyn Fn() -> Result<[u8; 32]> + Send + Sync>;

/// A secret of 256 bits. Never printed but where it is handed out: `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// Where chance has none to give.
    pub fn draw(chance: &Chance) -> Result<Self> {
        chance().map(Self)
    }

    /// A secret as it was handed out; none where it can't be one.
    pub fn read(text: &str) -> Option<Self> {
        let digits: Vec<u8> =
            text.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
        let octet = |pair: &[u8]| pair.iter().fold(0, |octet: u8, digit| octet << 4 | digit);
        let octets: Vec<u8> = digits.chunks(2).map(octet).collect();
        octets.try_into().ok().filter(|_| digits.len() == 64).map(Self)
    }

    /// As it is handed out: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hexadecimal(&self.0)
    }

    /// As it is kept. It is looked for by this: how long that takes tells nothing of the secret.
    pub fn digest(&self) -> Digest {
        digest(&self.0)
    }
}

fn hexadecimal(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(64), |mut text, octet| {
        // Writing to a string cannot fail.
        let _written = write!(text, "{octet:02x}");
        text
    })
}

/// The SHA-256 of octets.
pub(super) fn digest(octets: &[u8]) -> Digest {
    Digest(Sha256::digest(octets).into())
}

/// The SHA-256 of a certificate as people compare it: pairs of capital digits with colons.
pub fn fingerprint(certificate: &[u8]) -> String {
    let pairs = digest(certificate).0.map(|octet| format!("{octet:02X}"));
    pairs.join(":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_was_handed_out_and_nothing_else_is() {
        let secret = Secret(std::array::from_fn(|n| u8::try_from(n * 7 % 256).unwrap()));
        assert_eq!(Secret::read(&secret.text()), Some(secret.clone()));
        assert_eq!(secret.text().len(), 64);
        for other in [
            "",
            "0",
            secret.text().trim_start_matches('0'),
            &format!("{}0", secret.text()),
            &"é".repeat(64),
        ] {
            assert_eq!(Secret::read(other), None, "{other}");
        }
        assert!(!format!("{secret:?}").contains("00"));
    }

    #[test]
    fn digests_are_those_of_fips_180() {
        let abc = "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD";
        assert_eq!(fingerprint(b"abc"), abc);
    }
}
