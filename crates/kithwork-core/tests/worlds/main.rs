//! Invented networkers in number: habits drawn by lot, ways of going wrong planted on purpose. What
//! was planted is to be found; what was not, not to be seen.

#[cfg(test)]
mod causes;
#[cfg(test)]
mod census;
#[cfg(test)]
mod chance;
#[cfg(test)]
mod habits;
#[cfg(test)]
mod life;
#[cfg(test)]
mod money;
