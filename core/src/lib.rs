//! What does it cost, is it free, what may happen next, who may do it, what is owed: one engine for what rental, travel, service and
//! subscription backends keep rewriting.
//!
//! A *definition* is what people write: a rate list, the resources of a calendar, a machine, a tenant's rules. It is checked and
//! compiled once, with every fault told at once, into a *handle* that is asked as often as you like. The engine is pure: it reads no
//! clock, opens no file and draws no random number. Everything an answer depends on is an argument, so every answer can be replayed;
//! and a refusal is an [`Error`] with every [`Reason`], each with a stable [`Code`], the place it is about, and the figures.
//!
//! Requests and definitions are made by `new`, with what cannot be left out, or by `Default`; the rest is set by `with_…`, one
//! method for each field. Their fields are public too: an option at hand is assigned (`request.channel = channel`).
//!
//! # What does it cost?
//!
//! [`rates`] has rate lists: seasons, prices by party and age, supplements, discounts, fees and taxes, restrictions. A
//! [price](rates::Price) is a list of lines that add up exactly.
//!
//! ```
//! use ratebook::rates::{PriceRequest, RateList, RateListDefinition, definition::{Prices, Unit}};
//! use ratebook::time::DayRange;
//!
//! let year = DayRange::new("2026-01-01".parse()?, "2026-12-31".parse()?);
//! let list = RateList::new(
//!     RateListDefinition::new("Double room", "EUR".parse()?, year, Unit::Night)
//!         .with_prices(Prices::default().with_base("100".parse()?)),
//! )?;
//! let stay = PriceRequest::default()
//!     .with_check_in("2026-05-01".parse()?)
//!     .with_check_out("2026-05-04".parse()?)
//!     .with_adults(2);
//! assert_eq!(list.total(&stay)?.to_string(), "300.00 EUR");
//! assert_eq!(list.price(&stay)?.lines.len(), 3);
//! # Ok::<(), ratebook::Error>(())
//! ```
//!
//! Several lists answer together as [`rates::RateLists`], what is charged by the month is a [`rates::Plan`], and what a
//! cancellation costs is told by a [`rates::CancellationPolicy`].
//!
//! # Is it free?
//!
//! [`calendar`] has resources, their hours and rules, and what is taken of them: by the moment, by the night, by the seat. It checks,
//! holds, books and moves as a whole or not at all.
//!
//! ```
//! use ratebook::Code;
//! use ratebook::calendar::definition::{Booking, Resource, Take, When};
//! use ratebook::calendar::{BookRequest, Calendar, CalendarDefinition};
//! use ratebook::time::{Instant, Span, Zone};
//!
//! let calendar = Calendar::new(CalendarDefinition::new([Resource::new("studio", Zone::UTC)]))?;
//! let now: Instant = "2026-05-04T08:00:00Z".parse()?;
//! let hour = When::Span(Span::new("2026-05-04T10:00:00Z".parse()?, "2026-05-04T11:00:00Z".parse()?)?);
//! calendar.book(&BookRequest::new(now, Booking::new("a", [Take::new("studio", hour)])))?;
//! let refused = calendar.book(&BookRequest::new(now, Booking::new("b", [Take::new("studio", hour)])));
//! assert_eq!(refused.unwrap_err().code(), Code::CalendarConflict);
//! # Ok::<(), ratebook::Error>(())
//! ```
//!
//! # What is free, and at which price?
//!
//! [`books::Storefront`] asks a calendar and its rate lists together: what a search page shows, cheapest first.
//!
//! # What may happen next?
//!
//! [`flow`] has machines: the life of a booking, a quote or a ticket as data. An event happens, with what it records and what is to be
//! done then, or it is refused with every reason. Forty-seven machines [come with the engine](flow::machine::shipped).
//!
//! ```
//! use ratebook::flow::{FireRequest, StartRequest, machine::shipped};
//! use ratebook::time::Instant;
//!
//! let machine = shipped("hold")?;
//! let now: Instant = "2026-05-04T08:00:00Z".parse()?;
//! let held = machine.start(&StartRequest::new(now))?.instance;
//! let open: Vec<_> = machine.definition().transitions.iter().filter(|one| one.from.contains(&held.state)).collect();
//! assert!(!open.is_empty());
//! assert!(machine.fire(&FireRequest::new(held, "no such event", now)).is_err());
//! # Ok::<(), ratebook::Error>(())
//! ```
//!
//! Deadlines in business hours, automation and contacts stand beside it; [`assignment`] says who takes something.
//!
//! # Who may do it, and how much?
//!
//! [`tenancy`] has a tenant's roles, grants and masks, limits, quotas, features, numbers, keys, policies and privacy. Whatever is asked
//! names its tenant, and another one's is refused.
//!
//! ```
//! use ratebook::tenancy::access::{AccessActor, MayRequest};
//! use ratebook::tenancy::{Tenant, TenantDefinition, TenantId};
//!
//! let acme = TenantId::new("acme");
//! let tenant = Tenant::new(TenantDefinition::new(acme.clone(), "Acme Travel"))?;
//! let ann = AccessActor::new(acme, "ann").with_roles(["owner"]);
//! assert!(tenant.may(&MayRequest::new(ann, "bookings:write"))?.allowed);
//! # Ok::<(), ratebook::Error>(())
//! ```
//!
//! # The ground
//!
//! [`money`] and [`time`] have exact decimals, currencies, days, instants, zones and recurrence; [`expression`] is the small typed
//! language of guards, policies and eligibility.
//!
//! # What is a guest told?
//!
//! [`messages`] has a sentence for each code in five languages, with its figures as people there write them.
//!
//! # Definitions as text
//!
//! Every handle also loads from JSON or TOML, with the same checks: `RateList::load_text(file)`, `RateList::load(json_tree)`.

#[doc(hidden)]
pub mod api;
pub mod assignment;
pub mod books;
pub mod calendar;
pub mod error;
pub mod expression;
mod fault;
pub mod flow;
#[doc(hidden)]
pub mod form;
pub mod messages;
pub mod money;
pub mod names;
pub mod permission;
pub mod rates;
pub mod records;
pub mod tenancy;
pub mod time;

pub use error::{Code, Error, Reason, Result};
pub use fault::place;

// What every type says for its schema is compiled only for those who make something of it.
#[cfg(not(feature = "schemas"))]
use ratebook_derive::NoSchema as JsonSchema;
#[cfg(feature = "schemas")]
use schemars::JsonSchema;

/// The programs of the crate's own page.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
