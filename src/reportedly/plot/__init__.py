"""Pictures of a casebook: the map that lies under its events."""
