//! Documents of the records of a list.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Response};
use ratebook::records::{DocumentDefinition, QueryPlan};
use serde_json::{Map, Value, json};

use super::{Left, MOST_BYTES, OWN, answered, changed_at, listed, unread, without_secrets};
use crate::platform::caller::Comer;
use crate::platform::documents::{Brand, Job};
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::{Failure, Record};

/// The records of a list, and their sums.
type Found = (Vec<Record>, Map<String, Value>);

/// Answers a document of the records of a list, with the filters and the order of its address.
pub(in crate::records) async fn of_list(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, name)): Path<(String, String)>,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    let asked = ListDocument::of(&desk, &name, Parameters::read(address.as_deref())?, false)?;
    let turn = app.documents.turn(desk.caller.tenant).await?;
    let found = asked.found(&desk).await?;
    let brand = desk.brand().await?;
    let (job, file) = asked.job(&desk, &brand, found);
    answered(&desk, turn, (job, &brand, file.as_str()), &headers).await
}

/// A document of a list that somebody asks for.
#[derive(Clone, Debug)]
pub(crate) struct ListDocument {
    document: Arc<DocumentDefinition>,
    languages: (String, String),
    pub(crate) plan: QueryPlan,
}

impl ListDocument {
    /// By its name and an address; for whoever exports the list where that is wanted.
    pub(crate) fn of(
        desk: &Desk,
        name: &str,
        mut parameters: Parameters,
        export: bool,
    ) -> Result<ListDocument, Problem> {
        desk.plan(&desk.query()?)?;
        let document = desk.document(name, true)?;
        let languages = desk.languages(parameters.take("lang").as_deref())?;
        let parameters = parameters.without(&OWN)?;
        let mut query = desk.query()?;
        parameters.ask(&mut query)?;
        (query.fields, query.expand, query.sums) = (document.asked(), document.expand.clone(), document.sums.clone());
        query.export = export;
        if export {
            query.locale = None;
        }
        let plan = desk.plan(&query).map_err(|error| unread(&document, error))?;
        Ok(ListDocument {
            plan: without_secrets(desk.pack(), plan),
            document,
            languages,
        })
    }

    async fn found(&self, desk: &Desk) -> Result<Found, Failure> {
        let (plan, working) = (self.plan.clone(), desk.clone());
        let found = desk.app.store.read(desk.caller.tenant, move |mut tx| {
            Box::pin(async move {
                let sums = match plan.sums.is_empty() {
                    true => Map::new(),
                    false => tx.sums(working.pack(), &plan).await?,
                };
                let records = listed(&mut tx, &working, plan, &mut Left(MOST_BYTES)).await?;
                Ok((records, sums))
            })
        });
        found.await
    }

    /// What is to be set, and what the file is called.
    fn job<'p>(&self, desk: &'p Desk, brand: &Brand, (records, sums): Found) -> (Job<'p>, String) {
        let mut job = Job::of(
            desk.pack().definition(),
            &self.document,
            (self.languages.0.as_str(), self.languages.1.as_str()),
        );
        job.title = self.document.title_of(&self.languages.0, &Map::new());
        job.made_at = changed_at(records.iter());
        let file = self.document.file_of(&Map::new());
        job.given = [
            ("total", json!(records.len())),
            ("records", records.into()),
            ("sums", sums.into()),
            ("today", json!(desk.today())),
            ("brand", brand.told()),
        ]
        .into_iter()
        .collect();
        (job, file)
    }

    /// Its bytes, and how many records are in it.
    pub(crate) async fn made(&self, desk: &Desk) -> Result<(Vec<u8>, usize), Problem> {
        let turn = desk.app.documents.turn(desk.caller.tenant).await?;
        let found = self.found(desk).await?;
        let (brand, count) = (desk.brand().await?, found.0.len());
        let (job, _) = self.job(desk, &brand, found);
        let written = desk.written(job, &brand)?;
        Ok((desk.app.documents.set(&turn, &written).await?, count))
    }
}
