"""Datasets as text that other programs read: JSON Lines, a UCDP-shaped table, GeoJSON."""
