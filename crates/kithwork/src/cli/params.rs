//! `params`

use crate::config;
use crate::screen;
use crate::session::{Ended, Session};
use kithwork_app::Result;
use kithwork_core::params::{Params as Assumed, Source};
use serde_json::{Value, json};

/// Print what the models assume, as a file you may edit
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The file is read from $KITHWORK_PARAMS, else from params.toml in your folder for settings.

Examples:
  kithwork params > params.toml
  KITHWORK_PARAMS=params.toml kithwork review")]
pub(crate) struct Params {
    /// Print one JSON document
    #[arg(long)]
    pub(super) json: bool,
}

impl Params {
    pub(super) fn run(self, session: &Session) -> Result<Ended> {
        if self.json {
            session.screen.show(&document(&session.params), String::new)?;
        } else {
            screen::print(&session.params.documented())?;
        }
        Ok(Ended::Done)
    }
}

/// Every parameter with its value, its default and its words.
fn document(params: &Assumed) -> Value {
    let tree = |params: &Assumed| serde_json::to_value(params).unwrap_or_default();
    let (values, usual) = (tree(params), tree(&Assumed::default()));
    let known = Assumed::known().iter().map(|known| {
        let at = |tree: &Value| tree[known.section.as_str()][known.name.as_str()].clone();
        let source = match known.source {
            Source::Published => "published",
            Source::Judgement => "judgement",
        };
        json!({
            "name": format!("{}.{}", known.section, known.name), "value": at(&values),
            "default": at(&usual), "source": source, "says": known.says,
        })
    });
    json!({
        "file": config::usual_params().map(|file| file.display().to_string()),
        "params": known.collect::<Vec<_>>(),
    })
}
