//! The fields that a tenant gives entities of its own: added, changed and removed by those of its members who may set it up. The pack of
//! such a tenant is the one of all with these fields in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use moka::sync::Cache;
use ratebook::form::{self, Family};
use ratebook::records::{Entity, Field, FieldDefinition, Pack};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::caller::Caller;
use super::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey, TenantTx, json as told};

type Answer = Result<Response, Problem>;

pub(super) const WRITES: &str = "settings:write";

/// The packs of so many tenants are remembered.
const MOST_KEPT: u64 = 500;

/// Fields by entity and name.
type Own = BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>;

/// The packs of tenants that have fields of their own, by the version of these.
#[derive(Debug)]
pub(crate) struct OwnPacks(Cache<(TenantKey, i64), Arc<Pack>>);

impl Default for OwnPacks {
    fn default() -> OwnPacks {
        OwnPacks(Cache::new(MOST_KEPT))
    }
}

impl OwnPacks {
    /// The pack of a tenant whose fields are of that version.
    pub(super) async fn of(
        &self,
        app: &App,
        base: &Arc<Pack>,
        (tenant, version): (TenantKey, i64),
    ) -> Result<Arc<Pack>, Failure> {
        if version == 0 {
            return Ok(Arc::clone(base));
        }
        if let Some(known) = self.0.get(&(tenant, version)) {
            return Ok(known);
        }
        let own = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { kept(&mut tx, tenant).await }));
        let (read, own) = own.await?;
        let pack = Arc::new(fitting(base, own)?);
        // They may have changed since it was asked which version they are of.
        self.0.insert((tenant, read), Arc::clone(&pack));
        Ok(pack)
    }
}

/// The fields of a tenant, and which version of them it is.
async fn kept(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<(i64, Own), Failure> {
    let tenant = [Bound::Id(tenant)];
    let versions = tx
        .ask("SELECT version FROM custom_versions WHERE tenant_id = $1", &tenant)
        .await?;
    let version = versions.first().map(|row| row.whole(0)).transpose()?.flatten();
    let rows = tx.ask(KEPT, &tenant).await?;
    Ok((version.unwrap_or(0), read(&rows)?))
}

const KEPT: &str = "SELECT entity, name, definition, created_at FROM custom_fields WHERE tenant_id = $1 AND removed_at IS NULL \
    ORDER BY entity, name";

fn read(rows: &[AnyRow]) -> Result<Own, Failure> {
    let mut own = Own::new();
    for row in rows {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        let field: FieldDefinition = told::read(text(2)?.as_bytes())?;
        own.entry(text(0)?).or_default().insert(text(1)?, Arc::new(field));
    }
    Ok(own)
}

/// A pack with the fields of a tenant. What a later version of the pack has no place for is left out until it has: the tenant works on.
fn fitting(base: &Pack, own: Own) -> Result<Pack, Failure> {
    if let Ok(pack) = base.with_custom(own.clone()) {
        return Ok(pack);
    }
    let mut fit = Own::new();
    for (entity, fields) in own {
        for (name, field) in fields {
            let mut more = fit.clone();
            more.entry(entity.clone()).or_default().insert(name, field);
            if base.with_custom(more.clone()).is_ok() {
                fit = more;
            }
        }
    }
    Ok(base.with_custom(fit)?)
}

/// `GET /v1/custom-fields`
pub(crate) async fn list(State(app): State<App>, caller: Caller) -> Answer {
    let rows = app
        .store
        .read(caller.tenant, |mut tx| Box::pin(async move { tx.ask(KEPT, &[]).await }));
    let mut items = Vec::new();
    for row in rows.await? {
        let field: Value = told::read(row.text(2).map_err(Failure::from)?.unwrap_or_default().as_bytes())?;
        items.push(shown(
            row.text(0).map_err(Failure::from)?.unwrap_or_default(),
            row.text(1).map_err(Failure::from)?.unwrap_or_default(),
            &field,
            row.whole(3).map_err(Failure::from)?,
        ));
    }
    Ok(Json(json!({"items": items})).into_response())
}

fn shown(entity: &str, name: &str, field: &Value, created_at: Option<i64>) -> Value {
    let created_at = created_at.and_then(Instant::from_microseconds);
    json!({"entity": entity, "name": name, "field": field, "created_at": created_at})
}

/// `POST /v1/custom-fields`: an entity gets a field. Records that are there already have its default.
pub(crate) async fn add(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (entity, name) = (fields.text("entity"), fields.text("name"));
    let field = fields.object("field");
    fields.finish()?;
    let wish = Wish::new(&app, caller, (entity, name))?;
    let field = wish.read(field)?;
    let (now, shared) = (app.now().microseconds(), Arc::new(wish));
    let working = Arc::clone(&shared);
    let (tenant, value) = (shared.caller.tenant, told::value(&*field)?);
    let done = app.store.write_again(tenant, move |mut tx| {
        let (wish, field) = (Arc::clone(&working), Arc::clone(&field));
        Box::pin(async move { wish.add(&mut tx, field, now).await })
    });
    done.await?;
    app.auth().standings.tenant_changed();
    let answer = shown(&shared.entity, &shared.name, &value, Some(now));
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// `PUT /v1/custom-fields/{entity}/{name}`: another definition of a field, by which every value stands that is there.
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(named): Path<(String, String)>,
    mut fields: Fields,
) -> Answer {
    let field = fields.object("field");
    fields.finish()?;
    let wish = Wish::new(&app, caller, named)?;
    let field = wish.read(field)?;
    let (now, shared) = (app.now().microseconds(), Arc::new(wish));
    let working = Arc::clone(&shared);
    let (tenant, value) = (shared.caller.tenant, told::value(&*field)?);
    let done = app.store.write_again(tenant, move |mut tx| {
        let (wish, field) = (Arc::clone(&working), Arc::clone(&field));
        Box::pin(async move { wish.change(&mut tx, field, now).await })
    });
    let created_at = done.await?;
    app.auth().standings.tenant_changed();
    Ok(Json(shown(&shared.entity, &shared.name, &value, created_at)).into_response())
}

/// `DELETE /v1/custom-fields/{entity}/{name}`: a field goes with its values, which the histories of records keep. Its name stays taken.
pub(crate) async fn remove(State(app): State<App>, caller: Caller, Path(named): Path<(String, String)>) -> Answer {
    let wish = Arc::new(Wish::new(&app, caller, named)?);
    let (now, tenant) = (app.now().microseconds(), wish.caller.tenant);
    let done = app.store.write_again(tenant, move |mut tx| {
        let wish = Arc::clone(&wish);
        Box::pin(async move { wish.remove(&mut tx, now).await })
    });
    done.await?;
    app.auth().standings.tenant_changed();
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A field of an entity about which somebody wishes something.
#[derive(Debug)]
struct Wish {
    caller: Caller,
    /// The pack as all its tenants have it.
    base: Arc<Pack>,
    entity: String,
    name: String,
}

impl Wish {
    fn new(app: &App, caller: Caller, (entity, name): (String, String)) -> Result<Wish, Failure> {
        let base = app.packs.get(&caller.pack.definition().name);
        let base = base.ok_or_else(|| Failure::defect("a pack that is not served"))?;
        let base = Arc::clone(base);
        Ok(Wish {
            caller,
            base,
            entity,
            name,
        })
    }

    fn read(&self, field: Value) -> Result<Arc<FieldDefinition>, Problem> {
        let read = form::read::<FieldDefinition>(field, Family::Definition);
        Ok(Arc::new(read.map_err(|error| error.under("/field"))?))
    }

    /// The pack with these fields; what is wrong with one of them is told at its place in what was sent.
    fn pack(&self, own: Own) -> Result<Pack, Failure> {
        let pack = self.base.with_custom(own);
        let beginnings = [
            format!("/custom/{}/{}", self.entity, self.name),
            format!("/fields/{}", self.name),
        ];
        let entity = format!("/custom/{}", self.entity);
        pack.map_err(|error| {
            let error = error.each_reason(|reason| {
                let own = beginnings.iter().find_map(|beginning| {
                    let (_, rest) = reason.path.split_once(beginning.as_str())?;
                    (rest.is_empty() || rest.starts_with('/')).then(|| format!("/field{rest}"))
                });
                match own {
                    Some(path) if path == "/field" => "/name".clone_into(&mut reason.path),
                    Some(path) => reason.path = path,
                    None if reason.path == entity => "/entity".clone_into(&mut reason.path),
                    None => {}
                }
            });
            Failure::Refused(error)
        })
    }

    fn found<'p>(&self, pack: &'p Pack) -> Result<(&'p Entity, &'p Field), Failure> {
        let entity = pack.entity(&self.entity);
        let found = entity.and_then(|entity| Some((entity, entity.field(&self.name)?)));
        found.ok_or_else(|| self.none())
    }

    fn none(&self) -> Failure {
        let message = "the tenant has added no such field";
        Reason::new(Code::RecordsNotFound, "", message).into()
    }

    fn named(&self) -> [Bound; 2] {
        [Bound::Text(self.entity.clone()), Bound::Text(self.name.clone())]
    }

    /// The fields of the tenant, with nobody else who changes them or writes by them.
    async fn held(&self, tx: &mut TenantTx<'_>) -> Result<Own, Failure> {
        tx.alone_with_fields().await?;
        read(&tx.ask(KEPT, &[]).await?)
    }

    async fn add(&self, tx: &mut TenantTx<'_>, field: Arc<FieldDefinition>, now: i64) -> Result<(), Failure> {
        let mut own = self.held(tx).await?;
        let taken = tx
            .ask(
                "SELECT removed_at FROM custom_fields WHERE tenant_id = $1 AND entity = $2 AND name = $3",
                &self.named(),
            )
            .await?;
        if let Some(row) = taken.first() {
            let message = match row.whole(0)? {
                Some(_) => "there was a field of this name, of which histories tell; choose another name",
                None => "there is a field of this name; choose another name, or change that one",
            };
            return Err(Reason::new(Code::RecordsTaken, "/name", message)
                .with("field", "name")
                .into());
        }
        own.entry(self.entity.clone())
            .or_default()
            .insert(self.name.clone(), Arc::clone(&field));
        let pack = self.pack(own)?;
        let (entity, compiled) = self.found(&pack)?;
        match &field.default {
            Some(default) => tx.fill_field(&pack, (entity, compiled), default).await?,
            None if field.required && tx.has_records(&pack, entity).await? => {
                let message = format!(
                    "there are {} that would lack it; give a `default`, or let it not be `required`",
                    entity.plural()
                );
                return Err(Reason::new(Code::DefinitionMissing, "/field/default", message).into());
            }
            None => {}
        }
        let [entity, name] = self.named();
        let definition = Bound::Text(told::text(&*field)?);
        tx.tell(
            "INSERT INTO custom_fields (tenant_id, entity, name, definition, created_at) VALUES ($1, $2, $3, $4, $5)",
            &[entity, name, definition, Bound::Whole(now)],
        )
        .await?;
        self.changed(tx, ("field_added", json!({"after": &*field})), now).await
    }

    async fn change(
        &self,
        tx: &mut TenantTx<'_>,
        field: Arc<FieldDefinition>,
        now: i64,
    ) -> Result<Option<i64>, Failure> {
        let mut own = self.held(tx).await?;
        let before = self.pack(own.clone())?;
        let (_, former) = self.found(&before)?;
        let fields = own.entry(self.entity.clone()).or_default();
        if fields.insert(self.name.clone(), Arc::clone(&field)).is_none() {
            return Err(self.none());
        }
        let pack = self.pack(own)?;
        let (_, compiled) = self.found(&pack)?;
        let reasons = compiled.narrower_than(former).into_iter().map(|option| {
            let message =
                "values that are there may not stand by it; add another field, and remove this one when it has served";
            let place = option.split(',').next().unwrap_or(option);
            Reason::new(Code::DefinitionConflict, format!("/field/{place}"), message).with("options", option)
        });
        Error::unless_empty(reasons.collect())?;
        let [entity, name] = self.named();
        let definition = Bound::Text(told::text(&*field)?);
        tx.tell(
            "UPDATE custom_fields SET definition = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3",
            &[entity, name, definition],
        )
        .await?;
        let told = json!({"before": former.definition(), "after": &*field});
        self.changed(tx, ("field_changed", told), now).await?;
        let rows = tx
            .ask(
                "SELECT created_at FROM custom_fields WHERE tenant_id = $1 AND entity = $2 AND name = $3",
                &self.named(),
            )
            .await?;
        Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten())
    }

    async fn remove(&self, tx: &mut TenantTx<'_>, now: i64) -> Result<(), Failure> {
        let own = self.held(tx).await?;
        let field = own.get(&self.entity).and_then(|fields| fields.get(&self.name));
        let field = field.cloned().ok_or_else(|| self.none())?;
        if let Some(entity) = self
            .base
            .entity(&self.entity)
            .filter(|entity| entity.definition().custom)
        {
            tx.clear_field(&self.base, entity, &self.name).await?;
        }
        let [entity, name] = self.named();
        tx.tell(
            "UPDATE custom_fields SET removed_at = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3",
            &[entity, name, Bound::Whole(now)],
        )
        .await?;
        self.changed(tx, ("field_removed", json!({"before": &*field})), now)
            .await
    }

    /// Has everybody go by another version of the fields, and writes down what happened.
    async fn changed(&self, tx: &mut TenantTx<'_>, (action, told): (&str, Value), now: i64) -> Result<(), Failure> {
        tx.tell(
            "INSERT INTO custom_versions (tenant_id, version) VALUES ($1, 1) ON CONFLICT (tenant_id) DO UPDATE SET version = \
             custom_versions.version + 1",
            &[],
        )
        .await?;
        let mut change = json!({"field": format!("{}.{}", self.entity, self.name)});
        if let (Some(change), Value::Object(told)) = (change.as_object_mut(), told) {
            change.extend(told);
        }
        let values = [
            Bound::Id(Uuid::now_v7().into_bytes()),
            Bound::Whole(now),
            Bound::Text(self.caller.actor.id.clone()),
            Bound::Text("custom_field".to_owned()),
            Bound::Id(self.caller.tenant),
            Bound::Text(action.to_owned()),
            Bound::Text(json!([change]).to_string()),
        ];
        tx.tell_later(
            "INSERT INTO audit (tenant_id, id, at, actor, entity, record_id, action, changes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &values,
        );
        Ok(())
    }
}
