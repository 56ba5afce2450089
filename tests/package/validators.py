"""What others make of a package: run by tests/package.rs as `validators.py CHECK FOLDER`.

Ends with 0 when all is well, 1 when something is wrong (said on standard error), 3 when the module it needs is not there.
"""

import json
import pathlib
import sys
import warnings


def tables(folder):
    import pandas

    warnings.simplefilter("error")
    for table in sorted(folder.glob("data/records/*.csv")):
        frame = pandas.read_csv(table)
        lines = table.with_suffix(".jsonl")
        if not lines.exists():
            continue
        records = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
        assert len(frame) == len(records), f"{table}: {len(frame)} rows, {len(records)} records"
        for column in frame.columns:
            values = [record[column] for record in records]
            numbers = [value for value in values if isinstance(value, (int, float))]
            if numbers and len(numbers) == sum(value is not None for value in values):
                read = [value for value in frame[column] if value == value]
                assert all(isinstance(value, (int, float)) for value in read), f"{table}: {column}"
                assert read == numbers, f"{table}: {column}"


def schemas(folder):
    import jsonschema

    for path in sorted(folder.glob("data/records/*.schema.json")):
        schema = json.loads(path.read_text("utf-8"))
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema", path
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        lines = path.with_name(path.name.replace(".schema.json", ".jsonl"))
        for line in lines.read_text("utf-8").splitlines():
            record = json.loads(line)
            validator.validate(record)
            # A schema that allows everything would prove nothing.
            assert not validator.is_valid({**record, "unknown": 1}), path
            assert not validator.is_valid({name: record[name] for name in list(record)[1:]}), path


def history(folder):
    """The script that docs/package.md gives to whoever wants to compute the chains."""
    import hashlib

    listed = json.loads((folder / "data/history/chains.json").read_text("utf-8"))
    for chain in listed["chains"]:
        before, count = "00" * 32, 0
        for line in (folder / chain["file"]).read_text("utf-8").splitlines():
            entry = json.loads(line)
            takes_back = entry["takes_back"]
            parts = [
                entry["device"],
                str(entry["device_seq"]),
                entry["at"],
                entry["person"],
                entry["action"],
                str(entry["step"]),
                "" if takes_back is None else str(takes_back),
                entry["ops"],
            ]
            parts = [part.encode() for part in parts] + [bytes.fromhex(entry["prev_hash"])]
            digest = hashlib.sha256()
            for part in parts:
                digest.update(len(part).to_bytes(8, "little") + part)
            count += 1
            assert entry["prev_hash"] == before and entry["device_seq"] == count, line
            assert entry["hash"] == digest.hexdigest(), line
            before = entry["hash"]
        assert (before, count) == (chain["head"], chain["entries"]), chain


def main():
    check, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    try:
        {"tables": tables, "schemas": schemas, "history": history}[check](folder)
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(3)


main()
