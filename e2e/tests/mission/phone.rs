//! A phone in the same network, over HTTPS with the program's own certificate (docs/adr/0007). The
//! phone is `curl`, which trusts what it is told to and nothing else.

use e2e::{Owner, Result, Served};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A phone that trusts a certificate and keeps its cookies.
struct Phone {
    certificate: PathBuf,
    cookies: PathBuf,
    at: String,
}

/// What it was answered.
struct Answer {
    status: String,
    body: String,
}

impl Phone {
    /// None where there is no `curl`.
    fn new(served: &Served, folder: &Path) -> Result<Option<Self>> {
        if Command::new("curl").arg("--version").output().is_err() {
            return Ok(None);
        }
        let (certificate, cookies) = (folder.join("kithwork.crt"), folder.join("cookies"));
        let load = Command::new("curl")
            .args(["--silent", "--fail", "--output"])
            .arg(&certificate)
            .arg(format!("{}/trust/kithwork.crt", served.here()))
            .status()?;
        if !load.success() {
            return Err("the computer hands no certificate out".into());
        }
        // `curl` takes certificates as text.
        let text = certificate.with_extension("pem");
        let turned = Command::new("openssl")
            .args(["x509", "-inform", "der", "-in"])
            .arg(&certificate)
            .arg("-out")
            .arg(&text)
            .status();
        if !turned.is_ok_and(|status| status.success()) {
            return Ok(None);
        }
        Ok(Some(Self { certificate: text, cookies, at: served.there() }))
    }

    fn ask(&self, path: &str, more: &[&str]) -> Result<Answer> {
        let output = Command::new("curl")
            .args(["--silent", "--show-error", "--max-time", "20", "--cacert"])
            .arg(&self.certificate)
            .args(["--cookie"])
            .arg(&self.cookies)
            .arg("--cookie-jar")
            .arg(&self.cookies)
            .args(["--write-out", "\n%{http_code}"])
            .args(more)
            .arg(format!("{}{path}", self.at))
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("no answer: {said}").into());
        }
        let text = String::from_utf8(output.stdout)?;
        let (body, status) = text.rsplit_once('\n').ok_or("no status")?;
        Ok(Answer { status: status.to_owned(), body: body.to_owned() })
    }

    /// Whether it sees the book.
    fn is_let_in(&self) -> Result<bool> {
        Ok(self.ask("/", &[])?.status == "200")
    }
}

#[test]
fn a_phone_trusts_the_certificate_pairs_reads_notes_and_is_shut_out_again() -> Result {
    let people = "name,met_on,met_at\nPriya Shah,2026-09-01,Harbour Club\n".to_owned();
    let owner = Owner::with(&[("people", people)])?;
    let served = Served::with_phones(&owner)?;
    let Some(phone) = Phone::new(&served, owner.folder())? else {
        eprintln!("skipped: there is no curl or no openssl");
        return Ok(());
    };
    let stranger = Command::new("curl").args(["--silent", &served.there()]).output()?;
    assert!(!stranger.status.success(), "who does not know the certificate hangs up");
    let wrong = phone.ask("/", &["--header", "Host: evil.example"])?;
    assert_eq!(wrong.status, "400");
    assert_eq!(phone.ask("/", &[])?.status, "401");
    assert_eq!(phone.ask("/api/v1/plan", &[])?.status, "401");

    let offered = served.page("/phone")?;
    let (_, rest) = offered.split_once("and type <b class=\"address\">").ok_or("no code")?;
    let code = format!("code={}", rest.split('<').next().unwrap_or_default());
    let paired = phone.ask("/pair", &["--data", &code, "--data", "name=My phone"])?;
    assert_eq!(paired.status, "303", "{}", paired.body);
    let week = phone.ask("/", &[])?;
    assert_eq!(week.status, "200");
    assert!(week.body.contains("Priya Shah"), "{}", week.body);
    let twice = phone.ask("/pair", &["--cookie", "x=y", "--data", &code])?;
    assert_eq!(twice.status, "303", "paired already");

    let note = r#"{"text":"coffee with Priya Shah 45m"}"#;
    let kind = "content-type: application/json";
    let kept = phone.ask("/api/v1/notes", &["--header", kind, "--data", note])?;
    assert_eq!(kept.status, "200", "{}", kept.body);
    let said = owner.json(&["person", "Priya Shah"])?;
    assert!(said["timeline"].to_string().contains("conversation"), "{said}");

    let devices = owner.json(&["devices"])?;
    assert_eq!(devices["devices"][0]["name"], "My phone");
    owner.json(&["device", "unpair", "my phone"])?;
    assert!(!phone.is_let_in()?, "shut out with its next request");
    Ok(())
}

#[test]
fn the_certificate_stays_the_same_and_its_key_is_nobody_elses() -> Result {
    let owner = Owner::new()?;
    let certificate = |served: &Served| -> Result<String> {
        let page = served.page("/trust")?;
        let (_, rest) = page.split_once("<p class=\"secret\"><code>").ok_or("no fingerprint")?;
        Ok(rest.split('<').next().unwrap_or_default().to_owned())
    };
    let first = certificate(&Served::with_phones(&owner)?)?;
    assert_eq!(first.len(), 32 * 3 - 1, "{first}");
    assert_eq!(certificate(&Served::with_phones(&owner)?)?, first);
    let file = owner.folder().join("book.kith.phone-ca");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file)?.permissions().mode() & 0o777, 0o600);
    }
    std::fs::remove_file(file)?;
    assert_ne!(certificate(&Served::with_phones(&owner)?)?, first);
    Ok(())
}

#[test]
fn a_program_comes_in_with_a_token_as_far_as_its_scope() -> Result {
    let owner = Owner::new()?;
    let made = owner.json(&["token", "new", "Backup script", "--scope", "read", "--days", "1"])?;
    let secret = made["secret"].as_str().ok_or("no secret")?;
    let served = Served::with_phones(&owner)?;
    let Some(phone) = Phone::new(&served, owner.folder())? else {
        eprintln!("skipped: there is no curl or no openssl");
        return Ok(());
    };
    let shown = format!("authorization: Bearer {secret}");
    let read = phone.ask("/api/v1/review", &["--header", &shown])?;
    assert_eq!(read.status, "200", "{}", read.body);
    let note = ["--header", &shown, "--data", r#"{"text":"met Ana"}"#];
    let refused = phone.ask("/api/v1/notes", &note)?;
    assert_eq!(refused.status, "403", "{}", refused.body);
    let problem: Value = serde_json::from_str(&refused.body)?;
    assert_eq!(problem["type"], "urn:kithwork:problem:scope-narrow");

    let listed = owner.json(&["tokens"])?;
    assert_eq!(listed["tokens"][0]["scope"], "read");
    assert!(!listed.to_string().contains(secret), "its secret is shown once");
    owner.json(&["token", "drop", "backup script"])?;
    assert_eq!(phone.ask("/api/v1/review", &["--header", &shown])?.status, "401");
    Ok(())
}
