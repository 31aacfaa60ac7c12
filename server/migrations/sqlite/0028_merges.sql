-- Records that went into other ones of their entity: where each is by now. What went into one that goes on is with that.
CREATE TABLE merges (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entity TEXT NOT NULL,
    record_id BLOB NOT NULL,
    into_id BLOB NOT NULL,
    merged_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, entity, record_id)
) STRICT;

CREATE INDEX merges_into ON merges (tenant_id, entity, into_id);

-- What members were told of one record.
CREATE INDEX notifications_of_record ON notifications (tenant_id, entity, record_id);
