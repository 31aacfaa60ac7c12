//! What is for sale: the records of an entity that a list would find, free at a time, each at its price. Nothing is read twice that
//! has not changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::books::{Found, NotOffered, Offered};
use ratebook::money::Money;
use ratebook::records::{Cell, FieldKind, Test};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::counter::{Counter, lacks};
use super::decide::nameless;
use super::find::{Bookable, Id, Plans, id_of};
use super::jobs::renamed;
use super::prices;
use super::sale::ForSale;
use super::takings::Times;
use crate::records::desk::Desk;
use crate::store::json;
use crate::store::sql::{Bound, Dialect};
use crate::store::{Failure, Record, RowCells, TenantTx};

/// Among how many records what is free is looked for at once.
const MOST: u32 = 500;

impl Counter {
    /// What is free of the records that are asked for, cheapest first, and why the others are not.
    pub(super) async fn storefront(&self, tx: &mut TenantTx<'_>, asked: &ForSale) -> Result<Value, Failure> {
        let desk = self.sold(asked)?;
        let edits = prices::edits(desk)?;
        if asked.request.request.preview && !edits {
            return Err(lacks(desk, "write")?);
        }
        let records = listed(tx, desk, asked).await?;
        let bookables = bookables(tx, desk, &records).await?;
        let taken = versions(tx, bookables.keys()).await?;
        let mut request = asked.request.clone();
        let [hold, _] = self.own(tx, request.hold.as_deref(), None).await?;
        request.hold = hold;
        let mut found = Vec::with_capacity(bookables.len());
        for (id, bookable) in &bookables {
            let from = Times::of(request.when, &bookable.resource)?.start.microseconds();
            let versions = (bookable.version, taken.get(id).copied().unwrap_or(0));
            let compiled = self.compiled(tx, (*id, bookable), versions, from).await?;
            let Some(storefront) = &compiled.storefront else {
                continue;
            };
            let own = storefront.availability_and_price(&request);
            found.push((bookable.resource.priority, own.map_err(told_as_sent)?));
        }
        let Found {
            offers, not_offered, ..
        } = Found::together(found);
        let sees_all = self.sees_all();
        let shop = Shop {
            entity: desk.entity()?.name(),
            records: &records,
            bookables: &bookables,
            edits,
        };
        let offers: Vec<Value> = offers.iter().map(|offer| shop.offered(offer)).collect();
        let not_offered = not_offered.into_iter().map(|own| shop.not_offered(own, sees_all));
        Ok(json!({"offers": offers, "not_offered": not_offered.collect::<Vec<_>>()}))
    }

    /// The desk of what is sold.
    fn sold(&self, asked: &ForSale) -> Result<&Desk, Failure> {
        let sells = |desk: &&Desk| {
            let entity = desk.entity();
            entity.is_ok_and(|own| own.fields().iter().any(|field| field.kind() == FieldKind::RateList))
        };
        let mut sold = self.bookable.iter().filter(sells);
        if let Some(name) = &asked.entity {
            let own = sold.find(|desk| desk.entity().is_ok_and(|entity| entity.name() == name));
            return own.ok_or_else(|| {
                let message = "nothing of that name is booked at a price";
                Reason::new(Code::RequestUnknown, "/entity", message).into()
            });
        }
        match (sold.next(), sold.next()) {
            (Some(only), None) => Ok(only),
            _ => {
                let message = "say of which `entity`: not just one is booked at a price";
                Err(Reason::new(Code::RequestMissing, "/entity", message).into())
            }
        }
    }
}

/// What is told of a record.
struct Shop<'s> {
    entity: &'s str,
    records: &'s BTreeMap<Id, Record>,
    bookables: &'s BTreeMap<Id, Arc<Bookable>>,
    /// Whether whoever asks writes what is sold, and so knows of drafts.
    edits: bool,
}

impl Shop<'_> {
    fn told(&self, resource: &str, rate_list: Option<&str>) -> Record {
        let id = id_of(resource).unwrap_or_default();
        let list = self.bookables.get(&id).and_then(|own| own.list.as_ref());
        let named = list.is_some_and(|list| list.definition().code.as_deref() == rate_list);
        let mut told = Record::new();
        told.insert("entity".to_owned(), self.entity.into());
        told.insert("resource".to_owned(), resource.into());
        told.insert("rate_list".to_owned(), json!(rate_list.filter(|_| named)));
        told.insert("record".to_owned(), json!(self.records.get(&id)));
        told
    }

    fn offered(&self, offer: &Offered) -> Value {
        let mut told = self.told(&offer.resource, Some(&offer.rate_list));
        told.insert("total".to_owned(), json!(Money::new(offer.total, offer.currency)));
        told.insert("units_left".to_owned(), offer.units_left.into());
        told.into()
    }

    fn not_offered(&self, mut own: NotOffered, sees_all: bool) -> Value {
        if !sees_all {
            own.reasons.iter_mut().for_each(nameless);
        }
        if !self.edits && own.reasons.iter().any(prices::is_unpublished) {
            own.reasons.iter_mut().for_each(prices::untold);
            own.rate_list = None;
        }
        let mut told = self.told(&own.resource, own.rate_list.as_deref());
        told.insert("reasons".to_owned(), json!(own.reasons));
        told.into()
    }
}

/// What is wrong with a request, where it was sent.
fn told_as_sent(error: Error) -> Failure {
    let error = renamed(error, "/request/quantity", "/units");
    renamed(error, "/request", "/party").into()
}

/// The records of a list that can be booked at a price, as the caller may see them, with their versions.
async fn listed(tx: &mut TenantTx<'_>, desk: &Desk, asked: &ForSale) -> Result<BTreeMap<Id, Record>, Failure> {
    let mut query = desk.query()?;
    (query.filter, query.q) = (asked.filter.clone(), asked.q.clone());
    query.fields = match asked.fields.is_empty() {
        true => vec!["id".to_owned()],
        false => asked.fields.clone(),
    };
    let mut plan = desk.pack().plan(&query, &desk.caller.holder)?;
    // What is found is put in the order of its prices.
    plan.rank = None;
    let entity = desk.entity()?;
    let columns = [FieldKind::Resource, FieldKind::RateList].map(|kind| {
        let field = entity.fields().iter().find(|field| field.kind() == kind);
        field.and_then(|field| field.column())
    });
    let given = columns.into_iter().flatten().map(Test::Given);
    plan.test = Test::all([plan.test].into_iter().chain(given));
    plan.limit = MOST;
    let page = tx.page(desk.pack(), &plan).await?;
    if page.next.is_some() {
        let message = format!("more than {MOST} records are asked for; filter them");
        return Err(Reason::new(Code::RequestRange, "/filter", message).into());
    }
    let records: Vec<Record> = json::read(&page.items)?;
    let records = records.into_iter();
    Ok(records.filter_map(|record| Some((id(&record)?, record))).collect())
}

/// What is compiled of records: those of which it is not kept in this version are read at once.
async fn bookables(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    records: &BTreeMap<Id, Record>,
) -> Result<BTreeMap<Id, Arc<Bookable>>, Failure> {
    let entity = desk.entity()?;
    let mut found = BTreeMap::new();
    let mut lacking = Vec::new();
    for (id, record) in records {
        let version = record.get("version").and_then(Value::as_i64).unwrap_or(0);
        let key = (desk.caller.tenant, *id);
        match desk.app.calendars().bookable(key, entity.name(), version) {
            Some(known) => {
                found.insert(*id, known);
            }
            None => lacking.push(Cell::Id(*id)),
        }
    }
    let Some(column) = entity.column_named("id").filter(|_| !lacking.is_empty()) else {
        return Ok(found);
    };
    let mut plan = Plans::of(desk)?.whole;
    plan.limit = MOST;
    plan.test = Test::all([plan.test, Test::OneOf(column, lacking)]);
    let page = tx.page(desk.pack(), &plan).await?;
    let bytes = page.items.len() / page.count.max(1);
    for record in json::read::<Vec<Record>>(&page.items)? {
        let Some(id) = id(&record) else { continue };
        if let Some(bookable) = Plans::compiled(desk, id, &record, bytes)? {
            found.insert(id, bookable);
        }
    }
    Ok(found)
}

/// How often what is taken of resources has changed.
async fn versions(tx: &mut TenantTx<'_>, ids: impl Iterator<Item = &Id>) -> Result<BTreeMap<Id, i64>, Failure> {
    let postgres = tx.dialect() == Dialect::Postgres;
    let ids: Vec<String> = ids
        .map(|id| match postgres {
            true => Cell::id_text(id),
            false => id.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
        .collect();
    let text = if postgres {
        "SELECT id, version FROM resources WHERE tenant_id = $1 AND id IN (SELECT own.value::uuid FROM \
         jsonb_array_elements_text($2::jsonb) AS own)"
    } else {
        "SELECT id, version FROM resources WHERE tenant_id = $1 AND id IN (SELECT unhex(own.value) FROM json_each($2) AS own)"
    };
    let rows = tx.ask(text, &[Bound::Text(json!(ids).to_string())]).await?;
    let mut versions = BTreeMap::new();
    for row in &rows {
        if let Some((id, version)) = row.id(0)?.zip(row.whole(1)?) {
            versions.insert(id, version);
        }
    }
    Ok(versions)
}

fn id(record: &Record) -> Option<Id> {
    record.get("id").and_then(Value::as_str).and_then(id_of)
}
