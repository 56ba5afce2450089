-- What makes a case trusted: custody of the physical pieces, signatures of chain heads, and the means to find
-- things in a long history.

CREATE TABLE custody (
    id TEXT PRIMARY KEY, component TEXT NOT NULL, handed_over_by TEXT, received_by TEXT, at TEXT, place_name TEXT,
    purpose TEXT, authority TEXT, seal_before TEXT, seal_after TEXT, condition TEXT, proof_photo TEXT,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX custody_component ON custody (component);
CREATE INDEX custody_proof_photo ON custody (proof_photo) WHERE proof_photo IS NOT NULL;

CREATE TABLE signature (
    id TEXT PRIMARY KEY, device TEXT NOT NULL, device_seq INTEGER NOT NULL, head TEXT NOT NULL, statement TEXT NOT NULL,
    signature TEXT NOT NULL, key_fingerprint TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX signature_device ON signature (device, device_seq);

CREATE INDEX history_takes_back ON history (takes_back) WHERE takes_back IS NOT NULL;
CREATE INDEX history_who ON history (device, person, at);
CREATE INDEX history_action ON history (action, at);
CREATE INDEX history_at ON history (at);

-- SHA-256 over what was computed from an original, so that a change to it is noticed without computing it anew.
-- See docs/file-format.md for the bytes that are hashed.
ALTER TABLE preview ADD COLUMN hash BLOB;
UPDATE preview SET hash = witness_sha256(small, large);
ALTER TABLE chain_head ADD COLUMN name_hash BLOB;
UPDATE chain_head SET name_hash = witness_sha256(name);
ALTER TABLE metadata ADD COLUMN hash BLOB;
UPDATE metadata SET hash = witness_sha256(tags);
