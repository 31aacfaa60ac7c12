-- Those that wait for others or for people, counted by name without a look at what is done.
CREATE INDEX jobs_not_due ON jobs (name, state) WHERE state IN ('behind', 'parked', 'dead');
