//! The `kithwork` program.

#[cfg_attr(not(test), expect(dead_code, reason = "`demo` will open it"))]
mod sample;

fn main() {}
