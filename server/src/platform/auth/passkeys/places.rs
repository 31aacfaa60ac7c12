//! Where a passkey holds: at the installation's own address and its tenants' parts of it, or at the domain that a tenant has of its own. A
//! device gives it to no page of another.

use axum::http::request::Parts;
use ratebook::{Code, Reason};

use crate::platform::caller::Chosen;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx};

/// The host of an origin.
fn host(origin: &str) -> &str {
    let rest = origin.split_once("://").map_or("", |(_, rest)| rest);
    rest.rsplit_once(':').map_or(rest, |(host, _)| host)
}

/// The name under which passkeys are made at the host of a request: a tenant's own domain where it is one, else the installation's.
pub(super) async fn of_request(app: &App, parts: &Parts) -> Result<String, Problem> {
    let home = app.public_url().ok_or_else(|| {
        let message = "passkeys hold at an address; set `public_url`";
        Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message))
    })?;
    // Where a page stands, its browser knows by the host alone, whichever tenant the page says that it means.
    let Chosen::Domain(domain) = Chosen::by_host(parts, app.base_domain.as_deref()) else {
        return Ok(host(&home).to_owned());
    };
    let own = domain.to_string();
    let known = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { is_a_tenants(&mut tx, &own).await }))
        .await?;
    Ok(if known { domain.into() } else { host(&home).to_owned() })
}

async fn is_a_tenants(tx: &mut PlatformTx<'_>, domain: &str) -> Result<bool, Failure> {
    let text = "SELECT id FROM tenants WHERE domain = $1";
    Ok(!tx.ask(text, &[Bound::Text(domain.to_owned())]).await?.is_empty())
}

/// Whether a page of that origin is ours, at which a passkey of that name holds.
pub(super) async fn is_ours(app: &App, tx: &mut PlatformTx<'_>, (rp, origin): (&str, &str)) -> Result<bool, Failure> {
    let home = app.public_url().unwrap_or_default();
    if rp != host(&home) {
        return Ok(origin == format!("https://{rp}") && is_a_tenants(tx, rp).await?);
    }
    if origin == home {
        return Ok(true);
    }
    let label = origin
        .strip_prefix("https://")
        .and_then(|host| host.strip_suffix(rp)?.strip_suffix('.'));
    let label = label.filter(|label| app.base_domain.as_deref() == Some(rp) && !label.is_empty());
    let Some(label) = label else {
        return Ok(false);
    };
    let text = "SELECT id FROM tenants WHERE slug = $1";
    Ok(!tx.ask(text, &[Bound::Text(label.to_owned())]).await?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_has_neither_scheme_nor_port() {
        for (origin, expected) in [
            ("https://hire.example.com", "hire.example.com"),
            ("http://localhost:4280", "localhost"),
            ("", ""),
        ] {
            assert_eq!(host(origin), expected);
        }
    }
}
