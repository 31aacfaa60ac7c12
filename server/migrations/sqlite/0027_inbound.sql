-- Where mail of tenants arrives, and which mails have arrived there.

CREATE TABLE inboxes (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- By which the pack says what becomes of it.
    name TEXT NOT NULL,
    -- SHA-256 of its key, which is kept nowhere.
    hash BLOB NOT NULL,
    -- The e-mail whose mail arrives there: answers to letters go to it.
    address TEXT,
    -- The mail server that is believed when it tells where a mail comes from.
    authserv_id TEXT,
    opened_by TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name)
) STRICT;

CREATE INDEX inboxes_by_hash ON inboxes (hash);

-- Of each mail something is made once.
CREATE TABLE inbound_mails (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    name TEXT NOT NULL,
    -- SHA-256 of its `Message-ID` and from whom it says that it is, or of all of it.
    hash BLOB NOT NULL,
    -- SHA-256 of its `Message-ID`, by which others name it that answer it.
    thread BLOB,
    -- Of who wrote it, and whether that is proven, a hash by a key of the installation.
    sender BLOB NOT NULL,
    is_proven INTEGER NOT NULL,
    -- What became of it, and the record that it answers or has become.
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    about_id BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, name, hash)
) STRICT;

CREATE INDEX inbound_mails_of_sender ON inbound_mails (tenant_id, name, sender, received_at);
CREATE INDEX inbound_mails_unproven ON inbound_mails (tenant_id, name, received_at) WHERE NOT is_proven;
CREATE INDEX inbound_mails_of_thread ON inbound_mails (tenant_id, name, thread);
CREATE INDEX inbound_mails_by_age ON inbound_mails (received_at);
