//! Routes, each with what it needs, declared beside its handler.
//!
//! What is declared is what holds: a request carries it to whoever finds out who asks, and a route that declares nothing is answered
//! to nobody. The document of what can be asked takes it from here, and so does the test of every role.

use std::time::{Duration, SystemTime};

use axum::extract::Extension;
use axum::handler::Handler;
use axum::http::{HeaderValue, Method};
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, MethodRouter, on};
use axum::{Router, response::Response};
use ratebook::time::Day;

use crate::came::Going;
use crate::limits;

/// What a route asks of whoever asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it answers everybody.
    Nothing,
    /// Nothing, and it is no part of what programs ask: a file of the page.
    Page,
    /// Somebody who is signed in.
    SignedIn,
    /// Somebody who is signed in themselves: nobody who has taken their place.
    InPerson,
    /// Somebody who runs the installation.
    Operator,
    /// A member of a tenant.
    Member,
    /// A member who holds a permission on all records.
    Holds(&'static str),
    /// The same of a member who is signed in themselves: no key of theirs, and nobody who has taken their place.
    HoldsInPerson(&'static str),
    /// A member with the permission that the pack names for the record, the event or the act; core asks for it.
    Declared,
}

/// When a route goes, and what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retiring {
    /// Since when it is not to be used by anything new.
    pub since: Day,
    /// From when on it may be gone.
    pub sunset: Day,
    /// Where its place is taken.
    pub instead: &'static str,
}

/// A route and what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// How it is asked.
    pub method: Method,
    /// Its path, such as `/v1/{plural}/{id}`.
    pub path: &'static str,
    /// What it needs.
    pub needs: Needs,
    /// When it goes, if it does.
    pub retiring: Option<Retiring>,
}

impl Route {
    /// How well its path fits another: a digit for each part, 1 for the same word, 0 for whatever stands in braces; nothing when it
    /// does not fit.
    pub fn fits(&self, path: &str) -> Option<String> {
        let (mut own, mut other) = (self.path.split('/'), path.split('/'));
        let mut told = String::new();
        loop {
            match (own.next(), other.next()) {
                (None, None) => return Some(told),
                (Some(part), Some(word)) if part == word => told.push('1'),
                (Some(part), Some(word)) if part.starts_with('{') && !word.is_empty() => told.push('0'),
                _ => return None,
            }
        }
    }
}

/// The path of these routes that a request of a path is led to, as the router chooses it: a word goes before what stands for any.
pub fn led_to<'r>(routes: &'r [Route], path: &str) -> Option<&'r str> {
    let fitting = routes.iter().filter_map(|route| Some((route.fits(path)?, route.path)));
    fitting.max().map(|(_, path)| path)
}

/// Routes that are being put together.
#[derive(Debug)]
pub struct Routes<S> {
    router: Router<S>,
    table: Vec<Route>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Routes<S> {
        Routes {
            router: Router::new(),
            table: Vec::new(),
        }
    }
}

macro_rules! methods {
    ($($name:ident, $method:ident, $told:literal;)*) => {$(
        #[doc = $told]
        #[must_use]
        pub fn $name<H: Handler<T, S>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Routes<S> {
            self.at(Method::$method, MethodFilter::$method, (path, needs, None), handler)
        }
    )*};
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    methods! {
        get, GET, "The same with a route that reads.";
        post, POST, "The same with a route that makes something, or carries it out.";
        put, PUT, "The same with a route that replaces.";
        patch, PATCH, "The same with a route that changes.";
        delete, DELETE, "The same with a route that deletes.";
    }

    fn at<H: Handler<T, S>, T: 'static>(
        self,
        method: Method,
        filter: MethodFilter,
        declared: (&'static str, Needs, Option<Retiring>),
        handler: H,
    ) -> Routes<S> {
        self.with(method, declared, on(filter, handler))
    }

    /// Apart from the handler's own kind: what stands around handlers is built once, and not for each of them.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where a route is put into a router"
    )]
    fn with(
        mut self,
        method: Method,
        (path, needs, retiring): (&'static str, Needs, Option<Retiring>),
        handler: MethodRouter<S>,
    ) -> Routes<S> {
        let mut own = handler.layer(Extension(needs));
        if matches!(needs, Needs::Nothing | Needs::Page) {
            own = own.layer(from_fn(limits::as_anybody));
        }
        if let Some(retiring) = retiring {
            own = own.layer(from_fn(move |request, next: axum::middleware::Next| async move {
                retiring.told(next.run(request).await)
            }));
        }
        self.router = self.router.route(path, own);
        self.table.push(Route {
            method,
            path,
            needs,
            retiring,
        });
        self
    }

    /// The same with a route that reads and is about to go.
    #[must_use]
    pub fn get_retiring<H: Handler<T, S>, T: 'static>(
        self,
        path: &'static str,
        needs: Needs,
        retiring: Retiring,
        handler: H,
    ) -> Routes<S> {
        self.at(Method::GET, MethodFilter::GET, (path, needs, Some(retiring)), handler)
    }

    /// Both.
    #[must_use]
    pub fn merge(mut self, other: Routes<S>) -> Routes<S> {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// What there is.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// The router of them.
    pub fn router(self) -> Router<S> {
        self.router
    }
}

impl Retiring {
    fn told(self, response: Response) -> Response {
        let going = Going {
            since: self.since,
            sunset: Some(self.sunset),
            instead: Some(self.instead.to_owned()),
        };
        going.told(response)
    }
}

impl Going {
    /// Tells it with an answer: `Deprecation` of RFC 9745, `Sunset` of RFC 8594, and where its place is taken.
    pub(crate) fn told(&self, mut response: Response) -> Response {
        let seconds = |day: Day| u64::try_from(i64::from(day.number()) * 86_400).unwrap_or(0);
        let date = |day: Day| httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds(day)));
        let link = |instead: &String| format!("<{instead}>; rel=\"successor-version\"");
        let told = [
            ("deprecation", Some(format!("@{}", seconds(self.since)))),
            ("sunset", self.sunset.map(date)),
            ("link", self.instead.as_ref().map(link)),
        ];
        for (name, value) in told {
            let value = value.and_then(|value| HeaderValue::from_str(&value).ok());
            if let Some(value) = value {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}
