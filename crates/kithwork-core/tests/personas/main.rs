//! The mind on synthetic networkers, against the sums and causes their makers wrote down.

#[cfg(test)]
mod cdnow;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod reviews;
#[cfg(test)]
mod sheets;
