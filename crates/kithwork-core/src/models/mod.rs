//! The models of science.md §3, one a file.
