"""The review page: a casebook in a browser on this machine. It reads through `book`, and asks no other host for anything."""
