//! The facts of a networker's book and the mind that reads them. Pure: no clock, no files, no
//! chance; time, ids and seeds arrive as arguments.
//!
//! ```text
//! files ──formats──▶ Record ──handover::reconcile──▶ Edit ──store──▶ rows
//!                                                      ▲               │
//! plain words ──capture──▶ Fact ───────────────────────┘               ▼
//!                                        Facts ──▶ Book (indices, occurrences, as of a date)
//!                                                   ├──▶ Review (totals, time, rooms, findings)
//!                                                   ├──▶ Plan   (whom to see, what to bring)
//!                                                   └──▶ matching, network, credit, seating
//!
//! Person ─met at▶ Room ◀─of─ Meeting ─talked to▶ Person ◀─with─ Conversation
//!   ├─ Promise (mine, theirs)   ├─ Help (given, received)   ├─ Rating (0–4, dated)
//!   ├─ Introduction (by, a, b)  └─ Referral (its giver is always a Person)
//!   └─ origin: the room where the chain of introductions behind a person began
//! Business ─source▶ Person | Room | channel          Entry (calendar) ─means▶ Room | Conversation
//! Statement: what a source last said about any of these; Change: one action, holding its Edits
//! ```

pub mod book;
pub mod capture;
pub mod change;
pub mod credit;
pub mod days;
pub mod erasure;
pub mod evening;
pub mod explanation;
pub mod fact;
pub mod facts;
pub mod handover;
pub mod id;
pub mod ladder;
pub mod matching;
pub mod models;
pub mod money;
pub mod network;
pub mod params;
pub mod pitch;
pub mod plan;
pub mod presentation;
pub mod review;
pub mod roll;
pub mod rounding;
pub mod seating;
pub mod source;
pub mod start;
pub mod written;
