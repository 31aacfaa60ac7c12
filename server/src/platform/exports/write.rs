//! The lines of an export on their way into a file: as they are read, a page at a time, of one moment.

use std::sync::Arc;
use std::time::{Duration, Instant};

use ratebook::records::{Workbook, sheet_cell};
use ratebook::{Code, Reason};
use serde_json::{Map, Value};

use super::asked::{Format, Source};
use crate::platform::files::Growing;
use crate::records::export::{Columns, FIRST, next_limit, told, written};
use crate::records::views;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, TenantKey, TenantTx, json};

/// So many records stand in a workbook, which is held until it is whole; a text is not.
const MOST_IN_A_WORKBOOK: u64 = 200_000;
/// How often it is told how far it has come.
const TELLS: Duration = Duration::from_secs(1);

/// A file that is written.
enum Sink {
    Text,
    Book(Box<Workbook>),
}

/// Which export writes, and for whom.
#[derive(Clone)]
pub(super) struct Writing {
    pub(super) app: App,
    pub(super) tenant: TenantKey,
    pub(super) id: [u8; 16],
}

/// A file and how many records are in it.
type Made = (Growing, u64);

impl Writing {
    /// The file of a source.
    pub(super) async fn file(self, source: Source, format: Format) -> Result<Made, Failure> {
        let mut file = Growing::new(&self.app)?;
        if let Source::Document { desk, document } = &source {
            let (pdf, count) = document.made(desk).await.map_err(unmade)?;
            file.add(&pdf).await?;
            return Ok((file, u64::try_from(count).unwrap_or(0)));
        }
        // Each keeps a connection for as long as it reads.
        let Ok(_place) = Arc::clone(&self.app.exports).try_acquire_owned() else {
            let message = "as many lists are exported just now as the server does at once";
            return Err(Failure::Busy(message.to_owned()));
        };
        let mut lines = Lines {
            file,
            sink: match format {
                Format::Xlsx => Sink::Book(Box::new(Workbook::new("export")?)),
                Format::Csv | Format::Pdf => Sink::Text,
            },
            count: 0,
            told: Instant::now(),
            writing: self,
        };
        let store = lines.writing.app.store.clone();
        let read = store.read(lines.writing.tenant, move |mut tx| {
            Box::pin(async move {
                lines.read(&mut tx, source).await?;
                Ok(lines)
            })
        });
        read.await?.finish().await
    }

    /// Tells how far it has come; refused where it was called off.
    async fn tell(&self, count: u64) -> Result<(), Failure> {
        let values = [
            Bound::Id(self.id),
            Bound::Whole(i64::try_from(count).unwrap_or(i64::MAX)),
        ];
        let text = "UPDATE exports SET row_count = $3 WHERE tenant_id = $1 AND id = $2 AND finished_at IS NULL";
        let told = self.app.store.write(self.tenant, move |mut tx| {
            Box::pin(async move { tx.tell(text, &values).await })
        });
        match told.await? {
            0 => Err(Failure::Busy("it was called off".to_owned())),
            _ => Ok(()),
        }
    }
}

/// Why a document was not set: in the words of whoever sets it.
fn unmade(problem: crate::problem::Problem) -> Failure {
    match problem.reasons().next() {
        Some(reason) if reason.code == Code::EngineBusy => Failure::Busy(reason.message.clone()),
        Some(reason) => reason.clone().into(),
        None => Failure::defect("a document that was not made for nothing"),
    }
}

struct Lines {
    writing: Writing,
    file: Growing,
    sink: Sink,
    count: u64,
    told: Instant,
}

impl Lines {
    async fn read(&mut self, tx: &mut TenantTx<'_>, source: Source) -> Result<(), Failure> {
        match source {
            Source::Rows { desk, mut plan } => {
                let columns = Columns::of(desk.entity()?, &plan);
                self.add(vec![columns.names()]).await?;
                plan.limit = FIRST;
                loop {
                    let page = tx.page(desk.pack(), &plan).await?;
                    let items: Vec<Map<String, Value>> = json::read(&page.items)?;
                    self.count += u64::try_from(items.len()).unwrap_or(0);
                    self.add(items.iter().map(|item| columns.cells(item)).collect()).await?;
                    if page.next.is_none() {
                        return Ok(());
                    }
                    plan.after = page.next;
                    plan.limit = next_limit(plan.limit, page.items.len(), page.count);
                    if self.told.elapsed() > TELLS {
                        self.told = Instant::now();
                        self.writing.tell(self.count).await?;
                    }
                }
            }
            Source::Figures { desk, planned } => {
                let figures = views::figures(tx, &desk, &planned).await?;
                let lines = figures_of(&figures);
                self.count = u64::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
                self.add(lines).await
            }
            Source::Document { .. } => Err(Failure::defect("a document has no lines")),
        }
    }

    async fn add(&mut self, lines: Vec<Vec<String>>) -> Result<(), Failure> {
        match &mut self.sink {
            Sink::Text => self.file.add(&written(lines)?).await,
            Sink::Book(_) if self.count > MOST_IN_A_WORKBOOK => {
                let message =
                    format!("a workbook has at most {MOST_IN_A_WORKBOOK} records; narrow the list, or write `csv`");
                Err(Reason::new(Code::RequestTooLarge, "", message)
                    .with("limit", MOST_IN_A_WORKBOOK)
                    .into())
            }
            Sink::Book(book) => {
                for line in lines {
                    let cells: Vec<String> = line.iter().map(|cell| sheet_cell(cell)).collect();
                    book.row(cells.iter().map(String::as_str))?;
                }
                Ok(())
            }
        }
    }

    async fn finish(mut self) -> Result<Made, Failure> {
        if let Sink::Book(book) = self.sink {
            self.file.add(&(*book).finish()?).await?;
        }
        Ok((self.file, self.count))
    }
}

/// The figures of a report, one on a line: which it is, of what, how many, and how much.
fn figures_of(figures: &Map<String, Value>) -> Vec<Vec<String>> {
    let line = |cells: [String; 4]| cells.to_vec();
    let mut lines = vec![line(["figure", "of", "count", "sum"].map(str::to_owned))];
    lines.push(line([
        "total".to_owned(),
        String::new(),
        told(figures.get("total")),
        String::new(),
    ]));
    for (name, sum) in figures.get("sums").and_then(Value::as_object).into_iter().flatten() {
        lines.push(line(["sum".to_owned(), name.clone(), String::new(), told(Some(sum))]));
    }
    for (name, values) in figures.get("facets").and_then(Value::as_object).into_iter().flatten() {
        for one in values.as_array().into_iter().flatten() {
            let of = format!("{name}: {}", told(one.get("value")));
            lines.push(line(["facet".to_owned(), of, told(one.get("count")), String::new()]));
        }
    }
    for point in figures.get("series").and_then(Value::as_array).into_iter().flatten() {
        let of = told(point.get("start").or_else(|| point.get("value")));
        lines.push(line([
            "series".to_owned(),
            of,
            told(point.get("count")),
            told(point.get("sum")),
        ]));
    }
    lines
}
