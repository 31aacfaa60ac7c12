-- How tenants look on paper: what they are called, where they are, their colour and their logo.

CREATE TABLE brands (
    tenant_id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- One line of it on a line.
    address TEXT NOT NULL,
    -- The colour, and that of text on it, such as `#1f3a5f`.
    fill TEXT NOT NULL,
    text TEXT NOT NULL,
    -- `image/png` or `image/jpeg`, and the picture itself.
    logo_type TEXT,
    logo BLOB,
    updated_at INTEGER NOT NULL
) STRICT;
