//! The authority: the one certificate that phones trust, and its key.

use super::{day, failed, lasting};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use kithwork_app::{Code, Error, Result};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, GeneralSubtree, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, NameConstraints,
};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::fs;
use std::io::Write;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// What phones call it.
const NAME: &str = "Kithwork on my computer";
/// It lasts so long; one that ends within a year is made anew, and phones have to trust that.
const YEARS: i64 = 10;
/// The networks of homes and offices (RFC 1918, 4193, 3927, 4291, 6598) and the machine itself: whoever
/// steals the key can pretend to be nothing on the internet.
const PRIVATE: [(&str, u8); 9] = [
    ("10.0.0.0", 8),
    ("172.16.0.0", 12),
    ("192.168.0.0", 16),
    ("169.254.0.0", 16),
    ("100.64.0.0", 10),
    ("127.0.0.0", 8),
    ("fc00::", 7),
    ("fe80::", 10),
    ("::1", 128),
];
/// Names that only the network itself knows (RFC 6762).
const LOCAL: &str = "local";

/// The authority, as it lies beside the book.
pub(crate) struct Authority {
    made_on: Date,
    /// Addresses outside [`PRIVATE`] that it is good for too: this machine's own.
    also_for: Vec<IpAddr>,
    key: KeyPair,
    /// Its certificate as PEM and as DER.
    pub(crate) pem: String,
    pub(crate) der: Vec<u8>,
}

impl Authority {
    /// The authority of this file, made where there is none that is good for these addresses for another
    /// year.
    ///
    /// # Errors
    /// Where the file can't be read or written, or holds something else.
    pub(crate) fn at(file: &Path, addresses: &[IpAddr], now: Timestamp) -> Result<Self> {
        if file.try_exists().map_err(Error::reading)? {
            let text = fs::read_to_string(file).map_err(Error::reading)?;
            let found = Self::read(&text).ok_or_else(|| damaged(file))?;
            if found.is_good(addresses, now) {
                return Ok(found);
            }
        }
        let made = Self::make(addresses, now)?;
        keep(file, &made.text())?;
        Ok(made)
    }

    fn make(addresses: &[IpAddr], now: Timestamp) -> Result<Self> {
        let mut also_for: Vec<IpAddr> = addresses.to_vec();
        also_for.retain(|address| !is_private(*address));
        let made_on = day(now);
        let key = KeyPair::generate().map_err(failed)?;
        let certificate = params(made_on, &also_for).self_signed(&key).map_err(failed)?;
        let (pem, der) = (certificate.pem(), certificate.der().to_vec());
        Ok(Self { made_on, also_for, key, pem, der })
    }

    /// Whether it is good for these addresses for another year.
    fn is_good(&self, addresses: &[IpAddr], now: Timestamp) -> bool {
        let covers = |address: &IpAddr| is_private(*address) || self.also_for.contains(address);
        let in_a_year = day(now).saturating_add(1.year());
        in_a_year < self.made_on.saturating_add(YEARS.years()) && addresses.iter().all(covers)
    }

    /// What signs under it.
    pub(super) fn issuer(&self) -> Issuer<'static, &KeyPair> {
        Issuer::new(params(self.made_on, &self.also_for), &self.key)
    }

    /// The file: what it is, since when and for what, the key, the certificate.
    fn text(&self) -> String {
        let also_for: Vec<String> = self.also_for.iter().map(IpAddr::to_string).collect();
        format!(
            "Keep this file to yourself: whoever has it can pretend to be this computer.\n\
             made: {}\nalso for: {}\n{}{}",
            self.made_on,
            also_for.join(" "),
            self.key.serialize_pem(),
            self.pem
        )
    }

    fn read(text: &str) -> Option<Self> {
        let line =
            |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let also_for = line("also for:")?.split_whitespace().map(|a| a.parse().ok());
        let at = text.find("-----BEGIN CERTIFICATE-----")?;
        let (keys, pem) = text.split_at_checked(at)?;
        let key = keys.find("-----BEGIN").and_then(|at| keys.split_at_checked(at))?.1;
        Some(Self {
            made_on: line("made:")?.parse().ok()?,
            also_for: also_for.collect::<Option<_>>()?,
            key: KeyPair::from_pem(key).ok()?,
            der: CertificateDer::from_pem_slice(pem.as_bytes()).ok()?.to_vec(),
            pem: pem.to_owned(),
        })
    }
}

fn params(made_on: Date, also_for: &[IpAddr]) -> CertificateParams {
    let mut params = lasting(NAME, made_on, made_on.saturating_add(YEARS.years()));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let networks =
        PRIVATE.iter().filter_map(|(network, prefix)| Some((network.parse().ok()?, *prefix)));
    let own = also_for.iter().map(|own| (*own, if own.is_ipv4() { 32 } else { 128 }));
    let addresses = networks.chain(own).map(|(address, prefix)| {
        GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(address, prefix))
    });
    let names = std::iter::once(GeneralSubtree::DnsName(LOCAL.to_owned()));
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: addresses.chain(names).collect(),
        excluded_subtrees: Vec::new(),
    });
    params
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let is_shared = first == 100 && second & 0b1100_0000 == 64;
            v4.is_private() || v4.is_loopback() || v4.is_link_local() || is_shared
        }
        IpAddr::V6(v6) => v6.is_unique_local() || v6.is_unicast_link_local() || v6.is_loopback(),
    }
}

/// Writes it beside its place and moves it there: never half a key, and readable to its owner alone.
fn keep(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(Error::writing)?;
    }
    let fresh = PathBuf::from(format!("{}.new", file.display()));
    if fresh.try_exists().map_err(Error::writing)? {
        fs::remove_file(&fresh).map_err(Error::writing)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(&fresh).map_err(Error::writing)?;
    written.write_all(text.as_bytes()).map_err(Error::writing)?;
    written.sync_all().map_err(Error::writing)?;
    fs::rename(&fresh, file).map_err(Error::writing)
}

fn damaged(file: &Path) -> Error {
    let hint = format!(
        "“{}” holds no certificate: move it away, and phones are asked to trust a new one",
        file.display()
    );
    Error::new(Code::FileUnreadable).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-16T09:00:00Z".parse().unwrap()
    }

    fn private() -> Vec<IpAddr> {
        vec!["192.168.1.5".parse().unwrap(), "fd00::1".parse().unwrap()]
    }

    #[test]
    fn it_is_made_once_read_again_and_its_file_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/book.phone-ca");
        let made = Authority::at(&file, &private(), now()).unwrap();
        let read = Authority::at(&file, &private(), now()).unwrap();
        assert_eq!((&made.der, &made.pem), (&read.der, &read.pem));
        assert_eq!(made.key.serialize_der(), read.key.serialize_der());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(!file.with_extension("phone-ca.new").exists());
    }

    #[test]
    fn it_is_made_anew_for_an_address_it_does_not_cover_and_before_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca");
        let first = Authority::at(&file, &private(), now()).unwrap();
        let later = "2035-11-14T09:00:00Z".parse().unwrap();
        assert_eq!(Authority::at(&file, &private(), later).unwrap().der, first.der);
        let public = ["203.0.113.7".parse().unwrap()];
        let second = Authority::at(&file, &public, now()).unwrap();
        assert_ne!(second.der, first.der);
        assert_eq!(Authority::at(&file, &public, now()).unwrap().der, second.der);
        assert_eq!(Authority::at(&file, &private(), now()).unwrap().der, second.der);
        let at_its_end = "2035-11-16T09:00:00Z".parse().unwrap();
        assert_ne!(Authority::at(&file, &private(), at_its_end).unwrap().der, second.der);
    }

    #[test]
    fn a_file_that_holds_something_else_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ca");
        let good = Authority::make(&private(), now()).unwrap().text();
        for wrong in
            ["", "shopping list", &good.replace("made:", "baked:"), good.get(..300).unwrap()]
        {
            fs::write(&file, wrong).unwrap();
            let refused = Authority::at(&file, &private(), now()).err().unwrap();
            assert_eq!(refused.code, Code::FileUnreadable);
            assert_eq!(fs::read_to_string(&file).unwrap(), *wrong);
        }
    }
}
