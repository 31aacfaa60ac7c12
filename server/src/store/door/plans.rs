//! What is asked of what a tenant has, by plans: pages, single records and figures.

use std::collections::BTreeMap;

use ratebook::records::migration::Derivation;
use ratebook::records::{Cell, Pack, QueryPlan, ViewSeries};
use serde_json::{Map, Value};

use super::TenantTx;
use crate::store::ask::{self, Page};
use crate::store::failure::Failure;
use crate::store::figures;
use crate::store::ranked::Narrowing;
use crate::store::search::Index;

impl TenantTx<'_> {
    /// The index by which the records of a plan are found; none while some of them are not in it, and all are looked at.
    fn index_of(&self, pack: &Pack, plan: &QueryPlan) -> Option<Index> {
        let entity = pack.entities().get(plan.entity)?;
        let whole = !self.leaves(entity.name(), Derivation::Search);
        whole.then(|| Index::of(pack, entity)).flatten()
    }

    /// A page of a plan.
    pub async fn page(&mut self, pack: &Pack, plan: &QueryPlan) -> Result<Page, Failure> {
        let (tenant, index) = (self.tenant, self.index_of(pack, plan));
        Ok(ask::indexed(self.connection().await?, pack, plan, tenant, index).await?)
    }

    /// One record as a list would answer it; nothing where there is none that the plan finds.
    pub async fn one(&mut self, pack: &Pack, plan: &QueryPlan, id: [u8; 16]) -> Result<Option<Vec<u8>>, Failure> {
        let tenant = self.tenant;
        Ok(ask::read(self.connection().await?, pack, plan, tenant, id, None).await?)
    }

    /// How many records a plan finds.
    pub async fn total(&mut self, pack: &Pack, plan: &QueryPlan) -> Result<u64, Failure> {
        let narrowing = Narrowing::of(plan, self.tenant, self.index_of(pack, plan));
        let source = ask::source(pack, plan, self.tenant, narrowing.as_ref());
        Ok(figures::total_of(self.connection().await?, source).await?)
    }

    /// The sums of a plan, by field.
    pub async fn sums(&mut self, pack: &Pack, plan: &QueryPlan) -> Result<Map<String, Value>, Failure> {
        let narrowing = Narrowing::of(plan, self.tenant, self.index_of(pack, plan));
        let source = ask::source(pack, plan, self.tenant, narrowing.as_ref());
        Ok(figures::sums_of(self.connection().await?, source).await?)
    }

    /// What a plan finds by stretches of a column of moments: those in which there is anything.
    pub async fn buckets(
        &mut self,
        pack: &Pack,
        plan: &QueryPlan,
        at: u16,
        stretches: &[(i64, i64)],
    ) -> Result<Vec<figures::Bucket>, Failure> {
        let source = ask::source(pack, plan, self.tenant, None);
        Ok(figures::buckets_of(self.connection().await?, source, at, stretches).await?)
    }

    /// What a plan finds along an axis of time, by the place of the stretch.
    pub async fn along_time(
        &mut self,
        (pack, plan): (&Pack, &QueryPlan),
        series: &ViewSeries,
        stretches: &[(i64, i64)],
    ) -> Result<BTreeMap<usize, figures::Plotted>, Failure> {
        let source = ask::source(pack, plan, self.tenant, None);
        Ok(figures::along_time(self.connection().await?, source, series, stretches).await?)
    }

    /// What a plan finds by the values of a field.
    pub async fn along_values(
        &mut self,
        (pack, plan): (&Pack, &QueryPlan),
        (along, of): (usize, Option<usize>),
    ) -> Result<Vec<(Cell, figures::Plotted)>, Failure> {
        let source = ask::source(pack, plan, self.tenant, None);
        Ok(figures::along_values(self.connection().await?, source, along, of).await?)
    }

    /// How many records have each value, by the fields that a plan counts by.
    pub async fn facets(&mut self, pack: &Pack, plan: &QueryPlan) -> Result<Map<String, Value>, Failure> {
        let narrowing = Narrowing::of(plan, self.tenant, self.index_of(pack, plan));
        let source = ask::source(pack, plan, self.tenant, narrowing.as_ref());
        Ok(figures::facets_of(self.connection().await?, source).await?)
    }

    /// The tags of a field that begin so and stand behind one, each with how many records have it.
    pub async fn tags(
        &mut self,
        (pack, plan): (&Pack, &QueryPlan),
        field: usize,
        which: (&str, &str, i64),
    ) -> Result<Vec<(String, i64)>, Failure> {
        let source = ask::source(pack, plan, self.tenant, None);
        Ok(figures::tags_of(self.connection().await?, source, field, which).await?)
    }
}
