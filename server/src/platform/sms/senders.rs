//! By whom a tenant has SMS sent: by a gateway of its own, or by that of the installation.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::Code;
use ratebook::time::{Instant, Zone};
use reqwest::Url;
use serde_json::{Value, json};

use super::Gateway;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::notices::{QuietHours, quiet_hours};
use crate::platform::webhooks::Lookup;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

pub(super) const READS: &str = "settings:read";
pub(super) const WRITES: &str = "settings:write";
const USUAL: &str = "https://api.twilio.com";
/// Why nothing is sent.
pub(super) const NOT_SET_UP: &str =
    "SMS are not set up: set `sms` and `sms_from`, or give a gateway of the tenant's own by `PUT /v1/sms/sender`";

/// By whom SMS of a tenant are sent, and when not.
pub(super) struct Sender {
    pub(super) gateway: Gateway,
    /// Whether it is the tenant's own.
    pub(super) is_own: bool,
    quiet_hours: Option<QuietHours>,
}

impl Sender {
    /// Nothing where nobody is set.
    pub(super) async fn of(app: &App, tenant: TenantKey) -> Result<Option<Sender>, Failure> {
        let kept = Kept::of(app, tenant).await?;
        let own = kept
            .as_ref()
            .map(|kept| kept.gateway(app, tenant))
            .transpose()?
            .flatten();
        let is_own = own.is_some();
        let Some(gateway) = own.or_else(|| app.sms.clone()) else {
            return Ok(None);
        };
        Ok(Some(Sender {
            gateway,
            is_own,
            quiet_hours: kept.and_then(|kept| kept.quiet_hours),
        }))
    }

    pub(super) fn quiet_until(&self, now: Instant, zone: &Zone) -> Option<Instant> {
        self.quiet_hours.as_ref()?.until(now, zone)
    }
}

/// What a tenant has set.
struct Kept {
    address: Option<String>,
    account: Option<String>,
    token: Option<Vec<u8>>,
    from: Option<String>,
    quiet_hours: Option<QuietHours>,
    updated_at: Option<Instant>,
}

fn place<'p>(tenant: TenantKey) -> Place<'p> {
    Place {
        tenant,
        entity: "sms_sender",
        field: "token",
        id: tenant,
    }
}

impl Kept {
    async fn of(app: &App, tenant: TenantKey) -> Result<Option<Kept>, Failure> {
        let found = app.store.read(tenant, |mut tx| {
            Box::pin(async move {
                let text = "SELECT address, account, token, sender, quiet_hours, updated_at FROM sms_senders WHERE tenant_id = $1";
                tx.ask(text, &[]).await
            })
        });
        found.await?.first().map(Kept::read).transpose()
    }

    fn read(row: &AnyRow) -> Result<Kept, Failure> {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.map(str::to_owned));
        // Hours that cannot be read are no permission to send in all of them.
        let unread = |_| Failure::defect("quiet hours that cannot be read");
        let quiet_hours = row.text(4)?.map(serde_json::from_str).transpose().map_err(unread)?;
        Ok(Kept {
            address: text(0)?,
            account: text(1)?,
            token: row.bytes(2)?.map(<[u8]>::to_vec),
            from: text(3)?,
            quiet_hours,
            updated_at: row.whole(5)?.and_then(Instant::from_microseconds),
        })
    }

    /// The gateway, where there is one of the tenant's own.
    fn gateway(&self, app: &App, tenant: TenantKey) -> Result<Option<Gateway>, Failure> {
        let (Some(address), Some(account), Some(token), Some(from)) =
            (&self.address, &self.account, &self.token, &self.from)
        else {
            return Ok(None);
        };
        let wrong = |_| Failure::defect("a gateway of SMS that is none");
        let token = String::from_utf8(app.vault.open(&place(tenant), token)?);
        let token = token.map_err(|_| Failure::defect("a token that is no text"))?;
        let at: Url = address
            .parse()
            .map_err(|_| Failure::defect("a gateway of SMS without an address"))?;
        Gateway::of((at, account.clone(), token), from).map(Some).map_err(wrong)
    }
}

fn told(app: &App, kept: Option<&Kept>) -> Value {
    let is_own = kept.is_some_and(|kept| kept.address.is_some());
    let by = match (is_own, &app.sms) {
        (true, _) => Some("tenant"),
        (false, Some(_)) => Some("installation"),
        (false, None) => None,
    };
    let own = |of: fn(&Kept) -> &Option<String>| kept.and_then(|kept| of(kept).as_ref());
    json!({
        "is_set_up": by.is_some(),
        "why": by.is_none().then_some(NOT_SET_UP),
        "by": by,
        "address": own(|kept| &kept.address),
        "account": own(|kept| &kept.account),
        "from": own(|kept| &kept.from),
        "quiet_hours": kept.and_then(|kept| kept.quiet_hours.as_ref()),
        "updated_at": kept.and_then(|kept| kept.updated_at),
    })
}

/// `GET /v1/sms/sender`
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Answer {
    let kept = Kept::of(&app, caller.tenant).await?;
    Ok(Json(told(&app, kept.as_ref())).into_response())
}

/// The gateway that was given; nothing where none was.
fn gateway(app: &App, fields: &mut Fields) -> Option<(Gateway, String)> {
    let is_given = ["account", "token", "from", "address"]
        .into_iter()
        .any(|name| fields.has(name));
    if !is_given {
        return None;
    }
    let address = fields
        .text_or_null("address")
        .flatten()
        .unwrap_or_else(|| USUAL.to_owned());
    let [account, token, from] = ["account", "token", "from"].map(|name| fields.text(name));
    let url = address.parse::<Url>().ok();
    let url = url.filter(|url| url.username().is_empty() && url.password().is_none());
    let Some(url) = url else {
        let message =
            format!("`address` is that of a gateway such as `{USUAL}`; the account and its token stand beside it");
        fields.fault(Code::RequestRange, "address", message);
        return None;
    };
    let lookup = Lookup {
        reachable: app.reachable.clone(),
        is_plain: url.scheme() != "https",
    };
    if let Some(why) = lookup.refuses(&url) {
        fields.fault(Code::RequestRange, "address", why);
    }
    match Gateway::of((url, account, token.clone()), &from) {
        Ok(gateway) => Some((gateway, token)),
        Err(name) => {
            if !fields.is_at_fault(name) {
                fields.fault(
                    Code::RequestRange,
                    name,
                    format!("`{name}` is none that a gateway knows"),
                );
            }
            None
        }
    }
}

/// `PUT /v1/sms/sender`: SMS go by this gateway from now on, and not in these hours. Without one they go by that of the installation.
pub(super) async fn replace(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let gateway = gateway(&app, &mut fields);
    let mut quiet = None;
    if let Some(mut inside) = fields.inside_if_given("quiet_hours") {
        quiet = quiet_hours(&mut inside);
        fields.join(inside);
    }
    fields.finish()?;
    let token = gateway
        .as_ref()
        .map(|(_, token)| app.vault.seal(&place(caller.tenant), token.as_bytes()));
    let token = token.transpose()?;
    let gateway = gateway.map(|(gateway, _)| gateway);
    let (tenant, now) = (caller.tenant, app.now().microseconds());
    let quiet = quiet.as_ref().map(crate::store::json::value).transpose()?;
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let own = |of: fn(&Gateway) -> String| Bound::text(gateway.as_ref().map(of).as_deref());
            let values = [
                Bound::Id(tenant),
                own(|gateway| gateway.at().to_string()),
                own(|gateway| gateway.account().to_owned()),
                token.map_or(Bound::Nothing(ratebook::records::ColumnKind::Bytes), Bound::Bytes),
                own(|gateway| gateway.from().to_owned()),
                Bound::text(quiet.map(|quiet| quiet.to_string()).as_deref()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO sms_senders (tenant_id, address, account, token, sender, quiet_hours, updated_at) VALUES ($1, $2, $3, $4, \
                        $5, $6, $7) ON CONFLICT (tenant_id) DO UPDATE SET address = $2, account = $3, token = $4, sender = $5, quiet_hours = \
                        $6, updated_at = $7";
            tx.tell(text, &values).await?;
            let changes = json!([{"field": "account", "after": gateway.as_ref().map(Gateway::account)}]);
            note(&mut tx, (&caller, now), ("updated", changes)).await
        })
    });
    changed.await?;
    let kept = Kept::of(&app, tenant).await?;
    Ok(Json(told(&app, kept.as_ref())).into_response())
}

/// `DELETE /v1/sms/sender`: what the tenant has set holds no more.
pub(super) async fn remove(State(app): State<App>, caller: Caller) -> Answer {
    let now = app.now().microseconds();
    let gone = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "DELETE FROM sms_senders WHERE tenant_id = $1";
            match tx.tell(text, &[Bound::Id(caller.tenant)]).await? {
                0 => Ok(()),
                _ => note(&mut tx, (&caller, now), ("removed", json!([]))).await,
            }
        })
    });
    gone.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn note(
    tx: &mut PlatformTx<'_>,
    (caller, at): (&Caller, i64),
    (action, changes): (&'static str, Value),
) -> Result<(), Failure> {
    let happened = Happened {
        at,
        tenant: caller.tenant,
        actor: caller.actor.id.clone(),
        entity: Own::SmsSender,
        action,
        record: caller.tenant,
        changes,
    };
    audit::keep(tx, happened).await
}
