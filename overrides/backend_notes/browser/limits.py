"""What a browser does not have: each says so in one sentence where a program asks for it.

The exceptions are those a server would raise in such trouble, so that a program's own handling of
them works. `sentence_of` finds the sentence again when a program ended with one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

THREADS = "Threads cannot be started in the browser: run this program on your machine."
PROCESSES = "Other programs cannot be started in the browser: run this one on your machine."
SOCKETS = "There are no network connections in the browser: run this program on your machine."
KEYBOARD = "input() has no keyboard to read from in the browser: put the value into the program."
MEMORY = "The program needs more memory than it may have in the browser."
RECURSION = "The program calls itself too deeply."

_Raise = Callable[..., NoReturn]


def _refuse(kind: type[Exception], sentence: str) -> _Raise:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        error: Any = kind(sentence)
        error.sentence = sentence
        raise error

    return refuse


def install_limits() -> None:
    """Replace what would fail obscurely, or falsely succeed."""
    import builtins
    import os
    import socket
    import subprocess
    import threading
    from multiprocessing import process

    sockets, processes = _refuse(OSError, SOCKETS), _refuse(OSError, PROCESSES)
    threading.Thread.start = _refuse(RuntimeError, THREADS)  # type: ignore[method-assign]
    process.BaseProcess.start = processes  # type: ignore[method-assign]
    subprocess.Popen.__init__ = processes  # type: ignore[method-assign]
    for name in ("fork", "forkpty", "system", "posix_spawn", "posix_spawnp"):
        setattr(os, name, processes)

    class Socket(socket.socket):
        """Exists, and reaches nobody."""

        bind = connect = listen = accept = sendto = sockets

        def connect_ex(self, _address: Any) -> int:
            """The code that `connect` would raise."""
            import errno

            return errno.ENETUNREACH

    vars(socket).update(socket=Socket, SocketType=Socket)
    for name in ("create_connection", "create_server", "socketpair", "getaddrinfo"):
        setattr(socket, name, sockets)

    def read_line(prompt: object = "", /) -> str:
        print(prompt, end="", flush=True)
        error: Any = EOFError(KEYBOARD)
        error.sentence = KEYBOARD
        raise error

    builtins.input = read_line


def sentence_of(error: BaseException | None, known: Callable[[str], bool]) -> str:
    """What to tell the reader about the exception that ended a program; often nothing.

    Args:
        error: the exception.
        known: whether a module is the program's own or its typing mistake, as opposed to a package
            that exists elsewhere.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if sentence := getattr(error, "sentence", ""):
            return str(sentence)
        if isinstance(error, MemoryError):
            return MEMORY
        if isinstance(error, RecursionError):
            return RECURSION
        if isinstance(error, ModuleNotFoundError) and error.name and not known(error.name):
            package = error.name.partition(".")[0]
            return f"The package {package} is not among those that run in the browser."
        error = error.__cause__ or error.__context__
    return ""
