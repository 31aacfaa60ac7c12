//! Work that is done inside a transaction. What it comes to lies beside it, so that beginning and ending a transaction is built once
//! and not for each of some hundred things that are done in one.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use super::door::{PlatformTx, TenantTx};
use super::failure::Failure;

/// What is done inside a transaction.
pub type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + Send + 'c>>;

/// Work in the transaction of a tenant.
pub(super) type OfTenant<'w> = Box<dyn for<'c> FnOnce(TenantTx<'c>) -> Work<'c, ()> + Send + 'w>;

/// The same in one over what belongs to no tenant.
pub(super) type OfPlatform<'w> = Box<dyn for<'c> FnOnce(PlatformTx<'c>) -> Work<'c, ()> + Send + 'w>;

/// What work has come to, once its transaction has ended well.
#[derive(Debug)]
pub(super) struct Told<T>(Arc<Mutex<Option<T>>>);

impl<T> Told<T> {
    fn new() -> (Told<T>, Told<T>) {
        let told = Arc::new(Mutex::new(None));
        (Told(Arc::clone(&told)), Told(told))
    }

    fn put(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }

    pub(super) fn taken(self) -> Result<T, Failure> {
        let told = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        told.ok_or_else(|| Failure::defect("work that came to nothing"))
    }
}

pub(super) fn of_tenant<'w, T, F>(work: F) -> (OfTenant<'w>, Told<T>)
where
    T: Send + 'static,
    F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send + 'w,
{
    let (own, told) = Told::new();
    let work: OfTenant<'w> = Box::new(move |tx| {
        let doing = work(tx);
        Box::pin(async move { doing.await.map(|value| own.put(value)) })
    });
    (work, told)
}

pub(super) fn of_platform<'w, T, F>(work: F) -> (OfPlatform<'w>, Told<T>)
where
    T: Send + 'static,
    F: for<'c> FnOnce(PlatformTx<'c>) -> Work<'c, T> + Send + 'w,
{
    let (own, told) = Told::new();
    let work: OfPlatform<'w> = Box::new(move |tx| {
        let doing = work(tx);
        Box::pin(async move { doing.await.map(|value| own.put(value)) })
    });
    (work, told)
}
