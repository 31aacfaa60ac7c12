-- What members are told in the application, and how each of them wants to be told.

CREATE TABLE notifications (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    -- Who is told: the id of an account.
    member TEXT NOT NULL,
    id BLOB NOT NULL,
    -- What it comes from: nobody is told the same twice.
    key TEXT NOT NULL,
    -- The letter of the pack that says it, and the record that it is about. What it says is made of that when it is read.
    letter TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    -- `unread`, `read`, or `unshown` where it is only gathered for a letter.
    state TEXT NOT NULL,
    -- `waiting` until it is gathered into a letter, then by which one; nothing where it is gathered into none.
    digest TEXT,
    created_at INTEGER NOT NULL,
    read_at INTEGER,
    PRIMARY KEY (tenant_id, member, id),
    UNIQUE (tenant_id, member, key)
) STRICT;

CREATE INDEX notifications_of_state ON notifications (tenant_id, member, state, id);
CREATE INDEX notifications_gathered ON notifications (tenant_id, member, digest) WHERE digest IS NOT NULL;
CREATE INDEX notifications_by_age ON notifications (created_at);

CREATE TABLE notification_preferences (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    member TEXT NOT NULL,
    -- By which channel, of which letter, and when not; in JSON.
    preferences TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, member)
) STRICT;

-- What nobody carried out until now happened long ago: nobody is told of it now.
UPDATE jobs SET state = 'cancelled', finished_at = created_at WHERE state = 'parked' AND name IN ('notify', 'send_email');
