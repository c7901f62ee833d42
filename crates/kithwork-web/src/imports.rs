//! Imports under way: a long one goes on while its page says how far it is.

use kithwork_app::import::Progress;
use kithwork_app::json::ImportJson;
use kithwork_app::{Code, Error};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;
use uuid::Uuid;

/// So many are remembered, those under way among them.
const KEPT: usize = 16;

/// How far an import has come.
#[derive(Clone, Debug)]
pub(crate) enum Stage {
    /// So many files of so many are read.
    Reading { read: usize, files: usize },
    /// It is being found out what belongs together.
    Joining,
    /// It is being written.
    Writing,
    /// It is over.
    Over(Arc<ImportJson>),
    /// It could not be done: why, and what to do.
    Failed(Code, Option<String>),
}

impl Stage {
    /// Whether nothing more is to come.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Over(_) | Self::Failed(..))
    }
}

/// One import: told how far it is, and asked.
#[derive(Clone, Debug)]
pub(crate) struct Under {
    stage: Arc<watch::Sender<Stage>>,
}

impl Under {
    /// Notes how far it has come.
    pub(crate) fn came(&self, to: Progress) {
        self.stage.send_modify(|stage| {
            *stage = match (to, &*stage) {
                (Progress::Found { files }, _) => Stage::Reading { read: 0, files },
                (Progress::Read { file }, Stage::Reading { files, .. }) => {
                    Stage::Reading { read: file, files: *files }
                }
                (Progress::Read { .. }, now) => now.clone(),
                (Progress::Joining, _) => Stage::Joining,
                (Progress::Writing, _) => Stage::Writing,
            };
        });
    }

    /// Notes how it ended.
    pub(crate) fn ended(&self, with: Result<ImportJson, Error>) {
        let stage = match with {
            Ok(read) => Stage::Over(Arc::new(read)),
            Err(error) => Stage::Failed(error.code, error.hint),
        };
        self.stage.send_replace(stage);
    }

    /// How far it is.
    pub(crate) fn stage(&self) -> Stage {
        self.stage.borrow().clone()
    }

    /// Waits for its end.
    pub(crate) async fn over(&self) -> Stage {
        let mut watched = self.stage.subscribe();
        match watched.wait_for(Stage::is_final).await {
            Ok(stage) => stage.clone(),
            // Whoever imports holds the sender for as long as this does: it can't be gone.
            Err(_closed) => self.stage(),
        }
    }
}

/// The imports of this server.
#[derive(Debug, Default)]
pub(crate) struct Imports(Mutex<VecDeque<(Uuid, Under)>>);

impl Imports {
    /// One more begins.
    pub(crate) fn begin(&self, id: Uuid) -> Under {
        let stage = Arc::new(watch::Sender::new(Stage::Reading { read: 0, files: 0 }));
        let under = Under { stage };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.pop_front();
        }
        all.push_back((id, under.clone()));
        under
    }

    /// The one of that id; none where the program was started again since.
    pub(crate) fn find(&self, id: Uuid) -> Option<Under> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|(of, _)| *of == id).map(|(_, under)| under.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_import_says_how_far_it_is_until_it_is_over() {
        let imports = Imports::default();
        let under = imports.begin(Uuid::from_u128(1));
        under.came(Progress::Found { files: 3 });
        under.came(Progress::Read { file: 2 });
        assert!(matches!(under.stage(), Stage::Reading { read: 2, files: 3 }));
        under.came(Progress::Joining);
        under.came(Progress::Read { file: 3 });
        assert!(matches!(under.stage(), Stage::Joining));
        let asked = imports.find(Uuid::from_u128(1)).unwrap();
        under.ended(Err(Error::new(Code::NothingToRead)));
        assert!(matches!(asked.over().await, Stage::Failed(Code::NothingToRead, None)));
        for n in 2..40 {
            imports.begin(Uuid::from_u128(n));
        }
        assert!(imports.find(Uuid::from_u128(1)).is_none(), "old ones are forgotten");
        assert!(imports.find(Uuid::from_u128(39)).is_some());
    }
}
