//! How many records a tenant has at most, by its plan: counted where one is made, by one request after the other.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::QuotaRule;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantTx};

/// The plan of the tenant, where it has one.
async fn plan(tx: &mut TenantTx<'_>) -> Result<Option<String>, Failure> {
    let rows = tx
        .ask("SELECT plan FROM tenant_plans WHERE tenant_id = $1", &[])
        .await?;
    let plan = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    Ok(plan.map(str::to_owned))
}

impl Desk {
    /// Refuses one more record where the tenant has as many as its plan has room for. Until the end nobody else counts: the last place is
    /// taken once. What is counted is held after every record, and before numbers are.
    pub(super) async fn look_for_room(&self, tx: &mut TenantTx<'_>) -> Result<(), Failure> {
        let name = self.entity()?.name();
        let Some(rule) = self.pack().quota(name) else {
            return Ok(());
        };
        let plan = plan(tx).await?;
        if rule.figures(plan.as_deref()).hard.is_none() {
            return Ok(());
        }
        // Numbers are called as entities are, and have no `:` in them.
        let counter = Bound::Text(format!("quota:{name}"));
        tx.ask(
            "INSERT INTO counters (tenant_id, name, day, last) VALUES ($1, $2, 0, 0) ON CONFLICT (tenant_id, name) DO UPDATE SET last = \
             counters.last RETURNING last",
            &[counter],
        )
        .await?;
        let used = self.kept(tx).await?;
        let room = rule.one_more(plan.as_deref(), used);
        Ok(room.map_err(|error| error.each_reason(|reason| reason.path.clear()))?)
    }

    /// How many records of the entity there are, whoever may see them.
    async fn kept(&self, tx: &mut TenantTx<'_>) -> Result<i64, Failure> {
        let engine = self.as_engine()?;
        let plan = engine.plan(&engine.query()?)?;
        let total = tx.total(self.pack(), &plan).await?;
        Ok(i64::try_from(total).unwrap_or(i64::MAX))
    }
}

/// `GET /v1/quotas`: how many records there are of what is counted, and how many there may be.
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let own = app.clone();
    let told = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let plan = plan(&mut tx).await?;
            let mut items = Vec::new();
            for rule in &caller.pack.definition().quotas {
                if let Some(desk) = Desk::named(&own, &caller, &rule.name) {
                    items.push(quota(rule, plan.as_deref(), desk.kept(&mut tx).await?));
                }
            }
            Ok(json!({"plan": plan, "items": items}))
        })
    });
    Ok(Json(told.await?).into_response())
}

fn quota(rule: &QuotaRule, plan: Option<&str>, used: i64) -> Value {
    let figures = rule.figures(plan);
    let (reached, overage) = rule.reached(plan, used);
    json!({
        "quota": rule.name,
        "used": used,
        "soft": figures.soft,
        "hard": figures.hard,
        "remaining": figures.hard.map(|hard| hard.saturating_sub(used).max(0)),
        "overage": overage,
        "reached_percent": reached,
    })
}
