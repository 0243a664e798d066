"""Ctrl-C while a statement runs: it is cancelled, and KeyboardInterrupt comes as always."""
from __future__ import annotations

import os
import signal
import threading
import weakref
from typing import Any

_connections: weakref.WeakSet[Any] = weakref.WeakSet()
_lock = threading.Lock()
_process = 0


def watch(connection: Any) -> None:
    """Has Ctrl-C cancel what runs on the connection. The interpreter runs its own handler only
    between instructions; but it writes a byte to a pipe at once, which a thread of ours reads.
    Where somebody else uses that pipe (asyncio does) it is left to them."""
    global _process
    _connections.add(connection)
    with _lock:
        if _process == os.getpid() or threading.current_thread() is not threading.main_thread():
            return
        inlet, outlet = os.pipe()
        os.set_blocking(outlet, False)
        previous = signal.set_wakeup_fd(outlet, warn_on_full_buffer=False)
        if previous != -1 and _process == 0:
            signal.set_wakeup_fd(previous)
            os.close(inlet)
            os.close(outlet)
            return
        _process = os.getpid()
        threading.Thread(target=_serve, args=(inlet,), name="kho Ctrl-C", daemon=True).start()


def _serve(inlet: int) -> None:
    while numbers := os.read(inlet, 64):
        default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if signal.SIGINT in numbers and default:
            for connection in list(_connections):
                connection._interrupt_quietly()
