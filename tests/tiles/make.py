"""Writes reference.pmtiles by two programs that are not this one: pmtiles 3.8.1 (BSD-3-Clause) and mapbox-vector-tile 2.2.0 (MIT).

    pip install pmtiles==3.8.1 mapbox-vector-tile==2.2.0
    python make.py
"""

import gzip

import mapbox_vector_tile
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer


def tile(z, x, y):
    square = "POLYGON ((0 0, 2048 0, 2048 4096, 0 4096, 0 0), (512 512, 512 1024, 1024 1024, 1024 512, 512 512))"
    layers = [
        {
            "name": "water",
            "features": [{"geometry": square, "properties": {"kind": "lake", "area": 12.5, "deep": True, "level": -3}}],
        },
        {
            "name": "roads",
            "features": [
                {
                    "geometry": "MULTILINESTRING ((0 100, 4096 100), (0 200, 10 300, 4096 200))",
                    "properties": {"kind": "highway"},
                }
            ],
        },
        {
            "name": "places",
            "features": [
                {
                    "geometry": "POINT (3072 2048)",
                    "properties": {"kind": "locality", "kind_detail": "city", "name": f"Місто {z}/{x}/{y}"},
                }
            ],
        },
    ]
    # The program's own rows grow from north to south, as they do in the file.
    return mapbox_vector_tile.encode(layers, default_options={"y_coord_down": True})


with open("reference.pmtiles", "wb") as out:
    writer = Writer(out)
    for z, x, y in [(0, 0, 0), (1, 0, 0), (1, 1, 1), (2, 3, 1)]:
        writer.write_tile(zxy_to_tileid(z, x, y), gzip.compress(tile(z, x, y), mtime=0))
    header = {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_zoom": 0,
        "max_zoom": 2,
        "min_lon_e7": 220000000,
        "min_lat_e7": 440000000,
        "max_lon_e7": 400000000,
        "max_lat_e7": 520000000,
        "center_zoom": 1,
        "center_lon_e7": 310000000,
        "center_lat_e7": 480000000,
    }
    writer.finalize(header, {"name": "Reference", "attribution": "made by tests/tiles/make.py"})
