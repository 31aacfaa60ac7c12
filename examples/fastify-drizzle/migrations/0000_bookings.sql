-- Lets one index hold a text and a range.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE TABLE resources (
    id text PRIMARY KEY,
    -- The resource as `new Calendar` reads it: its zone, hours, grid, buffers.
    rules jsonb NOT NULL,
    -- Rises with every change of its bookings, and each booking carries the version that changed it.
    version bigint NOT NULL DEFAULT 0
);
--> statement-breakpoint
CREATE TABLE bookings (
    id uuid PRIMARY KEY,
    resource_id text NOT NULL REFERENCES resources,
    during tstzrange NOT NULL,
    -- Cancelled, not deleted: a row that is gone could not say that it changed.
    cancelled boolean NOT NULL DEFAULT false,
    version bigint NOT NULL,
    -- Stands besides the engine: whoever writes here, two bookings never meet. Its index also finds the rows near a question.
    CONSTRAINT bookings_never_meet EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (NOT cancelled)
);
--> statement-breakpoint
CREATE INDEX bookings_by_version ON bookings (resource_id, version);
--> statement-breakpoint
INSERT INTO resources (id, rules) VALUES ('studio', '{
    "id": "studio",
    "zone": "Europe/Berlin",
    "hours": {"windows": [{"opens": "08:00", "closes": "18:00"}]},
    "grid": {"stepMinutes": 10},
    "noticeMinutes": 0
}');
