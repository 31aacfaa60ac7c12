use crate::money::shortened;
use crate::{Code, Reason, Result};

/// Refuses a state that was kept for another rule.
pub(in crate::tenancy) fn same_rule(kept: &str, asked: &str, place: impl Into<String>) -> Result<()> {
    if kept == asked {
        return Ok(());
    }
    let message = format!(
        "this state was kept for `{}`, not for `{}`",
        shortened(kept),
        shortened(asked)
    );
    Err(Reason::new(Code::RequestConflict, place, message).into())
}
