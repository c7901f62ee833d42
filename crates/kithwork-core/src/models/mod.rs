//! The models of the science behind Kithwork, one a file; each says what it claims, with units, range
//! and source, and is tested against published numbers. `docs/models` tells the same at length.

pub mod attribution;
pub mod beta_binomial;
pub mod bg_bb;
pub mod binomial;
pub mod blossom;
pub mod bm25;
pub mod chance;
pub mod comparison;
pub mod decay;
pub mod diversity;
pub mod empirical_bayes;
pub mod false_alarms;
pub mod first_referral;
pub mod fitted;
#[cfg(test)]
mod freireich;
pub mod gamma_gamma;
pub mod gamma_poisson;
pub mod garwood;
pub mod hypergeometric;
pub mod kaplan_meier;
pub mod lag;
pub mod log_rank;
pub mod mbg_nbd;
pub mod minimum;
pub mod poisson_binomial;
pub mod reciprocity;
pub mod trend;
pub mod weibull;
pub mod whittle;
pub mod wilson;
