"""Stage 1: bytes to reports. `sources.captures` finds them, `report.read_report` reads each."""
