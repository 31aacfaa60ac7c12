//! Ratebook for Node: turns JavaScript's values into core's types and back. It holds no rule.

mod bridge;
