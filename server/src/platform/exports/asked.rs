//! What is exported: a list, what a view shows, or a document of a list; by the rights of whoever asks, at a moment.

use ratebook::records::{FieldKind, PackViewKind, QueryPlan, Test, ViewPlan, ViewSeries};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::documents::ListDocument;
use crate::records::export::PAGED;
use crate::records::parameters::Parameters;
use crate::records::views;
use crate::state::App;
use crate::store::Failure;

/// As what a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Format {
    Csv,
    Xlsx,
    Pdf,
}

impl Format {
    /// What the file is called behind the point, and what it is.
    pub(super) fn kind(self) -> (&'static str, &'static str) {
        match self {
            Format::Csv => ("csv", "text/csv"),
            Format::Xlsx => (
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Format::Pdf => ("pdf", "application/pdf"),
        }
    }
}

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Asked {
    /// Of which records, as addresses have them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) list: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) view: Option<String>,
    /// The filters and the order, as an address has them.
    pub(super) query: String,
    pub(super) format: Format,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    document: Option<String>,
}

impl Asked {
    /// Reads it of a body; what else stands there is left to whoever reads on.
    pub(super) fn read(fields: &mut Fields) -> Asked {
        let mut own = |name: &str| fields.text_or_null(name).flatten();
        let (list, view, query, document) = (own("list"), own("view"), own("query"), own("document"));
        let word = own("format");
        let format = match word.as_deref() {
            Some("csv") => Some(Format::Csv),
            Some("xlsx") => Some(Format::Xlsx),
            Some("pdf") => Some(Format::Pdf),
            _ => None,
        };
        if format.is_none() {
            let code = word.map_or(Code::RequestMissing, |_| Code::RequestRange);
            fields.fault(code, "format", "`format` is `csv`, `xlsx` or `pdf`");
        }
        if list.is_some() == view.is_some() {
            let code = list.as_ref().map_or(Code::RequestMissing, |_| Code::RequestConflict);
            let message = "either `list` says of which records, such as `subscribers`, or `view` which view";
            fields.fault(code, "list", message);
        }
        if (format == Some(Format::Pdf)) != document.is_some() || (document.is_some() && view.is_some()) {
            let message = "`document` names the document of a list that is made as `pdf`, and there is no other";
            fields.fault(Code::RequestConflict, "document", message);
        }
        Asked {
            list,
            view,
            query: query.unwrap_or_default(),
            format: format.unwrap_or(Format::Csv),
            document,
        }
    }

    /// What it is called, by its list or its view.
    pub(super) fn name(&self) -> &str {
        self.list.as_deref().or(self.view.as_deref()).unwrap_or_default()
    }

    /// By whom and of which moment it is asked.
    pub(super) fn source(&self, (app, caller): (&App, &Caller), now: Instant) -> Result<Source, Problem> {
        match (&self.list, &self.view) {
            (_, Some(view)) => {
                let (desk, planned) = views::to_export((app, caller), (view.as_str(), self.query.as_str()), now)?;
                let planned = Box::new(planned);
                match planned.view.kind {
                    PackViewKind::List | PackViewKind::Board | PackViewKind::Calendar => Ok(Source::Rows {
                        plan: Box::new(QueryPlan::clone(&planned.plan)),
                        desk,
                    }),
                    _ => Ok(Source::Figures { desk, planned }),
                }
            }
            (Some(list), None) => self.list((app, caller), list, now),
            (None, None) => Err(Failure::defect("an export of nothing").into()),
        }
    }

    fn list(&self, (app, caller): (&App, &Caller), list: &str, now: Instant) -> Result<Source, Problem> {
        let mut desk = Desk::of(app, caller.clone(), list)?;
        desk.now = now;
        let parameters = Parameters::read(Some(&self.query)).map_err(within)?;
        if let Some(document) = &self.document {
            let document = Box::new(ListDocument::of(&desk, document, parameters, true)?);
            return Ok(Source::Document { desk, document });
        }
        let mut query = desk.query()?;
        parameters
            .without(&PAGED)
            .map_err(within)?
            .ask(&mut query)
            .map_err(within)?;
        (query.export, query.locale) = (true, None);
        let plan = Box::new(desk.plan(&query).map_err(within)?);
        Ok(Source::Rows { desk, plan })
    }
}

/// What is wrong with the query, at its place.
fn within(error: Error) -> Error {
    error.each_reason(|reason: &mut Reason| {
        if reason.code != Code::TenancyPermissionMissing {
            reason.path = format!("/query{}", reason.path);
        }
    })
}

/// Where the lines of a file come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Rows { desk: Desk, plan: Box<QueryPlan> },
    Figures { desk: Desk, planned: Box<ViewPlan> },
    Document { desk: Desk, document: Box<ListDocument> },
}

impl Source {
    pub(super) fn desk(&self) -> &Desk {
        match self {
            Source::Rows { desk, .. } | Source::Figures { desk, .. } | Source::Document { desk, .. } => desk,
        }
    }

    fn plan(&self) -> &QueryPlan {
        match self {
            Source::Rows { plan, .. } => plan,
            Source::Figures { planned, .. } => &planned.plan,
            Source::Document { document, .. } => &document.plan,
        }
    }

    fn series(&self) -> Option<&ViewSeries> {
        match self {
            Source::Figures { planned, .. } => planned.series.as_ref(),
            _ => None,
        }
    }

    /// What is read, rights included, as a hash.
    pub(super) fn print(&self) -> Vec<u8> {
        Sha256::digest(format!("{:?} {:?}", self.plan(), self.series())).to_vec()
    }

    /// Whether somebody who asks the same reads all that stands in the file: the very same, or everything there is.
    pub(super) fn is_all_read_by(&self, other: &Source) -> bool {
        let (own, theirs) = (self.plan(), other.plan());
        if self.print() == other.print() {
            return true;
        }
        let desk = other.desk();
        let Ok(entity) = desk.entity() else { return false };
        let holds_all = ["read", "export"].iter().all(|verb| {
            let permission = desk.pack().access().permission(&format!("{}:{verb}", entity.plural()));
            permission.is_some_and(|permission| desk.caller.holder.may(permission))
        });
        let is_bare = |plan: &QueryPlan| plan.expand.is_empty() && plan.gathers.is_empty();
        let sees = |place: usize| {
            let mut seen = theirs.fields.iter().filter(|visible| visible.field == place);
            seen.any(|visible| visible.seen == Test::Constant(true))
        };
        let secret = |place: usize| {
            let field = entity.fields().get(place);
            field.is_none_or(|field| field.kind() == FieldKind::Secret)
        };
        holds_all
            && is_bare(own)
            && is_bare(theirs)
            // What they may not name they neither find, nor sort, nor plot by; what they may not bring back is not there for them.
            && parts(&theirs.test).iter().all(|part| parts(&own.test).contains(part))
            && own.rank == theirs.rank
            && own.sort == theirs.sort
            && self.series() == other.series()
            && own
                .fields
                .iter()
                .all(|visible| sees(visible.field) && !secret(visible.field))
            && own.sums == theirs.sums
            && own.facets == theirs.facets
    }
}

/// What must be true of a record, part by part.
fn parts(test: &Test) -> &[Test] {
    match test {
        Test::All(parts) => parts,
        Test::Constant(true) => &[],
        one => std::slice::from_ref(one),
    }
}
