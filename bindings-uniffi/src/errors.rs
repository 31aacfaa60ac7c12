//! Core's errors as each language catches them: a variant per family.

use std::fmt;

use ratebook::Error;

/// What the engine refuses, by the family of its code: `rates.blackout` is `Rates`.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Error)]
pub enum RatebookError {
    /// A defect in Ratebook itself.
    Engine {
        /// What is told.
        report: Report,
    },
    /// A definition that cannot be loaded; `reasons` lists all that is wrong with it.
    Definition {
        /// What is told.
        report: Report,
    },
    /// A request that cannot be read.
    Request {
        /// What is told.
        report: Report,
    },
    /// An expression without a value.
    Expression {
        /// What is told.
        report: Report,
    },
    /// Amounts, currencies and exchange.
    Money {
        /// What is told.
        report: Report,
    },
    /// Days, moments and recurrence.
    Time {
        /// What is told.
        report: Report,
    },
    /// A price that is not given.
    Rates {
        /// What is told.
        report: Report,
    },
    /// A time that is not free.
    Calendar {
        /// What is told.
        report: Report,
    },
    /// An event that is not possible.
    Flow {
        /// What is told.
        report: Report,
    },
    /// What a tenant or its people may not do.
    Tenancy {
        /// What is told.
        report: Report,
    },
    /// A record that is not taken.
    Records {
        /// What is told.
        report: Report,
    },
    /// A posting, an invoice or a payment that is not taken.
    Books {
        /// What is told.
        report: Report,
    },
}

/// An error as data: the first reason, and all of them.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Report {
    /// The code of the first reason, such as `rates.blackout`; it never changes.
    pub code: String,
    /// A sentence a person can act on.
    pub message: String,
    /// Where the first reason points, as a JSON pointer into the definition or request.
    pub path: String,
    /// The figures of the first reason, as a JSON object.
    pub details: String,
    /// Every reason, the first one included.
    pub reasons: Vec<Reason>,
}

/// One of several reasons.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Reason {
    /// Its code.
    pub code: String,
    /// A sentence a person can act on.
    pub message: String,
    /// Where it points, as a JSON pointer.
    pub path: String,
    /// The figures involved, as a JSON object.
    pub details: String,
}

impl RatebookError {
    /// What is told, whatever the family.
    #[must_use]
    pub fn report(&self) -> &Report {
        match self {
            RatebookError::Engine { report }
            | RatebookError::Definition { report }
            | RatebookError::Request { report }
            | RatebookError::Expression { report }
            | RatebookError::Money { report }
            | RatebookError::Time { report }
            | RatebookError::Rates { report }
            | RatebookError::Calendar { report }
            | RatebookError::Flow { report }
            | RatebookError::Tenancy { report }
            | RatebookError::Records { report }
            | RatebookError::Books { report } => report,
        }
    }
}

impl fmt::Display for RatebookError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report();
        write!(out, "{} ({})", report.message, report.code)
    }
}

impl std::error::Error for RatebookError {}

impl From<Error> for RatebookError {
    fn from(error: Error) -> Self {
        let family = error.code().family();
        let told = error.report();
        let report = Report {
            code: told.code.as_str().to_owned(),
            message: told.message,
            path: told.path,
            details: serde_json::Value::Object(told.details).to_string(),
            reasons: told.reasons.into_iter().map(Reason::from).collect(),
        };
        match family {
            "definition" => RatebookError::Definition { report },
            "request" => RatebookError::Request { report },
            "expression" => RatebookError::Expression { report },
            "money" => RatebookError::Money { report },
            "time" => RatebookError::Time { report },
            "rates" => RatebookError::Rates { report },
            "calendar" => RatebookError::Calendar { report },
            "flow" => RatebookError::Flow { report },
            "tenancy" => RatebookError::Tenancy { report },
            "records" => RatebookError::Records { report },
            "books" => RatebookError::Books { report },
            _ => RatebookError::Engine { report },
        }
    }
}

impl From<ratebook::Reason> for Reason {
    fn from(reason: ratebook::Reason) -> Self {
        Reason {
            code: reason.code.as_str().to_owned(),
            message: reason.message,
            path: reason.path,
            details: serde_json::Value::Object(reason.details).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratebook::Code;

    use super::*;

    /// A family that is new in core has no variant yet, and this says so.
    #[test]
    fn every_family_has_its_own_variant() {
        for code in Code::ALL {
            let error = RatebookError::from(Error::new(*code, "/here", "a sentence"));
            let name = format!("{error:?}");
            let variant = name.split(' ').next().unwrap_or_default().to_lowercase();
            assert_eq!(variant, code.family(), "of {}", code.as_str());
            assert_eq!(error.report().reasons.len(), 1);
            assert_eq!(error.to_string(), format!("a sentence ({})", code.as_str()));
        }
    }
}
