//! Everything that an installation keeps, in one encrypted file that is read by either database: made while the server runs, every day and
//! whenever somebody asks, and put back into an empty database.

mod clock;
pub mod command;
mod make;
mod pieces;
mod proof;
mod routes;
mod sealed;
pub mod tenant;
pub mod tenant_command;

pub use clock::{look, watch};
pub use make::{Backup, make, restore, verify};
pub use proof::look as prove;
pub(super) use proof::{Standing, standing as proven};
pub(super) use routes::routes;
pub use sealed::Head;

/// How the name of a backup begins, and how it ends.
const BEGINNING: &str = "ratebook-";
const ENDING: &str = ".backup";
