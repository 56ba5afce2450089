-- Photos at scale: where a set of photos came from, what a person decided on each, and what lists and filters of
-- 100,000 photos need so that no question reads a whole table.

CREATE TABLE photo_set (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL, paths TEXT NOT NULL, taken_by TEXT, given_by TEXT,
    received TEXT, licence TEXT, restrictions TEXT, imported TEXT NOT NULL, imported_by TEXT NOT NULL,
    state TEXT NOT NULL, added INTEGER NOT NULL, known TEXT NOT NULL, refused TEXT NOT NULL, notes TEXT NOT NULL
) STRICT;

CREATE TABLE album (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, filter TEXT NOT NULL, sort TEXT NOT NULL, notes TEXT NOT NULL
) STRICT;

CREATE TABLE measurement (
    id TEXT PRIMARY KEY, photo TEXT NOT NULL, kind TEXT NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL, x2 REAL NOT NULL,
    y2 REAL NOT NULL, millimetres REAL, label TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX measurement_photo ON measurement (photo);

-- The columns of format 2, what people decide on a photo, what is computed from its fields (taken, camera, at_...),
-- and what triggers count (subjects, regions, untranscribed). `taken` is '~', which sorts after every time, when the
-- time is not known.
CREATE TABLE photo_3 (
    id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, byte_size INTEGER NOT NULL, file_name TEXT NOT NULL,
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
INSERT INTO photo_3 (id, sha256, byte_size, file_name, source_path, format, width, height, orientation, captured,
    captured_offset, captured_origin, latitude, longitude, altitude_m, gps_time, camera_make, camera_model,
    camera_serial, lens, software, kind, caption, photographer, credit, licence, undecodable, warnings, added, notes,
    taken, camera, at_latitude, at_longitude, subjects, regions, untranscribed)
SELECT id, sha256, byte_size, file_name, source_path, format, width, height, orientation, captured,
    captured_offset, captured_origin, latitude, longitude, altitude_m, gps_time, camera_make, camera_model,
    camera_serial, lens, software, kind, caption, photographer, credit, licence, undecodable, warnings, added, notes,
    coalesce(captured, '~'), nullif(concat_ws(' ', camera_make, camera_model, camera_serial), ''),
    latitude, longitude,
    (SELECT count(*) FROM depiction AS d WHERE d.photo = p.id),
    (SELECT count(*) FROM region AS r WHERE r.photo = p.id),
    (SELECT count(*) FROM region AS r WHERE r.photo = p.id
        AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = r.marking))
FROM photo AS p;
DROP TABLE photo;
ALTER TABLE photo_3 RENAME TO photo;

-- Every order of the list has an index that holds all that an ordered list of ids needs.
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

-- A preview between the small and the large one, and what the picture looks like in 64 bits, to find the same
-- picture in another size. Computed from the original, like the other previews.
CREATE TABLE thumbnail (
    id       INTEGER PRIMARY KEY,
    sha256   TEXT NOT NULL UNIQUE,
    likeness INTEGER NOT NULL,
    medium   BLOB NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
CREATE INDEX thumbnail_likeness ON thumbnail (likeness, sha256);

-- Every word of the metadata, so that a serial number or a name is found in whichever tag it stands. The rows of an
-- index need numbers that stay, which the table of format 1 does not have.
ALTER TABLE metadata RENAME TO metadata_before;
CREATE TABLE metadata (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    tags   TEXT NOT NULL,          -- JSON array of [block, name, value]
    hash   BLOB
) STRICT;
CREATE VIRTUAL TABLE metadata_index USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER metadata_added AFTER INSERT ON metadata BEGIN
    INSERT INTO metadata_index (rowid, text)
    SELECT new.id, group_concat((value ->> 1) || ' ' || (value ->> 2), char(10)) FROM json_each(new.tags);
END;
CREATE TRIGGER metadata_removed AFTER DELETE ON metadata BEGIN
    DELETE FROM metadata_index WHERE rowid = old.id;
END;
CREATE TRIGGER metadata_changed AFTER UPDATE ON metadata BEGIN
    DELETE FROM metadata_index WHERE rowid = old.id;
    INSERT INTO metadata_index (rowid, text)
    SELECT new.id, group_concat((value ->> 1) || ' ' || (value ->> 2), char(10)) FROM json_each(new.tags);
END;
INSERT INTO metadata (sha256, tags, hash) SELECT sha256, tags, hash FROM metadata_before ORDER BY sha256;
DROP TABLE metadata_before;
