//! What is known of one relationship.

/// When there was contact with somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    /// Repeat contacts x ≥ 0.
    pub repeats: f64,
    /// Weeks from the first contact to the last, 0 ≤ `t_x` ≤ T.
    pub last: f64,
    /// Weeks from the first contact until now, T ≥ 0.
    pub age: f64,
}

/// Nobody was met before the pyramids, nor more often than that.
const MOST: f64 = 1e6;

impl Record {
    /// The record with every number in its range: whatever is none counts as 0, and the last contact
    /// lies between the first and now.
    #[must_use]
    pub fn tidy(self) -> Self {
        let within = |value: f64, most: f64| if value > 0.0 { value.min(most) } else { 0.0 };
        let age = within(self.age, MOST);
        Self { repeats: within(self.repeats, MOST), last: within(self.last, age), age }
    }
}
