-- From where it was asked: the address of whoever did, and what their request is called in answers and in the log. What the server
-- does by itself comes from nowhere.

ALTER TABLE audit ADD COLUMN ip text COLLATE "C";
ALTER TABLE audit ADD COLUMN request_id text COLLATE "C";
