"""Debian's Chromium for the tests of the page: where it is, and how it gets here when it is not.

Run as a program it installs it: `python -m tests.browser.chromium`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""The browser asks nobody for anything on its own account, so that every request that is counted is one of a page."""


def found() -> str | None:
    """The program, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> int:
    """Install it if it is missing. Returns an exit status."""
    if found():
        return 0
    apt = ["apt-get"] if os.geteuid() == 0 else ["sudo", "apt-get"]
    if not shutil.which("apt-get"):
        sys.stderr.write("Chromium is missing, and this system has no apt-get. Nothing was installed. Install Chromium by hand.\n")
        return 2
    for command in ([*apt, "update", "-qq"], [*apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)  # noqa: S603  (fixed words)
    return done.returncode


if __name__ == "__main__":
    sys.exit(install())
