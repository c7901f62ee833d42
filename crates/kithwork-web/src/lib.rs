//! The pages and the programs' interface, over HTTP.
