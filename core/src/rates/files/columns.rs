//! Which column holds which field of which part.

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text,
    /// A decimal, with a comma where the file has one.
    Decimal,
    Integer,
    /// `yes` or `no`.
    Truth,
    /// Words with spaces between them.
    Words,
}

/// A part of a list: its name in the column `part`, and its field in the definition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) name: &'static str,
    /// The field that holds it; the whole for the list itself.
    pub(super) field: &'static str,
    /// Whether the field is a list of such parts.
    pub(super) many: bool,
    /// Column, pointer within the part, kind of cell.
    pub(super) columns: &'static [(&'static str, &'static str, Cell)],
}

/// The columns of every file, in this order.
pub(super) const HEADER: &[&str] = &[
    "list",
    "version",
    "part",
    "code",
    "name",
    "supplier",
    "service_type",
    "destination",
    "product",
    "status",
    "currency",
    "unit",
    "zone",
    "first",
    "last",
    "weekdays",
    "priority",
    "tags",
    "base",
    "per_person",
    "extra_adult",
    "extra_bed",
    "child",
    "single_use",
    "min_people",
    "max_people",
    "min_adults",
    "max_adults",
    "min_age",
    "max_age",
    "per",
    "optional",
    "set",
    "multiply",
    "amount",
    "percent",
    "inclusive",
    "closed",
    "closed_to_arrival",
    "closed_to_departure",
    "min_stay",
    "max_stay",
    "min_lead_days",
    "max_lead_days",
    "release_days",
    "reason",
    "more",
];

use Cell::{Decimal, Integer, Text, Truth, Words};

/// Every part, in the order in which a file lists them.
pub(super) const PARTS: &[Part] = &[
    Part {
        name: "list",
        field: "",
        many: false,
        columns: &[
            ("code", "/code", Text),
            ("name", "/name", Text),
            ("supplier", "/supplier", Text),
            ("service_type", "/service_type", Text),
            ("destination", "/destination", Text),
            ("product", "/product", Text),
            ("status", "/status", Text),
            ("currency", "/currency", Text),
            ("unit", "/unit", Text),
            ("zone", "/zone", Text),
            ("first", "/valid/first", Text),
            ("last", "/valid/last", Text),
            ("priority", "/priority", Integer),
            ("tags", "/tags", Words),
        ],
    },
    Part {
        name: "people",
        field: "people",
        many: false,
        columns: &[
            ("min_people", "/min_people", Integer),
            ("max_people", "/max_people", Integer),
            ("min_adults", "/min_adults", Integer),
            ("max_adults", "/max_adults", Integer),
        ],
    },
    Part {
        name: "prices",
        field: "prices",
        many: false,
        columns: &[
            ("base", "/base", Decimal),
            ("per_person", "/per_person", Decimal),
            ("extra_adult", "/extra_adult", Decimal),
            ("extra_bed", "/extra_bed", Decimal),
            ("child", "/child", Decimal),
            ("single_use", "/single_use/price", Decimal),
        ],
    },
    Part {
        name: "hours",
        field: "hours",
        many: false,
        columns: &[],
    },
    Part {
        name: "age_band",
        field: "age_bands",
        many: true,
        columns: &[
            ("name", "/name", Text),
            ("min_age", "/min_age", Integer),
            ("max_age", "/max_age", Integer),
            ("amount", "/price/fixed", Decimal),
        ],
    },
    Part {
        name: "season",
        field: "seasons",
        many: true,
        columns: &[
            ("name", "/name", Text),
            ("first", "/days/0/first", Text),
            ("last", "/days/0/last", Text),
            ("weekdays", "/weekdays", Words),
            ("priority", "/priority", Integer),
            ("set", "/price/set", Decimal),
            ("multiply", "/price/multiply", Decimal),
            ("amount", "/price/add", Decimal),
            ("percent", "/price/percent", Decimal),
        ],
    },
    Part {
        name: "supplement",
        field: "supplements",
        many: true,
        columns: &[
            ("code", "/code", Text),
            ("name", "/name", Text),
            ("first", "/days/0/first", Text),
            ("last", "/days/0/last", Text),
            ("weekdays", "/weekdays", Words),
            ("per", "/per", Text),
            ("optional", "/optional", Truth),
            ("amount", "/price/amount", Decimal),
            ("percent", "/price/percent", Decimal),
        ],
    },
    Part {
        name: "discount",
        field: "discounts",
        many: true,
        columns: &[("name", "/name", Text)],
    },
    Part {
        name: "fee",
        field: "fees",
        many: true,
        columns: &[
            ("name", "/name", Text),
            ("per", "/rate/fixed/per", Text),
            ("amount", "/rate/fixed/amount", Decimal),
            ("percent", "/rate/percent", Decimal),
        ],
    },
    Part {
        name: "tax",
        field: "taxes",
        many: true,
        columns: &[
            ("name", "/name", Text),
            ("per", "/rate/fixed/per", Text),
            ("amount", "/rate/fixed/amount", Decimal),
            ("percent", "/rate/percent", Decimal),
            ("inclusive", "/inclusive", Truth),
        ],
    },
    Part {
        name: "blackout",
        field: "blackouts",
        many: true,
        columns: &[
            ("first", "/days/first", Text),
            ("last", "/days/last", Text),
            ("weekdays", "/weekdays", Words),
            ("reason", "/reason", Text),
        ],
    },
    Part {
        name: "restriction",
        field: "restrictions",
        many: true,
        columns: &[
            ("first", "/days/0/first", Text),
            ("last", "/days/0/last", Text),
            ("weekdays", "/weekdays", Words),
            ("closed", "/closed", Truth),
            ("closed_to_arrival", "/closed_to_arrival", Truth),
            ("closed_to_departure", "/closed_to_departure", Truth),
            ("min_stay", "/min_stay", Integer),
            ("max_stay", "/max_stay", Integer),
            ("min_lead_days", "/min_lead_days", Integer),
            ("max_lead_days", "/max_lead_days", Integer),
            ("release_days", "/release_days", Integer),
            ("reason", "/reason", Text),
        ],
    },
];

/// The place of a column.
pub(super) fn place_of(column: &str) -> Option<usize> {
    HEADER.iter().position(|known| *known == column)
}
