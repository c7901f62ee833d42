//! A PostgreSQL server for a test run: found or installed, started in a folder of its own, and gone
//! with it.

use std::fs;
use std::io::{Error, Result};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

/// Where Debian, Red Hat and Homebrew keep the server, beside whatever is on the path.
const KEPT_IN: &[&str] = &["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt/postgresql"];
/// The programs needed.
const PROGRAMS: &[&str] = &["postgres", "initdb", "pg_ctl"];
const ROOT: u32 = 0;

/// A running server; dropped, it stops and its folder goes.
#[derive(Debug)]
pub(crate) struct Server {
    programs: PathBuf,
    folder: PathBuf,
    user: Option<User>,
    port: u16,
}

/// Whom the server runs as: it refuses to run as root.
#[derive(Clone, Copy, Debug)]
struct User {
    id: u32,
    group: u32,
}

impl Server {
    /// What the tests take as `KITHWORK_TEST_POSTGRES`.
    pub(crate) fn url(&self) -> String {
        format!("postgres://kithwork@127.0.0.1:{}/postgres", self.port)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = Command::new(self.programs.join(program));
        command.args(arguments).current_dir(&self.folder);
        if let Some(user) = self.user {
            command.uid(user.id).gid(user.group);
        }
        // Its output goes to a file: a server that inherits a pipe keeps it open.
        let output = fs::File::create(self.folder.join("output"))?;
        let status = command.stdout(output.try_clone()?).stderr(output).status()?;
        if status.success() {
            return Ok(());
        }
        let said = fs::read_to_string(self.folder.join("output")).unwrap_or_default();
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Error::other(format!("{program} failed: {said}{log}")))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing can be done about a server that won't stop, and its data is worth nothing.
        let _stopped = self.run("pg_ctl", &["stop", "-D", "data", "-m", "immediate", "-w"]);
        let _removed = fs::remove_dir_all(&self.folder);
    }
}

/// Starts a server on a free port of this machine.
///
/// Looks for PostgreSQL on the path and in the usual folders; as root, installs it with `apt-get`
/// where there is none.
///
/// # Errors
/// Where there is no PostgreSQL and it can't be installed, or it doesn't start; the text says what
/// to do.
pub(crate) fn start() -> Result<Server> {
    let folder = std::env::temp_dir().join(format!("kithwork-postgres-{}", process::id()));
    fs::create_dir(&folder)?;
    let user = server_user(fs::metadata(&folder)?.uid())?;
    if let Some(user) = user {
        chown(&folder, Some(user.id), Some(user.group))?;
    }
    let programs = find().or_else(|| install(user.is_some())).ok_or_else(|| {
        let _removed = fs::remove_dir(&folder);
        Error::other("PostgreSQL is not installed: try `apt-get install postgresql`")
    })?;
    // The port is free now; that another program takes it in between is next to impossible.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let server = Server { programs, folder, user, port };
    let initdb = ["-D", "data", "-U", "kithwork", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"];
    server.run("initdb", &initdb)?;
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
         -c max_connections=300"
    );
    server.run("pg_ctl", &["start", "-D", "data", "-l", "log", "-w", "-o", &options])?;
    Ok(server)
}

/// Whom to run the server as; none where we aren't root and it may run as ourselves.
fn server_user(ours: u32) -> Result<Option<User>> {
    if ours != ROOT {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let user = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some(User { id: fields.next()?.parse().ok()?, group: fields.next()?.parse().ok()? })
    };
    let found = user("postgres").or_else(|| user("nobody"));
    found.map(Some).ok_or_else(|| Error::other("there is no user that PostgreSQL can run as"))
}

/// The folder that holds all programs needed; of several versions the latest.
fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path);
    let mut kept: Vec<PathBuf> = KEPT_IN.iter().flat_map(|folder| versions(folder)).collect();
    kept.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    // A link on the path leads to a folder in which the server finds its own files.
    on_path.chain(kept).find(|folder| PROGRAMS.iter().all(|program| folder.join(program).is_file()))
}

fn versions(folder: &str) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = found.map(|entry| entry.path().join("bin")).collect();
    folders.push(Path::new(folder).join("bin"));
    folders
}

fn version(folder: &Path) -> u32 {
    let named = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    named.and_then(|name| name.parse().ok()).unwrap_or(0)
}

fn install(is_root: bool) -> Option<PathBuf> {
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command.output().is_ok_and(|output| output.status.success())
    };
    if !is_root {
        return None;
    }
    let install = ["install", "-y", "--no-install-recommends", "postgresql"];
    if apt(&install) || (apt(&["update"]) && apt(&install)) { find() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_answers_and_is_gone_when_dropped() {
        let server = start().unwrap();
        let address = format!("127.0.0.1:{}", server.port);
        assert!(server.url().contains(&address));
        std::net::TcpStream::connect(&address).unwrap();
        let folder = server.folder.clone();
        drop(server);
        assert!(std::net::TcpStream::connect(&address).is_err());
        assert!(!folder.exists());
    }
}
