//! A view as plans: every right of the actor is in them, and what the view needs and the actor may not name makes it nobody's.

use std::collections::BTreeMap;

use super::super::compiled::{Entity, Pack};
use super::super::definition::{PackViewKind, ViewDefinition};
use super::super::query::{QueryPlan, Reader, RecordQuery, Test, filters};
use super::days::{ViewStretch, days_of, stretches_of};
use super::lanes::Lanes;
use super::{PackView, PackViewRequest, is_own};
use crate::fault::{Limits, shortened};
use crate::records::definition::ViewPlot;
use crate::tenancy::access::Holder;
use crate::time::{DayRange, Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// As many entries as a calendar has at once.
const MOST_ENTRIES: u32 = 1_000;

/// What a view asks of an entity's table. What carries it out adds the tenant and nothing else.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ViewPlan {
    /// The view as the actor may see it.
    pub view: PackView,
    /// The question, by which a page is known to follow on another one of the same view.
    pub query: RecordQuery,
    /// Its records and figures. Those of a board count by its lanes.
    pub plan: QueryPlan,
    /// The lanes of a board; nothing of other views, and where one lane alone is asked for.
    pub lanes: Option<Lanes>,
    /// The days that are looked at.
    pub days: Option<DayRange>,
    /// The figures of its plot.
    pub series: Option<ViewSeries>,
}

/// The figures along the axis of a plot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ViewSeries {
    /// The column along the axis.
    pub column: u16,
    /// The field along the axis, by place; nothing for what every record has.
    pub along: Option<usize>,
    /// The field that is summed, by place; records are counted in any case.
    pub of: Option<usize>,
    /// The stretches of an axis of time; nothing where it is one of values.
    pub stretches: Option<Vec<ViewStretch>>,
}

impl Pack {
    /// The plans of a view for somebody whose rights are known. A view that filters, groups or places records by what they may not name
    /// is not there for them; columns, orders, sums and plots of what they may not name are left out.
    pub fn view_plan(&self, request: &PackViewRequest, holder: &Holder) -> Result<ViewPlan> {
        request.bounded()?;
        let Some(view) = self.definition().views.iter().find(|view| view.name == request.view) else {
            return Err(no_view(&request.view));
        };
        let entity = self.named(&view.entity)?;
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        let _ = reader.required(entity.permissions.read, "read")?;
        let viewing = Viewing {
            view,
            reader: &reader,
            request,
        };
        if !viewing.is_there() {
            return Err(no_view(&request.view));
        }
        viewing.planned()
    }

    /// Whether whoever looks at the view of that name chooses days.
    pub fn chooses_days(&self, view: &str) -> bool {
        let view = self.definition().views.iter().find(|own| own.name == view);
        view.is_some_and(|view| self.entity(&view.entity).is_some_and(|entity| takes_days(view, entity)))
    }
}

/// Whether days are chosen of a view: of a calendar, and of what is plotted along days.
fn takes_days(view: &ViewDefinition, entity: &Entity) -> bool {
    let along = view.plot.as_ref().map(|plot| plot.along.as_str());
    view.kind == PackViewKind::Calendar || along.is_some_and(|along| stretches_of(entity, along))
}

/// That there is no such view: said alike of one that is not there and of one that is not there for the actor.
fn no_view(name: &str) -> Error {
    let message = format!("there is no view `{}`", shortened(name));
    Reason::new(Code::RequestUnknown, "/view", message).into()
}

/// Somebody who looks at a view.
struct Viewing<'v> {
    view: &'v ViewDefinition,
    reader: &'v Reader<'v>,
    request: &'v PackViewRequest,
}

impl Viewing<'_> {
    fn entity(&self) -> &Entity {
        self.reader.entity
    }

    fn names(&self, name: &str) -> bool {
        let place = self.entity().place_of(name);
        place.map_or_else(|| is_own(self.entity(), name), |place| self.reader.names(place))
    }

    /// Whether the actor may name whatever decides which records there are, and where they stand.
    fn is_there(&self) -> bool {
        let group = self.view.grouped(self.entity());
        let mut needed = group.iter().chain(&self.view.from).chain(&self.view.to);
        needed.all(|name| self.names(name)) && self.filtered(&self.view.filter).is_ok()
    }

    /// A question of nothing but filters, as a test.
    fn filtered(&self, filter: &BTreeMap<String, String>) -> Result<Test> {
        let mut query = RecordQuery::new(self.entity().name(), self.request.actor.clone(), self.request.now);
        (query.zone, query.filter) = (self.request.zone.clone(), filter.clone());
        filters(self.reader, &query)
    }

    fn planned(&self) -> Result<ViewPlan> {
        let view = self.view.seen_by(self.reader);
        let mut reasons = self.misplaced();
        let mut keep = |error: Error| reasons.extend(error.into_reasons());
        let days = match self.takes_days() {
            true => days_of(self.request, self.view.plot.as_ref()).map_err(&mut keep).ok(),
            false => None,
        };
        let query = self.query(&view);
        let planned = self.reader.pack.plan(&query, self.reader.holder);
        let planned = planned.map_err(&mut keep).ok();
        let own = self.overlaid().map_err(&mut keep).ok();
        let placed = days.filter(|_| self.view.kind == PackViewKind::Calendar);
        let placed = placed.map(|days| self.placed(days)).transpose().map_err(&mut keep).ok();
        let series = view.plot.as_ref().map(|plot| self.series(plot, days));
        let series = series.transpose().map_err(&mut keep).ok().flatten();
        let (Some(mut plan), Some(own), Some(placed)) = (planned, own, placed) else {
            return Error::unless_empty(reasons).and_then(|()| Err(no_view(&self.view.name)));
        };
        Error::unless_empty(reasons)?;
        plan.test = Test::all([plan.test, own, placed.unwrap_or(Test::Constant(true))]);
        if self.view.kind == PackViewKind::Calendar {
            plan.limit = MOST_ENTRIES;
        }
        let mut planned = ViewPlan {
            lanes: Lanes::of(self.view, self.entity()),
            view,
            query,
            plan,
            days,
            series,
        };
        if let Some(lane) = &self.request.lane {
            planned = planned.only(self.entity(), lane)?;
        }
        planned.query = planned.asked_of(self.request.lane.as_deref());
        Ok(planned)
    }

    /// What the request asks for that the view has no place for.
    fn misplaced(&self) -> Vec<Reason> {
        let (request, kind) = (self.request, self.view.kind);
        let pages = self.has_pages();
        let lists = matches!(kind, PackViewKind::List | PackViewKind::Board | PackViewKind::Calendar);
        let asked = [
            (
                "lane",
                request.lane.is_some(),
                kind == PackViewKind::Board,
                "only a board has lanes",
            ),
            (
                "first",
                request.first.is_some(),
                self.takes_days(),
                "the view has no days to choose",
            ),
            (
                "last",
                request.last.is_some(),
                self.takes_days(),
                "the view has no days to choose",
            ),
            (
                "after",
                !request.after.is_empty(),
                pages,
                "only lists and single lanes have pages; name the `lane`",
            ),
            (
                "limit",
                request.limit.is_some(),
                pages || kind == PackViewKind::Board,
                "the view has no pages",
            ),
            ("sort", !request.sort.is_empty(), lists, "the view has no order"),
            ("expand", !request.expand.is_empty(), lists, "the view shows no records"),
        ];
        let misplaced = asked.into_iter().filter(|(_, given, fits, _)| *given && !fits);
        let reason = |(name, _, _, why): (&str, bool, bool, &str)| {
            Reason::new(
                Code::RequestUnknown,
                format!("/{name}"),
                format!("there is no `{name}` here: {why}"),
            )
        };
        misplaced.map(reason).collect()
    }

    fn has_pages(&self) -> bool {
        self.view.kind == PackViewKind::List || self.request.lane.is_some()
    }

    fn takes_days(&self) -> bool {
        takes_days(self.view, self.entity())
    }

    /// The question of its records and figures.
    fn query(&self, view: &PackView) -> RecordQuery {
        let request = self.request;
        let mut query = RecordQuery::new(self.entity().name(), request.actor.clone(), request.now);
        query.zone.clone_from(&request.zone);
        query.filter.clone_from(&self.view.filter);
        query.filter.extend(request.filter.clone());
        (query.condition, query.q) = (request.condition.clone(), request.q.clone());
        query.sort = match request.sort.is_empty() {
            true => self.order(),
            false => request.sort.clone(),
        };
        let lists = matches!(
            view.kind,
            PackViewKind::List | PackViewKind::Board | PackViewKind::Calendar
        );
        let columns = view.columns.iter().map(|column| column.name.clone());
        query.fields = match lists && !self.view.fields.is_empty() {
            true => columns
                .chain(self.view.grouped(self.entity()))
                .chain(view.from.clone())
                .chain(view.to.clone())
                .collect(),
            false => Vec::new(),
        };
        if query.fields.is_empty() && !self.view.fields.is_empty() {
            query.fields = own_columns(self.entity());
        }
        query.expand.clone_from(&request.expand);
        query.limit = request.limit;
        if self.has_pages() {
            query.after.clone_from(&request.after);
        }
        query.sums.clone_from(&view.sums);
        query.facets.clone_from(&view.facets);
        if let Some(group) = self.view.grouped(self.entity()) {
            (query.sums, query.facets) = (Vec::new(), vec![group]);
        }
        query.total = request.total || !lists;
        query
    }

    /// The order of the view without what the actor may not name: as an entity's own order, that sorts nothing.
    fn order(&self) -> Vec<String> {
        let named = |key: &&String| {
            let name = key.strip_prefix('-').unwrap_or(key);
            self.names(name.split(' ').next().unwrap_or(name))
        };
        let own: Vec<String> = self.view.sort.iter().filter(named).cloned().collect();
        let begins = self.view.from.as_ref().filter(|_| own.is_empty());
        let begins = begins.filter(|name| self.entity().field(name).is_some_and(|field| field.definition().sort));
        begins.cloned().into_iter().chain(own).collect()
    }

    /// The filters of the view in whose place the request has others: both hold, so that no request widens a view.
    fn overlaid(&self) -> Result<Test> {
        let mut own = self.view.filter.clone();
        own.retain(|name, _| self.request.filter.contains_key(name));
        self.filtered(&own)
    }

    /// Whether an entry lies in these days: it begins before they end, and ends after they begin or begins in them.
    fn placed(&self, days: DayRange) -> Result<Test> {
        let Some(from) = &self.view.from else {
            return Ok(Test::Constant(false));
        };
        let one = |name: &str, suffix: &str, value: String| {
            self.filtered(&BTreeMap::from([(format!("{name}{suffix}"), value)]))
        };
        let begins = one(from, "_last", days.last.to_string())?;
        let within = one(from, "_first", days.first.to_string())?;
        let lasts = match &self.view.to {
            Some(to) => one(to, "_first", self.past(to, days)?)?,
            None => Test::Constant(false),
        };
        Ok(Test::all([begins, Test::any([within, lasts])]))
    }

    /// What an entry ends at, at least, that lies in these days: on the first one, or after the moment at which that begins.
    fn past(&self, to: &str, days: DayRange) -> Result<String> {
        if !super::days::is_of_moments(self.entity(), to) {
            return Ok(days.first.to_string());
        }
        let zone = self.request.zone.clone().unwrap_or(Zone::UTC);
        let start = zone.start_of(days.first).map(Instant::microseconds);
        let past = start.and_then(|start| Instant::from_microseconds(start.checked_add(1)?));
        past.map(|past| past.to_string()).ok_or_else(|| {
            let message = "the zone has no such day";
            Reason::new(Code::TimeOutOfRange, "/first", message).into()
        })
    }

    fn series(&self, plot: &ViewPlot, days: Option<DayRange>) -> Result<ViewSeries> {
        let entity = self.entity();
        let along = entity.place_of(&plot.along);
        let column = match entity.field(&plot.along) {
            Some(field) => field.column(),
            None => entity.column_named(&plot.along),
        };
        let zone = self.request.zone.clone().unwrap_or(Zone::UTC);
        let stretches = match days.filter(|_| stretches_of(entity, &plot.along)) {
            Some(days) => Some(super::days::cut(entity, plot, days, &zone)?),
            None => None,
        };
        Ok(ViewSeries {
            column: column.unwrap_or(u16::MAX),
            along,
            of: plot.of.as_ref().and_then(|of| entity.place_of(of)),
            stretches,
        })
    }
}

/// What a list shows of which every column is hidden: that there is a record.
fn own_columns(entity: &Entity) -> Vec<String> {
    let own = entity
        .columns()
        .iter()
        .find(|column| column.field.is_none() && column.name != "tenant_id");
    own.map(|column| column.name.clone()).into_iter().collect()
}
