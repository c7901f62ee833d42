//! The `kithwork` program: the command line, and the server that it starts.
//!
//! ```text
//! main ─▶ cli (one verb a file) ─▶ session ─▶ kithwork_app ─▶ document ─▶ screen (JSON or drawn)
//!           │                        └─ wire: the only place that names databases
//!           └─ config: the only place that reads environment and clock
//! ```

mod certificate;
mod cli;
mod config;
mod demo;
mod draw;
mod fetch;
mod log;
mod network;
mod phones;
mod screen;
mod session;
mod wire;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
