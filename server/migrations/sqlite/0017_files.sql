-- Files: what was uploaded, and how many records name it. Their bytes lie elsewhere, under names made of tenant and id.

CREATE TABLE files (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    -- As whoever sent it calls it.
    name TEXT NOT NULL,
    -- What it is by its bytes, such as `image/jpeg`.
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    -- SHA-256 of what is kept.
    hash BLOB NOT NULL,
    -- Of a picture.
    width INTEGER,
    height INTEGER,
    -- `arriving` until its bytes are kept, `kept`, or `going` once they are about to be removed.
    state TEXT NOT NULL,
    -- Who sent it: they alone may have a record name it.
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- How many fields of records name it.
    uses INTEGER NOT NULL,
    -- Since when none does, as far as that was seen.
    unnamed_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX files_unnamed ON files (unnamed_at) WHERE uses = 0;
