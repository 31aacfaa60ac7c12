//! What any service needs: who asks, and what the installation is set to.

pub mod caller;
pub mod settings;
pub mod trace;
