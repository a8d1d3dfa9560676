"""Bare spaCy, as a yardstick: `python -m bench.bare FOLDER` parses a folder's texts with the product's components."""

from __future__ import annotations

import sys
from pathlib import Path

from reportedly.language.english import BATCH, plain_pipeline

if __name__ == "__main__":
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    sys.stdout.write(f"{sum(len(doc) for doc in plain_pipeline().pipe(texts, batch_size=BATCH))}\n")
