//! Who may come in, as programs read it.

use crate::access::Secret;
use crate::access::device::Device;
use crate::access::token::{Scope, Token};
use jiff::Timestamp;
use kithwork_core::id::AccessId;
use serde::Serialize;

/// The devices.
#[derive(Debug, Serialize)]
pub struct DevicesJson {
    /// In the order in which they were paired.
    pub devices: Vec<DeviceJson>,
}

/// A device.
#[derive(Debug, Serialize)]
pub struct DeviceJson {
    /// By which it is renamed and unpaired.
    pub id: AccessId,
    name: String,
    paired_at: Timestamp,
    seen_at: Option<Timestamp>,
    /// Whether it is the one that asks.
    is_this: bool,
}

impl DevicesJson {
    /// These devices, of which one may be asking.
    pub fn of(devices: &[Device], this: Option<AccessId>) -> Self {
        let one = |device: &Device| DeviceJson {
            id: device.id,
            name: device.name.clone(),
            paired_at: device.paired_at,
            seen_at: device.seen_at,
            is_this: this == Some(device.id),
        };
        Self { devices: devices.iter().map(one).collect() }
    }
}

/// The tokens.
#[derive(Debug, Serialize)]
pub struct TokensJson {
    /// In the order in which they were made.
    pub tokens: Vec<TokenJson>,
}

/// A token without its secret.
#[derive(Debug, Serialize)]
pub struct TokenJson {
    /// By which it is dropped.
    pub id: AccessId,
    name: String,
    scope: Scope,
    made_at: Timestamp,
    until: Option<Timestamp>,
    seen_at: Option<Timestamp>,
}

impl TokenJson {
    fn of(token: &Token) -> Self {
        Self {
            id: token.id,
            name: token.name.clone(),
            scope: token.scope,
            made_at: token.made_at,
            until: token.until,
            seen_at: token.seen_at,
        }
    }
}

impl TokensJson {
    /// These tokens.
    pub fn of(tokens: &[Token]) -> Self {
        Self { tokens: tokens.iter().map(TokenJson::of).collect() }
    }
}

/// A token that was made, with its secret, shown this once.
#[derive(Debug, Serialize)]
pub struct TokenMadeJson {
    token: TokenJson,
    secret: String,
}

impl TokenMadeJson {
    /// This token and its secret.
    pub fn of(token: &Token, secret: &Secret) -> Self {
        Self { token: TokenJson::of(token), secret: secret.text() }
    }
}

/// A code that waits for a phone.
#[derive(Debug, Serialize)]
pub struct PairingJson {
    /// Where it is typed; with the code behind a slash, where it is taken.
    pub address: String,
    /// The code.
    pub code: String,
    /// It can be taken until then.
    pub until: Timestamp,
}
