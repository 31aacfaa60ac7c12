//! What the policies of a pack say of records: those that a change did not keep stand in the history, and those that are not kept by now
//! are found by them.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::records::QueryPlan;
use ratebook::tenancy::PolicyVerdict;
use serde_json::{Value, json};

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx};

/// As many records are named that do not keep a policy.
const MOST_NAMED: u32 = 100;

impl Desk {
    /// Writes down the policies that a record does not keep by a change.
    pub(super) fn warn(&self, tx: &mut TenantTx<'_>, id: [u8; 16], warned: &[PolicyVerdict]) -> Result<(), Failure> {
        for verdict in warned {
            let word = format!("{}:policy:{}", self.entity()?.name(), verdict.policy);
            self.enter(tx, (id, &word), &[])?;
        }
        Ok(())
    }

    /// The records that do not keep a condition, as far as the caller may read them.
    fn breaching(&self, condition: &str) -> Result<QueryPlan, Failure> {
        let mut query = self.query()?;
        query.condition = Some(format!("!({condition})"));
        (query.fields, query.sort) = (vec!["id".to_owned()], vec!["id".to_owned()]);
        (query.limit, query.total) = (Some(MOST_NAMED), true);
        Ok(self.plan(&query)?)
    }
}

/// `GET /v1/{plural}/policies`: how many records do not keep each policy, and the first of them. Whoever may not see what one looks at is
/// refused.
pub(super) async fn compliance(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    // Whoever may read none of them learns of none.
    desk.plan(&desk.query()?)?;
    let name = desk.entity()?.name();
    let policies = desk.pack().definition().policies.iter();
    let mut asked = Vec::new();
    for policy in policies.filter(|policy| policy.entity == name) {
        let told = json!({
            "id": policy.id,
            "kind": policy.kind,
            "effect": policy.effect,
            "message": policy.message,
        });
        asked.push((told, desk.breaching(&policy.condition)?));
    }
    let working = desk.clone();
    let found = app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move {
            let mut items = Vec::with_capacity(asked.len());
            for (mut told, plan) in asked {
                let total = tx.total(working.pack(), &plan).await?;
                let records: Vec<Record> = json::read(&tx.page(working.pack(), &plan).await?.items)?;
                let ids: Vec<Value> = records.iter().filter_map(|record| record.get("id").cloned()).collect();
                if let Some(told) = told.as_object_mut() {
                    told.insert("breached".to_owned(), json!(total));
                    told.insert("records".to_owned(), ids.into());
                }
                items.push(told);
            }
            Ok(items)
        })
    });
    Ok(axum::Json(json!({"items": found.await?})).into_response())
}
