//! A list as a file of CSV: the same plan with the permission to export in it, page after page of one moment, as it is read.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::http::{Response, header};
use axum::response::IntoResponse;
use ratebook::records::{Entity, FieldKind, QueryPlan, sheet_cell};
use serde_json::{Map, Value};
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::SendTimeoutError;
use tokio_stream::wrappers::ReceiverStream;

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::platform::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, TenantTx};

/// How many records are read at once.
const PAGE: u32 = 1_000;
/// How many are read first: records may be of any length, and how long they are shows then.
pub(crate) const FIRST: u32 = 16;
/// How many bytes a page is to have.
const PAGE_BYTES: usize = 1024 * 1024;
/// How many pages may wait for a slow reader.
const WAITING: usize = 2;
/// How long a page waits for its reader, who keeps a connection for so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a list is asked for besides its records, and a file is not.
pub(crate) const PAGED: [&str; 6] = ["cursor", "limit", "total", "expand", "sums", "facets"];

pub(crate) type Sender = mpsc::Sender<Result<Bytes, std::io::Error>>;

/// Answers a list as CSV.
pub(super) async fn csv(
    State(app): State<App>,
    Comer(caller): Comer,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let mut query = desk.query()?;
    let parameters = Parameters::read(address.as_deref())?.without(&PAGED)?;
    parameters.ask(&mut query)?;
    query.export = true;
    let mut plan = desk.plan(&query)?;
    plan.limit = FIRST;
    let columns = Arc::new(Columns::of(desk.entity()?, &plan));
    let (store, tenant) = (app.store.clone(), desk.caller.tenant);
    let names = written([columns.names()])?;
    let body = written_by(&app, move |sender| async move {
        let read = store.read(tenant, move |mut tx| {
            Box::pin(async move {
                if !sent(&sender, names).await? {
                    return Ok(());
                }
                pages(&mut tx, &desk, plan, &columns, &sender).await
            })
        });
        read.await
    })?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{plural}.csv\""),
        ),
    ];
    Ok((headers, body).into_response())
}

/// A file that is answered while it is written. One that breaks off has not ended well: its last chunk is missing.
pub(crate) fn written_by<W>(app: &App, write: impl FnOnce(Sender) -> W + Send + 'static) -> Result<Body, Problem>
where
    W: Future<Output = Result<(), Failure>> + Send,
{
    let Ok(place) = Arc::clone(&app.exports).try_acquire_owned() else {
        let message = "as many lists are exported just now as the server does at once; try again in a moment";
        return Err(Failure::Busy(message.to_owned()).into());
    };
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        // The file ends when nobody holds the sender any more: by then the place is free for whoever asks next.
        let ended = sender.clone();
        let _place = place;
        if let Err(failure) = write(sender).await {
            trace::tell(&format!("an export: {failure}"));
            let _ = ended
                .send_timeout(Err(std::io::Error::other("the export broke off")), PATIENCE)
                .await;
        }
    });
    Ok(Body::from_stream(ReceiverStream::new(receiver)))
}

async fn pages(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    mut plan: QueryPlan,
    columns: &Columns,
    sender: &Sender,
) -> Result<(), Failure> {
    loop {
        let page = tx.page(desk.pack(), &plan).await?;
        let items: Vec<Map<String, Value>> = json::read(&page.items)?;
        let lines = columns.lines(&items)?;
        if !sent(sender, lines).await? || page.next.is_none() {
            return Ok(());
        }
        plan.after = page.next;
        plan.limit = next_limit(plan.limit, page.items.len(), page.count);
    }
}

/// How many records the next page has: as many as fit, by the length of those of this one, and at most four times as many as it had.
pub(crate) fn next_limit(limit: u32, bytes: usize, count: usize) -> u32 {
    let each = bytes.checked_div(count).unwrap_or(0).max(1);
    let fit = u32::try_from(PAGE_BYTES / each).unwrap_or(PAGE);
    fit.clamp(1, limit.saturating_mul(4).min(PAGE))
}

#[cfg(test)]
mod tests {
    use super::{FIRST, PAGE, PAGE_BYTES, next_limit};

    #[test]
    fn pages_are_as_long_as_their_records_allow() {
        let mut limit = FIRST;
        for expected in [64, 256, 1_000, 1_000] {
            limit = next_limit(limit, 100 * 200, 200);
            assert_eq!(limit, expected);
        }
        assert_eq!(next_limit(PAGE, 1_000 * 4_096, 1_000), 256);
        assert_eq!(next_limit(PAGE, 16 * 4 * PAGE_BYTES, 16), 1);
        assert_eq!(next_limit(1, 0, 0), 4);
    }
}

/// Sends a part of a file; false when nobody listens any more, who then wants no more.
pub(crate) async fn sent(sender: &Sender, part: Bytes) -> Result<bool, Failure> {
    match sender.send_timeout(Ok(part), PATIENCE).await {
        Ok(()) => Ok(true),
        Err(SendTimeoutError::Closed(_)) => Ok(false),
        Err(SendTimeoutError::Timeout(_)) => Err(Failure::Busy(format!(
            "nobody has read on for {} seconds",
            PATIENCE.as_secs()
        ))),
    }
}

/// The columns of a file: a field each, and two of an amount.
#[derive(Debug)]
pub(crate) struct Columns(Vec<(String, bool)>);

impl Columns {
    pub(crate) fn of(entity: &Entity, plan: &QueryPlan) -> Columns {
        let own = entity.columns().iter().filter(|column| column.field.is_none());
        let mut columns: Vec<(String, bool)> = own.map(|column| (column.name.clone(), false)).collect();
        for visible in &plan.fields {
            if let Some(field) = entity.fields().get(visible.field) {
                columns.push((field.name().to_owned(), field.kind() == FieldKind::Money));
            }
        }
        Columns(columns)
    }

    /// What they are called.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.0.iter().flat_map(|(name, money)| {
            let currency = money.then(|| format!("{name}_currency"));
            [Some(name.clone()), currency].into_iter().flatten()
        });
        names.collect()
    }

    /// The cells of a record.
    pub(crate) fn cells(&self, item: &Map<String, Value>) -> Vec<String> {
        let cells = self.0.iter().flat_map(|(name, money)| {
            let value = item.get(name).unwrap_or(&Value::Null);
            match (money, value) {
                (true, Value::Object(amount)) => {
                    vec![told(amount.get("amount")), told(amount.get("currency"))]
                }
                (true, other) => vec![told(Some(other)), String::new()],
                (false, other) => vec![told(Some(other))],
            }
        });
        cells.collect()
    }

    fn lines(&self, items: &[Map<String, Value>]) -> Result<Bytes, Failure> {
        written(items.iter().map(|item| self.cells(item)))
    }
}

/// A value in a cell: texts as they are, lists of texts by comma, everything else as JSON, nothing as nothing.
pub(crate) fn told(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            texts.join(",")
        }
        Some(other) => other.to_string(),
    }
}

pub(crate) fn written(lines: impl IntoIterator<Item = Vec<String>>) -> Result<Bytes, Failure> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for line in lines {
        writer
            .write_record(line.iter().map(|cell| sheet_cell(cell)))
            .map_err(|error| Failure::defect(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| Failure::defect(error.to_string()))?;
    Ok(bytes.into())
}
