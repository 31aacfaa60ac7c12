//! Samples: appended one or many at a time, each once, and told by hours, days and months.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use ratebook::records::{
    Cell, CheckedRecord, Entity, LinkedRecord, RecordCheckRequest, RecordMaskRequest, Sign, Stretch, Test, stretches,
};
use ratebook::time::{Day, DayRange, Span};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::platform::{read_only, trace};
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx, upgrade};

/// The most samples that are sent at once.
const MOST_SAMPLES: usize = 1_000;
/// The most stretches that are told at once.
const MOST_STRETCHES: usize = 1_000;
/// How often the parts of the months to come are made, and what has been kept for long enough is removed.
const EVERY: Duration = Duration::from_secs(6 * 3_600);

/// What is sent to a series: one sample, or many under `items`; whether it was many.
pub(super) fn samples(entity: &Entity, mut sent: Record) -> Result<(Vec<Record>, bool), Error> {
    if entity.field("items").is_some() || !sent.contains_key("items") {
        return Ok((vec![sent], false));
    }
    let items = sent.remove("items");
    if let Some(name) = sent.keys().next() {
        return Err(Error::new(
            Code::RequestUnknown,
            ratebook::place(name),
            "many samples are sent under `items` alone",
        ));
    }
    let Some(Value::Array(items)) = items else {
        return Err(Error::new(Code::RequestType, "/items", "`items` is a list of samples"));
    };
    if !(1..=MOST_SAMPLES).contains(&items.len()) {
        let message = format!(
            "`items` has {} samples; 1 to {MOST_SAMPLES} are taken at once",
            items.len()
        );
        return Err(Error::new(Code::RequestRange, "/items", message));
    }
    let items = items.into_iter().enumerate().map(|(index, item)| match item {
        Value::Object(sample) => Ok(sample),
        _ => Err(Error::new(
            Code::RequestType,
            format!("/items/{index}"),
            "a sample is an object",
        )),
    });
    Ok((items.collect::<Result<_, _>>()?, true))
}

impl Desk {
    /// Keeps samples, all of them or none. One that is there already is there; another one of its subject and moment stands against it.
    pub(super) async fn append(
        &self,
        tx: &mut TenantTx<'_>,
        samples: &[Record],
        many: bool,
    ) -> Result<Answer, Failure> {
        let place = |index: usize| match many {
            true => format!("/change/items/{index}"),
            false => "/change".to_owned(),
        };
        let mut checked = self.checked(samples, place)?;
        let mut links: BTreeMap<(String, String, String), LinkedRecord> = BTreeMap::new();
        for link in checked.iter_mut().flat_map(|(_, own)| std::mem::take(&mut own.links)) {
            let key = (link.entity.clone(), link.id.clone(), link.field.clone());
            links.entry(key).or_insert(link);
        }
        let links: Vec<LinkedRecord> = links.into_values().collect();
        self.look_up(tx, [0; 16], &links, &[]).await?;
        for (index, own) in &checked {
            self.without_files(&own.record, &place(*index))?;
        }
        // In one order for everybody, so that no two wait for each other.
        let (subject, at) = self.key()?;
        let entity = self.entity()?;
        let mut ordered = Vec::with_capacity(checked.len());
        for (index, own) in checked {
            let kept = entity.kept(&own.record);
            let cell = |column: u16| kept.cells().get(usize::from(column)).cloned().unwrap_or(Cell::Null);
            ordered.push(((cell(subject), cell(at)), index, own.record));
        }
        ordered.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        let (mut added, mut known) = (0_usize, 0_usize);
        let mut only = None;
        for (key, index, sample) in ordered {
            if tx.append(self.target()?, &sample).await? {
                added += 1;
            } else if self.is_same(tx, key, &sample).await? {
                known += 1;
            } else {
                let message = "there is another sample of this subject and moment";
                return Err(Reason::new(Code::RecordsTaken, place(index), message).into());
            }
            only = Some(sample);
        }
        let status = if added > 0 { 201 } else { 200 };
        let body = match only.filter(|_| !many) {
            Some(sample) => self.shown_sample(sample)?,
            None => json!({"added": added, "known": known}).to_string().into_bytes(),
        };
        Ok(Answer::record(status, body))
    }

    /// A sample as the caller may see it; nothing of it when they may not read it.
    fn shown_sample(&self, sample: Record) -> Result<Vec<u8>, Failure> {
        let request = RecordMaskRequest::new(self.entity()?.name(), self.caller.actor.clone());
        let mut shown = match self.pack().mask(&request.with_record(sample)) {
            Ok(shown) => shown.record,
            Err(error) if error.code() == Code::RecordsNotFound => Record::new(),
            Err(error) => return Err(error.into()),
        };
        shown.remove("tenant_id");
        json::bytes(&shown)
    }

    /// Samples as core has checked them; every fault of all of them.
    fn checked(
        &self,
        samples: &[Record],
        place: impl Fn(usize) -> String,
    ) -> Result<Vec<(usize, CheckedRecord)>, Failure> {
        let (entity, actor) = (self.entity()?.name(), &self.caller.actor);
        let at = |index: usize, path: &str| path.strip_prefix("/change").map(|rest| place(index) + rest);
        let mut checked = Vec::with_capacity(samples.len());
        let mut faults = Vec::new();
        for (index, sample) in samples.iter().enumerate() {
            let mut request = RecordCheckRequest::new(entity, actor.clone(), self.now).with_change(sample.clone());
            request.zone = Some(self.zone().clone());
            match self.pack().check_by(&request, &self.caller.holder) {
                Ok(mut own) => {
                    for link in &mut own.links {
                        link.path = at(index, &link.path).unwrap_or_else(|| place(index));
                    }
                    checked.push((index, own));
                }
                Err(error) => faults.extend(error.into_reasons().into_iter().map(|mut reason| {
                    reason.path = at(index, &reason.path).unwrap_or(reason.path);
                    reason
                })),
            }
            // Who may not is told once.
            if faults
                .iter()
                .any(|reason| reason.code == Code::TenancyPermissionMissing)
            {
                break;
            }
        }
        Error::from_reasons(faults).map_or(Ok(checked), |error| Err(error.into()))
    }

    /// The columns of the subject and of the moment.
    fn key(&self) -> Result<(u16, u16), Failure> {
        let entity = self.entity()?;
        let rules = entity.definition().series.as_ref();
        let columns = rules.map(|rules| (entity.column_named(&rules.subject), entity.column_named(&rules.at)));
        match columns {
            Some((Some(subject), Some(at))) => Ok((subject, at)),
            _ => Err(Failure::defect("a series without its key")),
        }
    }

    /// Whether a sample is there as it is sent.
    async fn is_same(
        &self,
        tx: &mut TenantTx<'_>,
        (subject, at): (Cell, Cell),
        sample: &Record,
    ) -> Result<bool, Failure> {
        let columns = self.key()?;
        let mut plan = self.whole_plan(false)?;
        let own = |column, cell| Test::Compare(column, Sign::Equal, cell);
        plan.test = Test::all([plan.test, own(columns.0, subject), own(columns.1, at)]);
        plan.limit = 1;
        let page = tx.page(self.pack(), &plan).await?;
        let found: Vec<Record> = json::read(&page.items)?;
        let entity = self.entity()?;
        let same = |found: &Record| entity.kept(found).cells() == entity.kept(sample).cells();
        Ok(found.first().is_some_and(same))
    }
}

/// Tells samples by hours, days or months of the tenant's clock.
pub(super) async fn buckets(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Json<Value>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let Some(rules) = desk.entity()?.definition().series.clone() else {
        return Err(desk.not_found()?.into());
    };
    // Whoever may read none of them is told so, whatever they ask.
    desk.plan(&desk.query()?)?;
    let other = [
        "cursor", "deleted", "expand", "facets", "limit", "q", "sort", "sums", "total",
    ];
    let mut parameters = Parameters::read(address.as_deref())?.without(&other)?;
    let stretch = match parameters.take("per").as_deref() {
        Some("hour") => Stretch::Hour,
        Some("day") => Stretch::Day,
        Some("month") => Stretch::Month,
        _ => {
            let message = "`per` is `hour`, `day` or `month`";
            return Err(Error::new(Code::RequestRange, "/per", message).into());
        }
    };
    let (first, last) = (day(&mut parameters, "first")?, day(&mut parameters, "last")?);
    let spans = stretches(DayRange { first, last }, stretch, desk.zone(), MOST_STRETCHES);
    let Some(spans) = spans.filter(|spans| !spans.is_empty()) else {
        let message =
            format!("these are no days, or more than {MOST_STRETCHES} stretches; ask for fewer days or longer ones");
        return Err(Error::new(Code::RequestRange, "/last", message).into());
    };
    let mut query = desk.query()?;
    parameters.ask(&mut query)?;
    query.sums = std::mem::take(&mut query.fields);
    // Whoever may not name the moment is told nothing by it.
    for (name, day) in [("first", first), ("last", last)] {
        let name = format!("{}_{name}", rules.at);
        query.filter.entry(name).or_insert_with(|| day.to_string());
    }
    let mut plan = desk.plan(&query).map_err(|error| {
        error.each_reason(|reason| {
            if let Some(rest) = reason.path.strip_prefix("/sums") {
                reason.path = format!("/fields{rest}");
            }
        })
    })?;
    plan.sort = Vec::new();
    let found = told(&desk, plan, &spans).await?;
    Ok(Json(json!({"items": found})))
}

fn day(parameters: &mut Parameters, name: &str) -> Result<Day, Error> {
    let wrong = || {
        let message = format!("`{name}` is a day such as `2026-03-01`");
        Error::new(Code::RequestRange, format!("/{name}"), message)
    };
    parameters
        .take(name)
        .and_then(|text| text.parse().ok())
        .ok_or_else(wrong)
}

async fn told(desk: &Desk, plan: ratebook::records::QueryPlan, spans: &[Span]) -> Result<Vec<Value>, Failure> {
    let (_, at) = desk.key()?;
    let bounds: Vec<(i64, i64)> = spans
        .iter()
        .map(|span| (span.start.microseconds(), span.end.microseconds()))
        .collect();
    if let Some(amount) = plan.sums.iter().find_map(|place| {
        let field = desk.entity().ok()?.fields().get(*place)?;
        field.currency_column().map(|_| field.name().to_owned())
    }) {
        let message = format!("`{amount}` is an amount: it is summed by currency, in a list");
        return Err(Reason::new(Code::RequestRange, "/fields", message).into());
    }
    let own = desk.clone();
    let found = desk.app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move { tx.buckets(own.pack(), &plan, at, &bounds).await })
    });
    let mut found: BTreeMap<usize, _> = found.await?.into_iter().map(|own| (own.place, own)).collect();
    let all = spans.iter().enumerate().map(|(place, span)| {
        let own = found.remove(&place);
        let (count, fields) = own.map_or((0, Map::new()), |own| (own.count, own.fields));
        json!({"start": span.start, "end": span.end, "count": count, "fields": fields})
    });
    Ok(all.collect())
}

/// Makes the parts of the months to come, and removes what has been kept for long enough, for as long as the server runs.
pub async fn watch(app: App) {
    loop {
        tokio::time::sleep(EVERY).await;
        if read_only::waits(&app).await.unwrap_or(true) {
            continue;
        }
        if let Err(failure) = tend(&app).await {
            trace::tell(&format!("series: {failure}"));
        }
    }
}

/// The same once, by the clock of the server.
pub async fn tend(app: &App) -> Result<upgrade::SeriesTended, Failure> {
    let now = app.now().microseconds();
    let mut done = upgrade::SeriesTended::default();
    for pack in app.packs.values() {
        let own = upgrade::tend_at(&app.store, pack, now).await?;
        done.made += own.made;
        done.dropped += own.dropped;
        done.removed += own.removed;
    }
    Ok(done)
}
