-- Merging: what each device knew when it wrote, what two devices said without knowing of each other, and originals that
-- are still on their way.

-- That a device took in what others had written.
CREATE TABLE merge (
    id TEXT PRIMARY KEY,
    source TEXT,            -- a package, case or store by name
    heads TEXT NOT NULL,    -- JSON array of {device, entries, hash}
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- From its entry `device_seq` on, `device` knew the first `other_seq` entries of `other`. Of entries since this format it
-- says what the merges in the history say; of older ones, the order in which they stand in the file.
CREATE TABLE known (
    device     TEXT NOT NULL,
    device_seq INTEGER NOT NULL,
    other      TEXT NOT NULL,
    other_seq  INTEGER NOT NULL,
    PRIMARY KEY (device, device_seq, other)
) STRICT, WITHOUT ROWID;
INSERT INTO known
SELECT turn.device, turn.device_seq, before.device, max(before.device_seq)
FROM (SELECT seq, device, device_seq, lag(device) OVER (ORDER BY seq) AS former FROM history) AS turn
JOIN history AS before ON before.seq < turn.seq AND before.device <> turn.device
WHERE turn.former <> turn.device
GROUP BY turn.device, turn.device_seq, before.device;

-- Fields, or with an empty field the existence, of records on which a person has to decide. Follows from the history.
CREATE TABLE conflict (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (kind, id, field)
) STRICT, WITHOUT ROWID;

-- Originals of photos that came by a merge without their bytes.
CREATE TABLE awaited (
    sha256 TEXT PRIMARY KEY,
    source TEXT NOT NULL    -- what the photo's record came from
) STRICT, WITHOUT ROWID;

-- The table of photos as before, but that one original may be a photo's twice: two devices may each have taken it in
-- before their ids were made from it.
DROP TRIGGER photo_counted;
DROP TRIGGER depiction_added;
DROP TRIGGER depiction_removed;
DROP TRIGGER region_added;
DROP TRIGGER region_removed;
DROP TRIGGER transcription_added;
DROP TRIGGER transcription_removed;
CREATE TABLE photo_9 (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, byte_size INTEGER NOT NULL, file_name TEXT NOT NULL,
    source_path TEXT, format TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, orientation INTEGER,
    captured TEXT, captured_offset TEXT, captured_origin TEXT, latitude REAL, longitude REAL, altitude_m REAL,
    gps_time TEXT, camera_make TEXT, camera_model TEXT, camera_serial TEXT, lens TEXT, software TEXT,
    kind TEXT NOT NULL, caption TEXT NOT NULL, photographer TEXT, credit TEXT, licence TEXT, undecodable TEXT,
    warnings TEXT NOT NULL, added TEXT NOT NULL, notes TEXT NOT NULL,
    captured_offset_origin TEXT, photo_set TEXT, source_modified TEXT, source_created TEXT, rating INTEGER, pick TEXT,
    colour TEXT, needs TEXT, clock_shift_s INTEGER, clock_offset TEXT, clock_basis TEXT, placed_latitude REAL,
    placed_longitude REAL, placed_basis TEXT,
    taken TEXT NOT NULL, camera TEXT, at_latitude REAL, at_longitude REAL,
    subjects INTEGER NOT NULL DEFAULT 0, regions INTEGER NOT NULL DEFAULT 0, untranscribed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO photo_9 (
    id, sha256, byte_size, file_name, source_path, format, width, height, orientation, captured, captured_offset,
    captured_origin, latitude, longitude, altitude_m, gps_time, camera_make, camera_model, camera_serial, lens,
    software, kind, caption, photographer, credit, licence, undecodable, warnings, added, notes,
    captured_offset_origin, photo_set, source_modified, source_created, rating, pick, colour, needs, clock_shift_s,
    clock_offset, clock_basis, placed_latitude, placed_longitude, placed_basis, taken, camera, at_latitude,
    at_longitude, subjects, regions, untranscribed)
SELECT
    id, sha256, byte_size, file_name, source_path, format, width, height, orientation, captured, captured_offset,
    captured_origin, latitude, longitude, altitude_m, gps_time, camera_make, camera_model, camera_serial, lens,
    software, kind, caption, photographer, credit, licence, undecodable, warnings, added, notes,
    captured_offset_origin, photo_set, source_modified, source_created, rating, pick, colour, needs, clock_shift_s,
    clock_offset, clock_basis, placed_latitude, placed_longitude, placed_basis, taken, camera, at_latitude,
    at_longitude, subjects, regions, untranscribed
FROM photo;
DROP TABLE photo;
ALTER TABLE photo_9 RENAME TO photo;
CREATE INDEX photo_sha256 ON photo (sha256);

CREATE INDEX photo_taken ON photo (taken, file_name, id);
CREATE INDEX photo_added ON photo (added, file_name, id);
CREATE INDEX photo_name ON photo (file_name, id);
CREATE INDEX photo_camera ON photo (camera, taken, file_name, id);
CREATE INDEX photo_set_order ON photo (photo_set, taken, file_name, id);
CREATE INDEX photo_rating ON photo (rating, taken, file_name, id) WHERE rating IS NOT NULL;
CREATE INDEX photo_pick ON photo (pick, taken, file_name, id) WHERE pick IS NOT NULL;
CREATE INDEX photo_colour ON photo (colour, taken, file_name, id) WHERE colour IS NOT NULL;
CREATE INDEX photo_needs ON photo (needs, taken, file_name, id) WHERE needs IS NOT NULL;
CREATE INDEX photo_kept ON photo (taken, file_name, id) WHERE pick IS NOT 'rejected';
CREATE INDEX photo_linked ON photo (taken, file_name, id) WHERE subjects > 0;
CREATE INDEX photo_unlinked ON photo (taken, file_name, id) WHERE subjects = 0;
CREATE INDEX photo_marked ON photo (taken, file_name, id) WHERE regions > 0;
CREATE INDEX photo_unmarked ON photo (taken, file_name, id) WHERE regions = 0;
CREATE INDEX photo_untranscribed ON photo (taken, file_name, id) WHERE untranscribed > 0;
CREATE INDEX photo_place ON photo (at_latitude, at_longitude) WHERE at_latitude IS NOT NULL;

CREATE TRIGGER photo_counted AFTER INSERT ON photo BEGIN
    UPDATE photo SET
        subjects = (SELECT count(*) FROM depiction AS d WHERE d.photo = new.id),
        regions = (SELECT count(*) FROM region AS r WHERE r.photo = new.id),
        untranscribed = (SELECT count(*) FROM region AS r WHERE r.photo = new.id
            AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
    WHERE id = new.id;
END;
CREATE TRIGGER depiction_added AFTER INSERT ON depiction BEGIN
    UPDATE photo SET subjects = (SELECT count(*) FROM depiction AS d WHERE d.photo = new.photo) WHERE id = new.photo;
END;
CREATE TRIGGER depiction_removed AFTER DELETE ON depiction BEGIN
    UPDATE photo SET subjects = (SELECT count(*) FROM depiction AS d WHERE d.photo = old.photo) WHERE id = old.photo;
END;
CREATE TRIGGER region_added AFTER INSERT ON region BEGIN
    UPDATE photo SET
        regions = (SELECT count(*) FROM region AS r WHERE r.photo = new.photo),
        untranscribed = (SELECT count(*) FROM region AS r WHERE r.photo = new.photo
            AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
    WHERE id = new.photo;
END;
CREATE TRIGGER region_removed AFTER DELETE ON region BEGIN
    UPDATE photo SET
        regions = (SELECT count(*) FROM region AS r WHERE r.photo = old.photo),
        untranscribed = (SELECT count(*) FROM region AS r WHERE r.photo = old.photo
            AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
    WHERE id = old.photo;
END;
CREATE TRIGGER transcription_added AFTER INSERT ON transcription BEGIN
    UPDATE photo SET untranscribed = (SELECT count(*) FROM region AS r WHERE r.photo = photo.id
            AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
    WHERE id IN (SELECT photo FROM region WHERE marking = new.marking);
END;
CREATE TRIGGER transcription_removed AFTER DELETE ON transcription BEGIN
    UPDATE photo SET untranscribed = (SELECT count(*) FROM region AS r WHERE r.photo = photo.id
            AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
    WHERE id IN (SELECT photo FROM region WHERE marking = old.marking);
END;
