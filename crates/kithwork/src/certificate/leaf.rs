//! The certificate of the machine's addresses: made at each start, and anew as it ages or the machine
//! moves to another network.

use super::{Authority, day, failed, lasting};
use jiff::{Timestamp, ToSpan};
use kithwork_app::Result;
use rcgen::{ExtendedKeyUsagePurpose, KeyPair, KeyUsagePurpose, SanType};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::net::IpAddr;
use std::sync::{Arc, PoisonError, RwLock};

/// What it is called.
const NAME: &str = "Kithwork";
/// It lasts so long; Apple takes none of more than 825 days.
const DAYS: i64 = 90;
/// From this age on it is made anew.
const OLD_HOURS: i64 = 30 * 24;

/// The certificate that is shown just now. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Leaf(Arc<RwLock<Shown>>);

#[derive(Debug)]
struct Shown {
    key: Arc<CertifiedKey>,
    addresses: Vec<IpAddr>,
    made_at: Timestamp,
}

impl Leaf {
    /// A certificate for these addresses.
    ///
    /// # Errors
    /// Where none can be made.
    pub(crate) fn of(authority: &Authority, addresses: &[IpAddr], now: Timestamp) -> Result<Self> {
        Ok(Self(Arc::new(RwLock::new(shown(authority, addresses, now)?))))
    }

    /// Makes it anew where it has aged or the addresses are others; whether it did.
    ///
    /// # Errors
    /// Where none can be made: the one before stays.
    pub(crate) fn renew(
        &self,
        authority: &Authority,
        addresses: &[IpAddr],
        now: Timestamp,
    ) -> Result<bool> {
        {
            let shown = self.0.read().unwrap_or_else(PoisonError::into_inner);
            let is_old = now.duration_since(shown.made_at).as_hours() >= OLD_HOURS;
            if !is_old && shown.addresses == addresses {
                return Ok(false);
            }
        }
        let new = shown(authority, addresses, now)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(true)
    }

    /// How a server greets that shows it: TLS 1.2 and 1.3 by ring.
    ///
    /// # Errors
    /// Where the library can't.
    pub(crate) fn tls(&self) -> Result<Arc<ServerConfig>> {
        let provider = Arc::new(ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(failed)?;
        let mut tls = builder.with_no_client_auth().with_cert_resolver(Arc::new(self.clone()));
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(tls))
    }
}

impl ResolvesServerCert for Leaf {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner).key))
    }
}

fn shown(authority: &Authority, addresses: &[IpAddr], now: Timestamp) -> Result<Shown> {
    let mut params = lasting(NAME, day(now), day(now).saturating_add(DAYS.days()));
    params.subject_alt_names = addresses.iter().copied().map(SanType::IpAddress).collect();
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    let key = KeyPair::generate().map_err(failed)?;
    let certificate = params.signed_by(&key, &authority.issuer()).map_err(failed)?;
    let secret = PrivateKeyDer::try_from(key.serialize_der()).map_err(failed)?;
    let signs = ring::sign::any_ecdsa_type(&secret).map_err(failed)?;
    // The authority's certificate comes along, so that a browser can show its fingerprint.
    let chain = vec![certificate.der().clone(), CertificateDer::from(authority.der.clone())];
    let key = Arc::new(CertifiedKey::new(chain, signs));
    Ok(Shown { key, addresses: addresses.to_vec(), made_at: now })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::RootCertStore;
    use rustls::client::WebPkiServerVerifier;
    use rustls::client::danger::ServerCertVerifier;
    use rustls::pki_types::{ServerName, UnixTime};
    use std::time::Duration;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// What a phone that trusts the authority says of an address at a moment.
    fn trusts(authority: &Authority, leaf: &Leaf, address: &str, when: &str) -> bool {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(authority.der.clone())).unwrap();
        let provider = Arc::new(ring::default_provider());
        let phone =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap();
        let key = Arc::clone(&leaf.0.read().unwrap().key);
        let name = ServerName::try_from(address.to_owned()).unwrap();
        let since = Duration::from_secs(at(when).as_second().try_into().unwrap());
        let now = UnixTime::since_unix_epoch(since);
        phone.verify_server_cert(&key.cert[0], &key.cert[1..], &name, &[], now).is_ok()
    }

    #[test]
    fn a_phone_trusts_it_for_its_addresses_and_its_time_and_for_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-16T09:00:00Z";
        let own: Vec<IpAddr> = vec!["192.168.1.5".parse().unwrap(), "fd00::1".parse().unwrap()];
        let authority = Authority::at(&folder.path().join("ca"), &own, at(now)).unwrap();
        let leaf = Leaf::of(&authority, &own, at(now)).unwrap();
        assert!(trusts(&authority, &leaf, "192.168.1.5", now));
        assert!(trusts(&authority, &leaf, "fd00::1", now));
        assert!(!trusts(&authority, &leaf, "192.168.1.6", now));
        assert!(!trusts(&authority, &leaf, "192.168.1.5", "2027-02-15T09:00:00Z"));
        let other = Authority::at(&folder.path().join("other"), &own, at(now)).unwrap();
        assert!(!trusts(&other, &leaf, "192.168.1.5", now));
    }

    #[test]
    fn whoever_steals_the_key_can_pretend_to_be_nothing_on_the_internet() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-16T09:00:00Z";
        let home: Vec<IpAddr> = vec!["10.0.0.9".parse().unwrap()];
        let authority = Authority::at(&folder.path().join("ca"), &home, at(now)).unwrap();
        for elsewhere in ["93.184.216.34", "172.32.0.1", "2606:4700::1"] {
            let address = elsewhere.parse().unwrap();
            let forged = Leaf::of(&authority, &[address], at(now)).unwrap();
            assert!(!trusts(&authority, &forged, elsewhere, now), "{elsewhere}");
        }
    }

    #[test]
    fn it_is_made_anew_as_it_ages_and_when_the_machine_moves() {
        let folder = tempfile::tempdir().unwrap();
        let start = "2026-11-16T09:00:00Z";
        let home: Vec<IpAddr> = vec!["192.168.1.5".parse().unwrap()];
        let cafe: Vec<IpAddr> = vec!["10.0.0.9".parse().unwrap()];
        let authority = Authority::at(&folder.path().join("ca"), &home, at(start)).unwrap();
        let leaf = Leaf::of(&authority, &home, at(start)).unwrap();
        assert!(!leaf.renew(&authority, &home, at("2026-12-16T08:00:00Z")).unwrap());
        assert!(leaf.renew(&authority, &home, at("2026-12-16T09:00:00Z")).unwrap());
        assert!(trusts(&authority, &leaf, "192.168.1.5", "2027-03-01T09:00:00Z"));
        assert!(leaf.renew(&authority, &cafe, at("2026-12-17T09:00:00Z")).unwrap());
        assert!(trusts(&authority, &leaf, "10.0.0.9", "2026-12-17T09:00:00Z"));
        assert!(!trusts(&authority, &leaf, "192.168.1.5", "2026-12-17T09:00:00Z"));
    }
}
