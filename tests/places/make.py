"""Makes points.tsv and lines.tsv, against which positions are checked. Needs pyproj, mgrs, geographiclib and
openlocationcode, none of which Witnessmark is made with:

    pip install pyproj mgrs geographiclib openlocationcode
    python3 make.py
"""

import importlib.metadata
import math
import random

import mgrs
from geographiclib.geodesic import Geodesic
from openlocationcode import openlocationcode
from pyproj import Transformer

RANDOM = 1_000
SPECIAL = [
    # The poles, and where their grid begins; GEOTRANS takes it to begin up to 0.00001° later.
    (90, 0), (90, 45), (-90, 0), (-90, -120), (84.00002, 10), (83.999999, 10), (-79.999999, -70), (-80.00002, -70),
    (89.999999, 179.999999), (-89.5, -0.000001), (85, -179.9), (-85, 179.9),
    # The antimeridian, the first meridian and the equator.
    (0.000001, 179.999999), (0.000001, -179.999999), (-0.000001, 179.999999), (-0.000001, -179.999999),
    (50.5, 179.999999), (50.5, -179.999999), (-16.8, 179.5), (-16.8, -179.5), (65.1, 180), (65.1, -180),
    (0, 0), (0, 3), (0, -3), (51.4779, 0), (51.4779, -0.000001), (-0.000001, 3.1), (0.000001, -3.1),
    # Norway: 32V reaches west to 3° E.
    (56.000001, 3.000001), (56.000001, 2.999999), (60.39, 5.32), (63.999999, 3.5), (64.000001, 3.5), (64.000001, 6.000001),
    (55.999999, 3.5), (60, 11.999999), (60, 12.000001), (62.5, 5.999999),
    # Svalbard: 31X, 33X, 35X and 37X.
    (72.000001, 8.999999), (72.000001, 9.000001), (71.999999, 9.000001), (78.22, 15.65), (78.22, 20.999999),
    (78.22, 21.000001), (80, 32.999999), (80, 33.000001), (83.9, 41.999999), (83.9, 42.000001), (74, 5.999999),
    (74, 6.000001), (71.999999, 33.5), (83.999999, 0.000001), (72.000001, -0.000001),
    # Edges of zones and bands where people work.
    (50.4501, 30.5234), (50, 29.999999), (50, 30.000001), (47.999999, 36), (48.000001, 36), (49.8397, 24.0297),
    (46.4825, 30.7233), (39.0392, 125.7625), (33.3152, 44.3661), (-33.8568, 151.2153), (40, -72), (-8, 0), (8, 0),
]


def point(source):
    """On the sphere, everywhere equally likely, to 0.000001°."""
    z = source.uniform(-1, 1)
    latitude = math.degrees(math.asin(z))
    return round(latitude, 6), round(source.uniform(-180, 180), 6)


def grid(geotrans, transformers, latitude, longitude, square):
    """Zone and hemisphere as GEOTRANS has them, metres by PROJ."""
    if square[0].isalpha():
        zone, code = square[0], 5041 if square[0] in "YZ" else 5042
    else:
        number, hemisphere, _, _ = geotrans.MGRSToUTM(square)
        zone = f"{number}{square[len(square) - 13]}"
        code = (32600 if hemisphere == "N" else 32700) + number
    if code not in transformers:
        transformers[code] = Transformer.from_crs(4326, code, always_xy=True)
    easting, northing = transformers[code].transform(longitude, latitude)
    return zone, easting, northing


def main():
    source = random.Random(113)
    geotrans, transformers = mgrs.MGRS(), {}
    versions = ", ".join(
        f"{name} {importlib.metadata.version(name)}" for name in ("pyproj", "mgrs", "geographiclib", "openlocationcode")
    )
    with open("points.tsv", "w", encoding="utf-8") as file:
        file.write(f"# Made by make.py with {versions}: UTM and UPS by PROJ, MGRS and seconds by GEOTRANS.\n")
        file.write("# latitude longitude zone easting northing mgrs seconds-north seconds-east plus-code\n")
        for latitude, longitude in [point(source) for _ in range(RANDOM)] + SPECIAL:
            square = geotrans.toMGRS(latitude, longitude, MGRSPrecision=5)
            zone, easting, northing = grid(geotrans, transformers, latitude, longitude, square)
            seconds = []
            for degrees in (latitude, longitude):
                d, m, s = geotrans.ddtodms(abs(degrees))
                seconds.append(f"{'-' if degrees < 0 else ''}{d:.0f} {m:.0f} {s:.6f}")
            code = openlocationcode.encode(latitude, longitude, 11)
            row = [latitude, longitude, zone, f"{easting:.4f}", f"{northing:.4f}", square, *seconds, code]
            file.write("\t".join(map(str, row)) + "\n")
    with open("lines.tsv", "w", encoding="utf-8") as file:
        file.write(f"# Made by make.py with {versions}: geodesics on WGS 84 by geographiclib.\n")
        file.write("# latitude longitude latitude longitude metres bearing\n")
        for number in range(RANDOM):
            start = point(source)
            if number % 2:
                end = point(source)
            else:
                near = Geodesic.WGS84.Direct(*start, source.uniform(0, 360), source.uniform(1, 50_000))
                end = round(near["lat2"], 6), round((near["lon2"] + 180) % 360 - 180, 6)
            line = Geodesic.WGS84.Inverse(*start, *end)
            row = [*start, *end, f"{line['s12']:.6f}", f"{line['azi1'] % 360:.9f}"]
            file.write("\t".join(map(str, row)) + "\n")


main()
