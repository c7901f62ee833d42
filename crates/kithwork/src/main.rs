//! The `kithwork` program.

fn main() {}
