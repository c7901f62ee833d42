//! The hours a week has.

/// The minutes a week has, and whether the owner said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Minutes.
    pub minutes: u32,
    /// Whether they are a rule of thumb, because the owner has not said how many they have.
    pub is_assumed: bool,
}

impl Budget {
    /// So many minutes as a rule of thumb.
    pub const fn assumed(minutes: u32) -> Self {
        Self { minutes, is_assumed: true }
    }
}

impl From<u32> for Budget {
    /// So many minutes as the owner said.
    fn from(minutes: u32) -> Self {
        Self { minutes, is_assumed: false }
    }
}
