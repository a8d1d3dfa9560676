"""Stage 4: which claims speak of one happening, and which report depends on which origin."""
