//! The pages and the programs' interface, over HTTP.
//!
//! ```text
//! request ─guard (host, origin, headers)─▶ routes ─Web::sight─▶ app (review, plan, book)
//!                                             │
//!                     pages (what to say) ◀───┴───▶ api (documents, problems)
//!                            │
//!               say, words, why, figure, chart ──▶ templates (how it looks)
//! ```
//!
//! Pages say what the mind has worked out and work out nothing themselves.

mod act;
mod acts;
mod api;
mod asked;
mod assets;
mod chart;
mod deed;
mod done;
mod door;
mod fault;
mod figure;
mod filter;
mod form;
mod frame;
mod gate;
mod guard;
mod hosts;
mod imports;
mod invitation;
mod lan;
mod pages;
mod qr;
mod refused;
mod returned;
mod router;
mod routes;
mod say;
mod seen;
mod serve;
mod session;
mod shelf;
mod sight;
#[cfg(test)]
mod tests;
mod ticket;
mod tls;
mod upload;
mod visit;
mod web;
mod why;
mod words;

pub use door::{Door, Opener};
pub use guard::CONTENT_SECURITY_POLICY;
pub use hosts::Hosts;
pub use lan::Lan;
pub use router::router;
pub use serve::{ServeError, serve};
pub use tls::{TlsConfig, serve_phones};
pub use web::{Clock, Web};
