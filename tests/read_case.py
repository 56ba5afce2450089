"""Extracts every photo and its records from a case, written from docs/file-format.md alone. Standard library only.

    python3 read_case.py CASE OUT     writes each original to OUT and the records to OUT/records.json
"""
import hashlib, json, pathlib, sqlite3, struct, sys

TABLES = ("case_info", "strike", "weapon", "component", "photo", "depiction", "marking", "region",
          "transcription", "finding", "tag", "tagging", "custody", "signature", "photo_set", "album", "measurement",
          "symbol", "rule_file", "checklist", "redaction", "publication")
LISTS = ("sources", "warnings", "rule_sources", "paths", "known", "refused", "filter", "view", "strokes", "synonyms", "items",
         "options", "copies")
DEFAULTS = {"synonyms": []}
COMPUTED = ("first_day", "last_day", "basis", "taken", "camera", "at_latitude", "at_longitude", "subjects", "regions",
            "untranscribed")


def rows(case, table):
    cursor = case.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    for row in cursor:
        fields = dict(zip(names, row))
        yield {name: json.loads(value) if name in LISTS and value else value for name, value in fields.items()}


def check_history(case):
    """Recomputes every hash, and the records from the operations."""
    heads, records = {}, {}
    columns = "device, device_seq, at, person, action, step, takes_back, ops, prev_hash, hash"
    for number, entry in enumerate(case.execute(f"SELECT seq, {columns} FROM history ORDER BY seq"), 1):
        seq, device, device_seq, *rest, ops, prev_hash, stated = entry
        last, head = heads.get(device, (0, bytes(32)))
        if seq != number or device_seq != last + 1 or prev_hash != head:
            sys.exit(f"entry {seq} does not follow")
        digest = hashlib.sha256()
        for part in (device, device_seq, *rest, ops, prev_hash):
            part = part if isinstance(part, bytes) else ("" if part is None else str(part)).encode()
            digest.update(struct.pack("<Q", len(part)) + part)
        if digest.digest() != stated:
            sys.exit(f"entry {seq} was changed")
        heads[device] = (device_seq, stated)
        for op in json.loads(ops):
            record = records.setdefault((op["kind"], op["id"]), {})
            if op["after"] is None:
                del records[op["kind"], op["id"]]
            else:
                record.update(op["after"])
    return records


def main(path, out):
    case = sqlite3.connect(f"{pathlib.Path(path).absolute().as_uri()}?mode=ro", uri=True)
    if case.execute("PRAGMA application_id").fetchone()[0] != 0x57544E53:
        sys.exit("not a case")
    if case.execute("PRAGMA user_version").fetchone()[0] < 5:
        sys.exit("an older format")
    out = pathlib.Path(out)
    out.mkdir()
    records = {table: list(rows(case, table)) for table in TABLES}
    for photo in records["photo"]:
        (data,) = case.execute("SELECT bytes FROM original WHERE sha256 = ?", (photo["sha256"],)).fetchone()
        if hashlib.sha256(data).hexdigest() != photo["sha256"]:
            sys.exit(f"the original of {photo['file_name']} was changed")
        (out / f"{photo['id']}-{pathlib.PurePath(photo['file_name']).name}").write_bytes(data)
        photo["shown"] = [tie for tie in records["depiction"] if tie["photo"] == photo["id"]]
        photo["seen_in"] = [region for region in records["region"] if region["photo"] == photo["id"]]
    made = check_history(case)
    for table in TABLES:
        for row in records[table]:
            stored = {name: value for name, value in row.items() if name not in (*COMPUTED, "shown", "seen_in")}
            # A field that an older format did not have is not in the history.
            said = made.pop((table, row["id"]), None)
            if said is None or stored != {name: said.get(name, DEFAULTS.get(name)) for name in stored}:
                sys.exit(f"{table} {row['id']} is not what the history says")
    if made:
        sys.exit(f"missing: {sorted(made)}")
    (out / "records.json").write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    print(len(records["photo"]), "photos,", sum(map(len, records.values())), "records")


main(*sys.argv[1:])
