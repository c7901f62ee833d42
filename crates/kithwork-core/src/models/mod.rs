//! The models of the science behind Kithwork, one a file; each says what it claims, with units, range
//! and source, and is tested against published numbers. `docs/models` tells the same at length.

pub mod attribution;
pub mod bm25;
pub mod decay;
pub mod diversity;
pub mod false_alarms;
#[cfg(test)]
mod freireich;
pub mod gamma_poisson;
pub mod garwood;
pub mod kaplan_meier;
pub mod lag;
pub mod log_rank;
pub mod mbg_nbd;
pub mod poisson_binomial;
pub mod wilson;
