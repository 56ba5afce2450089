"""What python-edtf makes of the expressions of the conformance table, one line each.

python-edtf (https://pypi.org/project/edtf/, MIT) is not ours: what it says checks what Witnessmark says. Only the strict
bounds are taken, without the padding that it adds for what is approximate. To make the table anew, from the root:

    python3 -m venv edtf-env && edtf-env/bin/pip install edtf==5.0.2
    npm --prefix edtf-env install edtf@4.11.1
    (edtf-env/bin/python tests/edtf/oracle.py
     node tests/edtf/oracle.mjs edtf-env) > src/model/when/edtf/oracle.tsv
"""

import contextlib
import importlib.metadata
import io
import math

from edtf import parse_edtf

TABLE = "src/model/when/edtf/conformance.tsv"


def expressions():
    with open(TABLE, encoding="utf-8") as table:
        lines = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")]
    column = lines[0].index("expression")
    return [line[column] for line in lines[1:]]


def day(bound):
    if isinstance(bound, float):
        assert math.isinf(bound)
        return ".."
    year, month, date = bound[:3]
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{date:02}"


def bounds(expression):
    # It prints what it stumbles over.
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            parsed = parse_edtf(expression)
            return day(parsed.lower_strict()), day(parsed.upper_strict())
        except Exception:  # Many kinds: each means that it has no answer.
            return "refused", "refused"


def main():
    version = importlib.metadata.version("edtf")
    print(f"# Made by tests/edtf/oracle.py with python-edtf {version} (MIT).")
    print("library", "expression", "earliest", "latest", sep="\t")
    for expression in expressions():
        print("python-edtf", expression, *bounds(expression), sep="\t")


main()
