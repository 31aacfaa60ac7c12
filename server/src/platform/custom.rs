//! The fields that a tenant gives entities of its own: added, changed and removed by those of its members who may set it up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::form::{self, Family};
use ratebook::records::{Entity, Field, FieldDefinition, Pack};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::caller::Caller;
use super::form::Fields;
use super::own_packs::{CHANGED, Own, all_kept, compiling, fitting, kept};
use super::pages::Wanted;
use super::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{self, AnyRow, Entry, Failure, RowCells, TenantKey, TenantTx, Whose, json as told};

type Answer = Result<Response, Problem>;

pub(super) const WRITES: &str = "settings:write";

/// A definition is no longer than that.
const MOST_BYTES: usize = 8_192;
/// So many names an entity has for such fields, those that were removed among them.
const MOST_NAMES: usize = 300;
/// So many records are given a default at most: nobody else writes for the tenant meanwhile.
const MOST_FILLED: usize = 20_000;

/// Fields behind one, by their entities and names.
const PAGE: &str = "SELECT entity, name, definition, created_at FROM custom_fields WHERE tenant_id = $1 AND removed_at IS NULL \
                    AND (entity, name) > ($2, $3) ORDER BY entity, name LIMIT $4";

/// `GET /v1/custom-fields`
pub(crate) async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let (entity, name) = wanted
        .after
        .as_deref()
        .and_then(|key| key.split_once('.'))
        .unwrap_or_default();
    let after = [entity, name].map(|text| Bound::Text(text.to_owned())).into_iter();
    let values: Vec<Bound> = after.chain([Bound::Whole(wanted.rows())]).collect();
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(PAGE, &values).await })
    });
    Ok(wanted.answer(&rows.await?, |row| listed(row, &caller.pack), &["entity", "name"])?)
}

fn listed(row: &AnyRow, pack: &Pack) -> Result<Value, Failure> {
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default());
    let field: Value = told::read(text(2)?.as_bytes())?;
    Ok(shown(pack, (text(0)?, text(1)?), &field, row.whole(3)?))
}

/// A field as it is told, and whether it has a place in the pack of now.
fn shown(pack: &Pack, (entity, name): (&str, &str), field: &Value, created_at: Option<i64>) -> Value {
    let created_at = created_at.and_then(Instant::from_microseconds);
    let in_use = pack.entity(entity).is_some_and(|entity| entity.field(name).is_some());
    json!({"entity": entity, "name": name, "field": field, "created_at": created_at, "in_use": in_use})
}

/// `POST /v1/custom-fields`: an entity gets a field. Records that are there already have its default.
pub(crate) async fn add(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (entity, name) = (fields.text("entity"), fields.text("name"));
    let field = fields.object("field");
    fields.finish()?;
    let wish = Arc::new(Wish::new(&app, caller, (entity, name))?);
    let field = wish.read(field)?;
    let (version, own) = kept(&app, wish.caller.tenant).await?;
    let (working, wished) = (Arc::clone(&wish), Arc::clone(&field));
    let pack = compiling(move || {
        let (_, mut own) = fitting(&working.base, own)?;
        let fields = own.entry(working.entity.clone()).or_default();
        // One that is there already is told of where it is looked for.
        fields.insert(working.name.clone(), wished);
        working.pack(own)
    });
    let pack = Arc::new(pack.await?);
    let (now, value) = (app.now().microseconds(), told::value(&*field)?);
    let (working, compiled) = (Arc::clone(&wish), Arc::clone(&pack));
    let done = app.store.write_alone(wish.by(version), move |mut tx| {
        Box::pin(async move { working.add(&mut tx, (&compiled, &field), now).await })
    });
    done.await?;
    app.auth().standings.tenant_changed();
    let answer = shown(&pack, (&wish.entity, &wish.name), &value, Some(now));
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
    let wish = Arc::new(Wish::new(&app, caller, named)?);
    let field = wish.read(field)?;
    let (version, own) = kept(&app, wish.caller.tenant).await?;
    let (working, wished) = (Arc::clone(&wish), Arc::clone(&field));
    let changed = compiling(move || {
        let (before, mut own) = fitting(&working.base, own)?;
        let (_, former) = working.found(&before)?;
        let fields = own.entry(working.entity.clone()).or_default();
        fields.insert(working.name.clone(), wished);
        let pack = working.pack(own)?;
        let (_, compiled) = working.found(&pack)?;
        narrowed(former, compiled)?;
        Ok((former.definition().clone(), pack))
    });
    let (former, pack) = changed.await?;
    let (now, value) = (app.now().microseconds(), told::value(&*field)?);
    let pack = Arc::new(pack);
    let (working, compiled) = (Arc::clone(&wish), Arc::clone(&pack));
    let done = app.store.write_alone(wish.by(version), move |mut tx| {
        Box::pin(async move { working.change(&mut tx, &compiled, (&former, &field), now).await })
    });
    let created_at = done.await?;
    app.auth().standings.tenant_changed();
    Ok(Json(shown(&pack, (&wish.entity, &wish.name), &value, created_at)).into_response())
}

/// Refuses a definition by which a value may not stand that is there.
fn narrowed(former: &Field, field: &Field) -> Result<(), Failure> {
    let reasons = field.narrower_than(former).into_iter().map(|option| {
        let message = "a field takes more than before and never less, and keeps its values as it does; add another one, and remove \
                       this one when it has served";
        let place = option.split(',').next().unwrap_or(option);
        Reason::new(Code::DefinitionConflict, format!("/field/{place}"), message).with("options", option)
    });
    Ok(Error::unless_empty(reasons.collect())?)
}

/// `DELETE /v1/custom-fields/{entity}/{name}`: a field goes, and its values with it. Its name stays taken: the audit tells of it.
pub(crate) async fn remove(State(app): State<App>, caller: Caller, Path(named): Path<(String, String)>) -> Answer {
    let wish = Wish::new(&app, caller, named)?;
    let own = all_kept(&app, wish.caller.tenant).await?;
    let version = own.version;
    if own.is_field_of_machine(&wish.entity, &wish.name) {
        let message = "the machine by which new records begin names the field; change that first";
        return Err(
            Failure::from(Reason::new(Code::RecordsInUse, "", message).with("entity", "custom_machine")).into(),
        );
    }
    let field = own.fields.get(&wish.entity).and_then(|fields| fields.get(&wish.name));
    let field = field.cloned().ok_or_else(|| wish.none())?;
    let now = app.now().microseconds();
    let done = app.store.write_alone(wish.by(version), move |mut tx| {
        Box::pin(async move { wish.remove(&mut tx, &field, now).await })
    });
    done.await?;
    app.auth().standings.tenant_changed();
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Removes what records have in fields that are gone, some at a time; how many values it were. What cannot be removed now is found again,
/// and holds up none of the others.
pub(crate) async fn clear_removed(app: &App, (batch, most): (i64, u32)) -> Result<u64, Failure> {
    let mut cleared = 0;
    for (name, pack) in &app.packs {
        let name = Bound::Text(name.clone());
        let rows = app.store.read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT f.tenant_id, f.entity, f.name FROM custom_fields f JOIN tenants t ON t.id = f.tenant_id WHERE t.pack = $1 AND \
                     f.removed_at IS NOT NULL AND f.cleared_at IS NULL ORDER BY f.removed_at",
                    &[name],
                )
                .await
            })
        });
        for row in rows.await? {
            let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
            let field = (row.id(0)?.unwrap_or_default(), text(1)?, text(2)?);
            match clear_one(app, pack, field, (batch, most)).await {
                Ok(some) => cleared += some,
                Err(failure) => trace::tell(&format!("a field that was removed: {failure}")),
            }
        }
    }
    Ok(cleared)
}

async fn clear_one(
    app: &App,
    pack: &Arc<Pack>,
    (tenant, entity, name): (TenantKey, String, String),
    (batch, most): (i64, u32),
) -> Result<u64, Failure> {
    let mut cleared = 0;
    for _ in 0..most {
        let (pack, named, now) = (Arc::clone(pack), (entity.clone(), name.clone()), app.now());
        let some = app.store.write(tenant, move |mut tx| {
            Box::pin(async move { clear(&mut tx, &pack, (&named.0, &named.1), (batch, now)).await })
        });
        let some = some.await?;
        cleared += some;
        if i64::try_from(some).unwrap_or(batch) < batch {
            break;
        }
    }
    Ok(cleared)
}

async fn clear(
    tx: &mut TenantTx<'_>,
    pack: &Pack,
    (entity, name): (&str, &str),
    (batch, now): (i64, Instant),
) -> Result<u64, Failure> {
    let own = pack.entity(entity).filter(|entity| entity.definition().custom);
    let cleared = match own {
        Some(own) => tx.clear_field(pack, own, (name, batch)).await?,
        None => 0,
    };
    if i64::try_from(cleared).unwrap_or(batch) < batch {
        let named = [entity, name].map(|text| Bound::Text(text.to_owned())).into_iter();
        let values: Vec<Bound> = named.chain([Bound::Whole(now.microseconds())]).collect();
        tx.tell(
            "UPDATE custom_fields SET cleared_at = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3",
            &values,
        )
        .await?;
    }
    Ok(cleared)
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

    /// Who writes, by which version of the fields.
    fn by(&self, version: i64) -> Whose {
        Whose {
            fields: Some(version),
            ..self.caller.whose()
        }
    }

    fn read(&self, field: Value) -> Result<Arc<FieldDefinition>, Problem> {
        let bytes = field.to_string().len();
        if bytes > MOST_BYTES {
            let message = format!("the definition has {bytes} bytes; at most {MOST_BYTES} have place");
            return Err(Problem::of_reason(
                422,
                Reason::new(Code::DefinitionTooLarge, "/field", message),
            ));
        }
        let read = form::read::<FieldDefinition>(field, Family::Definition);
        Ok(Arc::new(read.map_err(|error| error.under("/field"))?))
    }

    /// The pack with these fields; what is wrong with one of them is told at its place in what was sent.
    fn pack(&self, own: Own) -> Result<Pack, Failure> {
        let pack = self.base.with_custom(own);
        let (entity, field) = (
            format!("/custom/{}", self.entity),
            format!("/custom/{}/{}", self.entity, self.name),
        );
        pack.map_err(|error| {
            let error = error.each_reason(|reason| {
                let path = match reason.path.strip_prefix(&field) {
                    Some("") => "/name".to_owned(),
                    Some(option) if option.starts_with('/') => format!("/field{option}"),
                    _ if reason.path == entity => "/entity".to_owned(),
                    _ => return,
                };
                reason.path = path;
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

    async fn add(
        &self,
        tx: &mut TenantTx<'_>,
        (pack, field): (&Pack, &FieldDefinition),
        now: i64,
    ) -> Result<(), Failure> {
        let [entity, name] = self.named();
        let names = tx
            .ask(
                "SELECT name, removed_at FROM custom_fields WHERE tenant_id = $1 AND entity = $2",
                std::slice::from_ref(&entity),
            )
            .await?;
        for row in &names {
            if row.text(0)? == Some(self.name.as_str()) {
                let message = match row.whole(1)? {
                    Some(_) => "there was a field of this name, of which the audit tells; choose another name",
                    None => "there is a field of this name; choose another name, or change that one",
                };
                return Err(Reason::new(Code::RecordsTaken, "/name", message)
                    .with("field", "name")
                    .into());
            }
        }
        if names.len() >= MOST_NAMES {
            let message = format!(
                "{} names have been used, as many as there are for it; change a field that is there",
                names.len()
            );
            return Err(Reason::new(Code::DefinitionTooLarge, "/name", message).into());
        }
        self.fill(tx, pack, field).await?;
        let values = [entity, name, Bound::Text(told::text(field)?), Bound::Whole(now)];
        tx.tell(
            "INSERT INTO custom_fields (tenant_id, entity, name, definition, created_at) VALUES ($1, $2, $3, $4, $5)",
            &values,
        )
        .await?;
        self.changed(tx, ("field_added", json!({"after": field})), now).await
    }

    /// How many records there are, as far as it matters.
    async fn count(&self, tx: &mut TenantTx<'_>, pack: &Pack, entity: &Entity) -> Result<usize, Failure> {
        let most = i64::try_from(MOST_FILLED + 1).unwrap_or(i64::MAX);
        tx.records_up_to(pack, entity, most).await
    }

    /// Gives the records that are there what new ones have who say nothing.
    async fn fill(&self, tx: &mut TenantTx<'_>, pack: &Pack, field: &FieldDefinition) -> Result<(), Failure> {
        let (entity, compiled) = self.found(pack)?;
        let default = compiled.default_value();
        if default.is_none() && !field.required {
            return Ok(());
        }
        let (count, several) = (self.count(tx, pack, entity).await?, entity.plural());
        match default {
            Some(_) if count > MOST_FILLED => {
                let message = format!(
                    "there are more than {MOST_FILLED} {several}, too many to be given a default at once; add the field without one, and \
                     change them {} at a time with `POST /v1/{}/bulk`",
                    500,
                    entity.address()
                );
                Err(Reason::new(Code::DefinitionTooLarge, "/field/default", message).into())
            }
            Some(default) => {
                tx.fill_field(pack, (entity, compiled), &default).await?;
                if field.search {
                    tx.search_again(pack, entity).await?;
                }
                Ok(())
            }
            None if count > 0 => {
                let message =
                    format!("there are {several} that would lack it; give a `default`, or let it not be `required`");
                Err(Reason::new(Code::DefinitionMissing, "/field/default", message).into())
            }
            None => Ok(()),
        }
    }

    async fn change(
        &self,
        tx: &mut TenantTx<'_>,
        pack: &Pack,
        (former, field): (&FieldDefinition, &FieldDefinition),
        now: i64,
    ) -> Result<Option<i64>, Failure> {
        let (frees, finds) = (former.unique && !field.unique, field.search && !former.search);
        if frees || finds {
            let (entity, _) = self.found(pack)?;
            let (count, several) = (self.count(tx, pack, entity).await?, entity.plural());
            if count > MOST_FILLED {
                let message = format!(
                    "there are more than {MOST_FILLED} {several}, too many to be changed at once; add another field, and remove this one when \
                     it has served"
                );
                let place = if frees { "/field/unique" } else { "/field/search" };
                return Err(Reason::new(Code::DefinitionTooLarge, place, message).into());
            }
            if frees {
                tx.free_field(pack, entity, &self.name).await?;
            }
            if finds {
                tx.search_again(pack, entity).await?;
            }
        }
        let [entity, name] = self.named();
        let values = [entity, name, Bound::Text(told::text(field)?)];
        tx.tell(
            "UPDATE custom_fields SET definition = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3",
            &values,
        )
        .await?;
        let told = json!({"before": former, "after": field});
        self.changed(tx, ("field_changed", told), now).await?;
        let rows = tx
            .ask(
                "SELECT created_at FROM custom_fields WHERE tenant_id = $1 AND entity = $2 AND name = $3",
                &self.named(),
            )
            .await?;
        Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten())
    }

    async fn remove(&self, tx: &mut TenantTx<'_>, field: &FieldDefinition, now: i64) -> Result<(), Failure> {
        let [entity, name] = self.named();
        tx.tell(
            "UPDATE custom_fields SET removed_at = $4 WHERE tenant_id = $1 AND entity = $2 AND name = $3",
            &[entity, name, Bound::Whole(now)],
        )
        .await?;
        self.changed(tx, ("field_removed", json!({"before": field})), now).await
    }

    /// Has everybody go by another version of the fields, and writes down what happened.
    async fn changed(&self, tx: &mut TenantTx<'_>, (action, told): (&str, Value), now: i64) -> Result<(), Failure> {
        tx.tell(CHANGED, &[]).await?;
        let mut change = json!({"field": format!("{}.{}", self.entity, self.name)});
        if let (Some(change), Value::Object(told)) = (change.as_object_mut(), told) {
            change.extend(told);
        }
        tx.enter(Entry {
            at: now,
            actor: self.caller.actor.id.clone(),
            entity: store::Own::CustomField.into(),
            record: self.caller.tenant,
            action: action.to_owned(),
            changes: json!([change]).to_string(),
        });
        Ok(())
    }
}
