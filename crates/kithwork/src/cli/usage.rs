//! What is said where a command is not used as it should be: what is wrong and what to do, without
//! the argument parser's own words.

use crate::config::Config;
use crate::screen;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::json;
use std::process::ExitCode;

/// Help and version go to standard output; wrong usage to standard error.
pub(super) fn told(wrong: &clap::Error, config: &Config) -> ExitCode {
    if matches!(wrong.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let text = wrong.render();
        let text = if config.colour { text.ansi().to_string() } else { text.to_string() };
        return match screen::print(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(1),
        };
    }
    let hint = hint(wrong);
    let title = "That is not how this command is used";
    screen::tell(&format!("kithwork: {title}\n  {hint}\n"));
    if std::env::args_os().any(|arg| arg == "--json") {
        let document = json!({"error": {"code": "usage", "title": title, "hint": hint}});
        if screen::print(&format!("{document:#}\n")).is_err() {
            tracing::debug!("standard output is closed");
        }
    }
    ExitCode::from(2)
}

/// What is wrong and what to do.
fn hint(wrong: &clap::Error) -> String {
    let said = |kind| context(wrong, kind);
    let option = said(ContextKind::InvalidArg);
    let value = said(ContextKind::InvalidValue);
    match wrong.kind() {
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(wrong).map(ToString::to_string);
            let why = why.unwrap_or_else(|| "it can’t be read".to_owned());
            format!("“{value}” for {option}: {why}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("give {option} a value"),
        ErrorKind::InvalidValue => {
            let choices = said(ContextKind::ValidValue).replace("” or “", ", ");
            format!("“{value}” for {option}: choose one of {choices}")
        }
        ErrorKind::UnknownArgument => {
            let near = near(&said(ContextKind::SuggestedArg));
            format!("there is no “{option}” here{near}; {} lists what there is", help())
        }
        ErrorKind::InvalidSubcommand => {
            let near = near(&said(ContextKind::SuggestedSubcommand));
            let verb = said(ContextKind::InvalidSubcommand);
            format!("there is no command “{verb}”{near}; “kithwork --help” lists them all")
        }
        ErrorKind::MissingRequiredArgument => {
            format!("say which {option}; {} shows how", help())
        }
        ErrorKind::ArgumentConflict => {
            format!("{option} can be given only once; {} shows how", help())
        }
        _ => {
            let text = wrong.to_string();
            let first = text.lines().next().unwrap_or_default();
            format!("{}; {} shows how", first.trim_start_matches("error: "), help())
        }
    }
}

fn near(suggested: &str) -> String {
    if suggested.is_empty() { String::new() } else { format!(", perhaps “{suggested}”") }
}

/// The help of the verb that was meant.
fn help() -> String {
    let verb = std::env::args()
        .skip(1)
        .find(|arg| <super::Cli as clap::CommandFactory>::command().find_subcommand(arg).is_some());
    verb.map_or("“kithwork --help”".to_owned(), |verb| format!("“kithwork {verb} --help”"))
}

fn context(wrong: &clap::Error, kind: ContextKind) -> String {
    match wrong.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(all)) => all.join("” or “"),
        _ => String::new(),
    }
}
