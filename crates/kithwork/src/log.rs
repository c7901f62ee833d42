//! Logging: to standard error, warnings and worse unless asked for more; never names or notes.

use crate::config::Config;
use std::io::stderr;
use tracing_subscriber::EnvFilter;

/// Begins to log. Begun twice, the first one counts.
pub(crate) fn begin(config: &Config) {
    let wanted = config.log.as_deref().unwrap_or("warn");
    let filter = EnvFilter::try_new(wanted).unwrap_or_else(|_invalid| EnvFilter::new("warn"));
    // Whoever asks for every word of the libraries is not told the private addresses among them.
    let silent = ["ureq=off", "ureq_proto=off", "rustls=off"];
    let silent = silent.iter().filter_map(|directive| directive.parse().ok());
    let filter = silent.fold(filter, EnvFilter::add_directive);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    if log.with_ansi(false).without_time().try_init().is_err() {
        tracing::debug!("logging had begun already");
    }
}
