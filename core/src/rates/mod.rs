//! What does it cost?
