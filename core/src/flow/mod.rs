//! What may happen next?
