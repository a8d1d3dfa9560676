"""Looking at events: who says what, field by field."""
