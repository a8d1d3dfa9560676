"""Model values as JSON-able rows and back, exactly: a file a noun, enums by their values, days in ISO 8601."""
