//! What records say of people: given out, made nameless, kept for so long, and what people have agreed to.

mod anonymise;
mod consents;
mod export;
mod forgetting;
mod holds;
mod nameless;
mod people;
mod retention;
mod traces;

use crate::routes::Routes;
use crate::state::App;

pub(crate) use consents::agreed;
pub(super) use forgetting::Forgetting;
pub(super) use retention::{NAME as RETENTION, Retention, schedules};

/// The permission by which people are made nameless.
const ANONYMISES: &str = "personal:anonymise";
/// The permission by which what is personal is seen.
pub(crate) const READS: &str = "personal:read";

pub(super) fn routes() -> Routes<App> {
    let asked = export::routes().merge(anonymise::routes());
    asked
        .merge(holds::routes())
        .merge(retention::routes())
        .merge(consents::routes())
}
