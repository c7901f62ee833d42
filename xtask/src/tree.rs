//! The project's own files.

use crate::error::{Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const SKIPPED: [&str; 3] = ["target", ".git", "node_modules"];

/// The workspace's root.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// One text file of the project.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path below the root, with `/`.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

impl File {
    /// Whether it is Rust source.
    pub(crate) fn is_rust(&self) -> bool {
        self.has_extension(&["rs"])
    }

    /// Whether its name ends in one of these, without the dot.
    pub(crate) fn has_extension(&self, extensions: &[&str]) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|e| extensions.iter().any(|wanted| e.eq_ignore_ascii_case(wanted)))
    }
}

/// Every text file below the root, in the order of their paths. Files that are no text are left out.
pub(crate) fn files() -> Result<Vec<File>> {
    let root = root();
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_symlink() || is_skipped(&path) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Some(text) = text(&path)? {
                files.push(File { path: below(&root, &path), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// What lies in a folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = |source| Error::Read { path: folder.to_path_buf(), source };
    fs::read_dir(folder).map_err(read)?.map(|e| e.map(|e| e.path()).map_err(read)).collect()
}

fn is_skipped(path: &Path) -> bool {
    path.file_name().is_some_and(|name| SKIPPED.iter().any(|skipped| name == *skipped))
}

/// The text of a file, or nothing where it holds none.
fn text(path: &Path) -> Result<Option<String>> {
    let bytes =
        fs::read(path).map_err(|source| Error::Read { path: path.to_path_buf(), source })?;
    Ok(String::from_utf8(bytes).ok())
}

/// A path below the root, written with `/` everywhere.
fn below(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
