//! “Use on my phone”: a code to pair with, the devices, the password, the programs' tokens.

use crate::door::Door;
use crate::form::Fields;
use crate::frame::{Frame, Place};
use crate::pages::field::Field;
use crate::qr::Qr;
use crate::say;
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kithwork_app::FieldProblem;
use kithwork_app::access::device::Device;
use kithwork_app::access::pairing::Offer;
use kithwork_app::access::token::{Scope, Token};
use kithwork_core::id::AccessId;

/// “Use on my phone”.
#[derive(Debug, Template)]
#[template(path = "phone.html")]
pub(crate) struct Phone {
    frame: Frame,
    way: Way,
    fingerprint: String,
    devices: Vec<Row>,
    tokens: Vec<Row>,
    /// A token that has just been made, and its secret.
    made: Option<(String, String)>,
    has_password: bool,
    password: Field,
    name: Field,
    days: Field,
    scope: Scope,
    is_token_open: bool,
}

crate::visit::framed!(Phone);

/// How a phone is paired from here.
#[derive(Debug)]
pub(crate) enum Way {
    /// By this code.
    Code(Box<Shown>),
    /// On the computer: here is a phone.
    AtTheComputer,
    /// Not while no way in is open; it may be opened from here.
    Shut { can_open: bool },
    /// Not while the machine is in no network.
    NoNetwork,
}

/// A code on the page.
#[derive(Debug)]
pub(crate) struct Shown {
    qr: Option<Qr>,
    /// Where a code is typed.
    address: String,
    spaced: String,
    until: String,
}

/// A device or a token in a list.
#[derive(Debug)]
struct Row {
    id: AccessId,
    name: String,
    says: String,
    is_this: bool,
    rename_key: String,
    drop_key: String,
}

/// What is known of who may come in.
#[derive(Debug)]
pub(crate) struct Known {
    pub devices: Vec<Device>,
    pub tokens: Vec<Token>,
    pub has_password: bool,
    /// The device that asks, where it is one.
    pub this: Option<AccessId>,
    pub zone: TimeZone,
    pub today: Date,
}

impl Phone {
    /// The page.
    pub(crate) fn of(way: Way, door: Option<&Door>, known: &Known) -> Self {
        let day = |at: Timestamp| say::day(at.to_zoned(known.zone.clone()).date(), known.today);
        let used = |at: Option<Timestamp>| {
            at.map_or_else(|| "not used yet".to_owned(), |at| format!("last used {}", day(at)))
        };
        let devices = known.devices.iter().map(|d| {
            let says = format!("paired {}, {}", day(d.paired_at), used(d.seen_at));
            row(d.id, &d.name, says, known.this == Some(d.id))
        });
        let tokens = known.tokens.iter().map(|t| {
            let ends = t.until.map(|until| format!(", ends {}", day(until))).unwrap_or_default();
            row(t.id, &t.name, format!("{}{ends}, {}", may(t.scope), used(t.seen_at)), false)
        });
        Self {
            frame: Frame::new("Use on my phone", Place::More),
            way,
            fingerprint: door.map(|door| door.fingerprint.clone()).unwrap_or_default(),
            devices: devices.collect(),
            tokens: tokens.collect(),
            made: None,
            has_password: known.has_password,
            password: Field::line(
                "password",
                "Password",
                "Ten letters or more, such as four words",
            ),
            name: Field::line("token_name", "What uses it", "Such as “Backup script”"),
            days: Field::line("days", "Days it holds", "Empty: until you drop it"),
            scope: Scope::Read,
            is_token_open: false,
        }
    }

    /// The same with a token that was just made.
    pub(crate) fn made(self, token: &Token, secret: String) -> Self {
        Self { made: Some((token.name.clone(), secret)), is_token_open: true, ..self }
    }

    /// The same, one of whose forms could not be taken.
    pub(crate) fn again(mut self, form: &Fields, problems: &[FieldProblem]) -> Self {
        self.is_token_open = form.has("token_name");
        for field in [&mut self.name, &mut self.days] {
            field.again(form, problems);
        }
        // What was typed as a password is not sent back.
        self.password.again(&Fields::default(), problems);
        let scope = Scope::ALL.into_iter().find(|scope| scope.name() == form.text("scope"));
        self.scope = scope.unwrap_or(self.scope);
        self
    }

    fn scopes() -> [(Scope, &'static str); 3] {
        Scope::ALL.map(|scope| (scope, may(scope)))
    }
}

impl Shown {
    /// A code that waits, with the addresses at which it is taken and typed.
    pub(crate) fn of(offer: &Offer, taken_at: &str, typed_at: String, zone: &TimeZone) -> Self {
        Self {
            qr: Qr::of_address(taken_at, "The address that pairs your phone"),
            address: typed_at,
            spaced: offer.spaced(),
            until: offer.until.to_zoned(zone.clone()).strftime("%H:%M").to_string(),
        }
    }
}

fn row(id: AccessId, name: &str, says: String, is_this: bool) -> Row {
    let (rename_key, drop_key) = (format!("rename-{id}"), format!("drop-{id}"));
    Row { id, name: name.to_owned(), says, is_this, rename_key, drop_key }
}

fn may(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "may read",
        Scope::Write => "may read and write",
        Scope::All => "may do everything",
    }
}

/// A code is typed, or the one in the address is taken.
#[derive(Debug, Template)]
#[template(path = "pair.html")]
pub(crate) struct Pair {
    frame: Frame,
    /// The code of the address; empty where it has to be typed.
    code: String,
    typed: Field,
    name: Field,
    /// What is wrong with the code.
    problem: String,
}

crate::visit::framed!(Pair);

impl Pair {
    /// The page with this code; empty where it has to be typed.
    pub(crate) fn with(code: &str) -> Self {
        Self {
            frame: Frame::new("Pair this device", Place::Nowhere),
            code: code.to_owned(),
            typed: Field::line("code", "The code on your computer", "Twelve letters and digits"),
            name: Field::line("name", "What to call this device", "Such as “My phone”")
                .holding(Some("My phone")),
            problem: String::new(),
        }
    }

    /// The same after it could not be taken.
    pub(crate) fn again(form: &Fields, problem: String, problems: &[FieldProblem]) -> Self {
        let mut page = Self::with("");
        page.typed.again(form, problems);
        page.name.again(form, problems);
        Self { problem, ..page }
    }
}

/// Signing in with the password.
#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
pub(crate) struct SignIn {
    frame: Frame,
    /// Whether a form was sent that could not be taken.
    is_form_lost: bool,
    name: Field,
    problem: String,
}

crate::visit::framed!(SignIn);

impl SignIn {
    /// The page as it is asked for.
    pub(crate) fn new() -> Self {
        Self {
            frame: Frame::new("Sign in", Place::Nowhere),
            is_form_lost: false,
            name: Field::line("name", "What to call this device", "Such as “Laptop”"),
            problem: String::new(),
        }
    }

    /// In the place of a page that needs it.
    pub(crate) fn needed(is_read: bool) -> Self {
        Self { is_form_lost: !is_read, ..Self::new() }
    }

    /// The same after it could not be taken.
    pub(crate) fn again(form: &Fields, problem: String, problems: &[FieldProblem]) -> Self {
        let mut page = Self::new();
        page.name.again(form, problems);
        Self { problem, ..page }
    }
}

/// How a phone learns to trust this computer.
#[derive(Debug, Template)]
#[template(path = "trust.html")]
pub(crate) struct Trust {
    frame: Frame,
    fingerprint: String,
}

crate::visit::framed!(Trust);

impl Trust {
    /// The steps, and the fingerprint to compare.
    pub(crate) fn of(door: &Door) -> Self {
        let frame = Frame::new("Trust your computer", Place::Nowhere);
        Self { frame, fingerprint: door.fingerprint.clone() }
    }
}
