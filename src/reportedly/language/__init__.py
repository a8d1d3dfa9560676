"""Stage 2: a report's text becomes sentences, words and names."""
