//! A sheet as it is read beside those who answer: row by row, so that no more of it is held than what is gone through next.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::records::{Pack, ReadRowsRequest, RecordRow, RowRead};
use ratebook::{Code, Error};
use tokio::sync::mpsc;

use crate::records::sheet::Fault;
use crate::store::Failure;

/// How many rows may be read ahead.
const AHEAD: usize = 64;

/// A sheet, and as which records it is read.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) pack: Arc<Pack>,
    pub(super) request: Arc<ReadRowsRequest>,
    pub(super) bytes: Arc<Vec<u8>>,
}

/// That nobody wants any more of it.
fn enough() -> Error {
    Error::new(Code::EngineBusy, "", "nobody reads on")
}

impl Sheet {
    /// How many rows it has; the whole of it is read for that, so that one that cannot be is refused before anything is done.
    pub(super) async fn count(&self) -> Result<Result<u32, Error>, Failure> {
        let own = self.clone();
        let counted = tokio::task::spawn_blocking(move || {
            let mut count = 0;
            let read = own.pack.each_row(&own.request, &own.bytes, &mut |row| {
                count += u32::from(row.counts);
                Ok(())
            });
            read.map(|()| count)
        });
        counted.await.map_err(|error| Failure::defect(error.to_string()))
    }

    /// Its rows behind one of them.
    pub(super) fn behind(self, last_row: u32) -> Rest {
        let (sender, receiver) = mpsc::channel(AHEAD);
        tokio::task::spawn_blocking(move || {
            let read = self.pack.each_row(&self.request, &self.bytes, &mut |row| {
                // What they are called by is known of the header alone.
                if row.row <= last_row && row.columns.is_none() {
                    return Ok(());
                }
                sender.blocking_send(Ok(row)).map_err(|_| enough())
            });
            if let Err(error) = read {
                // Whoever reads no more is told nothing.
                let _ = sender.blocking_send(Err(error));
            }
        });
        Rest {
            last_row,
            receiver,
            columns: Arc::default(),
        }
    }
}

/// Rows that are gone through together.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) rows: Vec<RecordRow>,
    /// What is wrong with those that could not even be read.
    pub(super) faults: Vec<Fault>,
    pub(super) columns: Arc<BTreeMap<String, String>>,
    /// How many rows of the sheet it is, and the last of them.
    pub(super) count: u32,
    pub(super) last_row: u32,
}

/// What is still to be read of a sheet.
#[derive(Debug)]
pub(super) struct Rest {
    last_row: u32,
    receiver: mpsc::Receiver<Result<RowRead, Error>>,
    columns: Arc<BTreeMap<String, String>>,
}

impl Rest {
    /// The next rows, at most so many; nothing at the end of the sheet.
    pub(super) async fn next(&mut self, most: u32) -> Result<Option<Part>, Error> {
        let mut part = Part::default();
        while part.count < most {
            let Some(row) = self.receiver.recv().await else { break };
            let row = row?;
            if let Some(columns) = row.columns {
                self.columns = Arc::new(columns);
            }
            if row.row <= self.last_row {
                continue;
            }
            part.count += u32::from(row.counts);
            part.last_row = row.row;
            part.rows.extend(row.record);
            part.faults.extend(row.faults.into_iter().map(|fault| Fault {
                row: fault.row,
                column: fault.column,
                code: fault.code,
                message: fault.message,
            }));
        }
        part.columns = Arc::clone(&self.columns);
        Ok((part.last_row > 0).then_some(part))
    }
}
