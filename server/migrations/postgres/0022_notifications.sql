-- What members are told in the application, and how each of them wants to be told.

CREATE TABLE notifications (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    -- Who is told: the id of an account.
    member text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    -- What it comes from: nobody is told the same twice.
    key text COLLATE "C" NOT NULL,
    -- The letter of the pack that says it, and the record that it is about. What it says is made of that when it is read.
    letter text COLLATE "C" NOT NULL,
    entity text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL,
    -- `unread`, `read`, or `unshown` where it is only gathered for a letter.
    state text COLLATE "C" NOT NULL,
    -- `waiting` until it is gathered into a letter, then by which one; nothing where it is gathered into none.
    digest text COLLATE "C",
    created_at bigint NOT NULL,
    read_at bigint,
    PRIMARY KEY (tenant_id, member, id),
    UNIQUE (tenant_id, member, key)
);

CREATE INDEX notifications_of_state ON notifications (tenant_id, member, state, id);
CREATE INDEX notifications_gathered ON notifications (tenant_id, member, digest) WHERE digest IS NOT NULL;
CREATE INDEX notifications_by_age ON notifications (created_at);

CREATE TABLE notification_preferences (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    member text COLLATE "C" NOT NULL,
    -- By which channel, of which letter, and when not; in JSON.
    preferences text COLLATE "C" NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, member)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications TO ratebook_tenant;
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notifications TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON notifications TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON notification_preferences TO ratebook_tenant;
ALTER TABLE notification_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notification_preferences TO ratebook_tenant USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)) WITH CHECK (tenant_id = (SELECT current_setting('app.tenant')::uuid));
CREATE POLICY platform ON notification_preferences TO CURRENT_USER USING (true) WITH CHECK (true);

-- What nobody carried out until now happened long ago: nobody is told of it now.
UPDATE jobs SET state = 'cancelled', finished_at = created_at WHERE state = 'parked' AND name IN ('notify', 'send_email');
