"""Makes outlines.bin from the TopoJSON of world-atlas. See README.md for the format."""

import json
import sys

UNIT = 0.01
TOLERANCE = 0.01
ISLAND = 0.06


def decoded(topo, arc):
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


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


def is_drawn(cells):
    if len(cells) < 2:
        return False
    seam = all(abs(abs(x * UNIT) - 180) < 0.02 for x, _ in cells)
    pole = all(y * UNIT < -89.9 for _, y in cells)
    sides = [max(side) - min(side) for side in zip(*cells)]
    island = cells[0] == cells[-1] and max(sides) * UNIT < ISLAND
    return not (seam or pole or island)


def number(n):
    n = n << 1 if n >= 0 else (-n << 1) - 1
    encoded = bytearray()
    while n > 127:
        encoded.append(n & 127 | 128)
        n >>= 7
    encoded.append(n)
    return encoded


def main(source, target):
    with open(source, encoding="utf-8") as file:
        topo = json.load(file)
    uses = {}

    def count(arcs):
        if isinstance(arcs, int):
            arc = arcs if arcs >= 0 else ~arcs
            uses[arc] = uses.get(arc, 0) + 1
        else:
            for part in arcs:
                count(part)

    for country in topo["objects"]["countries"]["geometries"]:
        count(country.get("arcs", []))
    data = bytearray()
    for place, arc in enumerate(topo["arcs"]):
        if place not in uses:
            continue
        cells = rounded(simplified(list(decoded(topo, arc))))
        if not is_drawn(cells):
            continue
        data.append(uses[place] > 1)
        data += number(len(cells))
        before = (0, 0)
        for x, y in cells:
            data += number(x - before[0]) + number(y - before[1])
            before = (x, y)
    with open(target, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    main(*sys.argv[1:3])
