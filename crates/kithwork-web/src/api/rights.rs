//! What a token's scope has to reach for each operation.

use super::operations::{OPERATIONS, Operation};
use axum::http::Method;
use kithwork_app::Rights;
use kithwork_app::access::token::Scope;

/// What only a token that may do everything does: erasing, settings, and who may come in.
const OWNERS: [&str; 10] = [
    "erase_person",
    "tell_settings",
    "devices",
    "rename_device",
    "unpair_device",
    "offer_pairing",
    "tokens",
    "make_token",
    "drop_token",
    "set_password",
];

/// The scope that an operation takes.
pub(super) fn scope(operation: &Operation) -> Scope {
    match operation.method {
        _ if OWNERS.contains(&operation.name) => Scope::All,
        "get" => Scope::Read,
        _ => Scope::Write,
    }
}

/// What a request to this route of the interface takes. One that is described nowhere takes all, unless
/// it only reads.
pub(crate) fn rights(method: &Method, route: &str) -> Rights {
    let path = route.strip_prefix("/api/v1").unwrap_or(route);
    let is_asked = |operation: &&Operation| {
        operation.path == path && operation.method.eq_ignore_ascii_case(method.as_str())
    };
    match OPERATIONS.iter().find(is_asked).map(scope) {
        Some(Scope::Read) => Rights::Read,
        Some(Scope::Write) => Rights::Write,
        None if method.is_safe() => Rights::Read,
        Some(Scope::All) | None => Rights::Own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_takes_the_least_and_who_may_come_in_the_most() {
        for (method, route, needed) in [
            (Method::GET, "/api/v1/review", Rights::Read),
            (Method::GET, "/api/v1/openapi.json", Rights::Read),
            (Method::POST, "/api/v1/notes", Rights::Write),
            (Method::PATCH, "/api/v1/people/{id}", Rights::Write),
            (Method::DELETE, "/api/v1/people/{id}", Rights::Own),
            (Method::PATCH, "/api/v1/settings", Rights::Own),
            (Method::GET, "/api/v1/tokens", Rights::Own),
            (Method::POST, "/api/v1/nowhere", Rights::Own),
        ] {
            assert_eq!(rights(&method, route), needed, "{method} {route}");
        }
        for name in OWNERS {
            assert!(OPERATIONS.iter().any(|operation| operation.name == name), "{name}");
        }
    }
}
