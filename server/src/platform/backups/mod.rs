//! Everything that an installation keeps, in one encrypted file that is read by either database: made while the server runs, every day and
//! whenever somebody asks, and put back into an empty database.

mod clock;
pub mod command;
mod make;
mod pieces;
mod routes;
mod sealed;

pub use clock::{look, watch};
pub use make::{Backup, make, restore, verify};
pub(super) use routes::routes;
pub use sealed::Head;

/// How the name of a backup begins, and how it ends.
const BEGINNING: &str = "ratebook-";
const ENDING: &str = ".backup";
