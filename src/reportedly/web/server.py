"""Answers on this machine until it is told to stop."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from reportedly.book import Book
from reportedly.errors import UsageError
from reportedly.web.app import application
from reportedly.web.sessions import Session


def serve(book: Book, *, reviewer: str, port: int, anonymous: bool, ready: Callable[[str], None]) -> None:
    """Show a casebook on loopback until interrupted. `ready` is given the launch link once the port is held and the casebook is read.

    The port 0 takes any that is free. `reviewer` is who has the launch link, and owns the casebook while it is shown. `anonymous` lets
    everybody on this machine look.

    Raises:
        UsageError: the port is taken, or may not be used.
    """
    with held(port) as listening:
        session = Session(anonymous=anonymous)
        real = int(listening.getsockname()[1])
        app = application(book, session=session, port=real, reviewer=reviewer)
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False, lifespan="off")
        )
        book.prepare()
        gc.freeze()  # What was read lives as long as the page: who looks for garbage need not look at it.
        ready(f"http://127.0.0.1:{real}/launch?token={session.launch}")
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end; every connection was let go of.
            server.run(sockets=[listening])


def held(port: int) -> socket.socket:
    """A listening socket on loopback.

    Raises:
        UsageError: the port cannot be had.
    """
    # Without the protocol's name asyncio leaves Nagle's algorithm on, and every answer waits 40 ms for the browser's acknowledgement.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"Port {port} cannot be used: {why}. Nothing was started. Give another with --port, or --port 0 for any free one."
        ) from error
    listening.listen()
    return listening
