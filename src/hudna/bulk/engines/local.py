"""Processes of this machine. A worker that dies is replaced; a row on which workers die is found and left out."""

from __future__ import annotations

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from typing import Any

from hudna.bulk.engines.processors import processors
from hudna.bulk.parts import Done, Part, Task
from hudna.errors import EngineFailed

# Not a copy of this process: that may have threads, and on macOS and Windows can't be copied at all.
_PROCESSES = multiprocessing.get_context("spawn")
_NAME = "hudna-bulk-worker"
_READY = "ready"
_ENOUGH = 3
"""So many deaths before any work, or in a part without a row to blame, are taken for a lasting fault."""


class LocalEngine:
    """Worker processes, each with one part at a time."""

    def __init__(self, *, workers: int | None = None) -> None:
        self._size = workers or processors()

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part, as it is done."""
        crew = _Crew(iter(parts), task, self._size)
        try:
            yield from crew.work()
        finally:
            crew.dismiss()


def carefully(part: Part, task: Task) -> Done:
    """What became of a part that other engines' workers have died on: a process of its own looks for the row."""
    crew = _Crew(iter((part,)), task, 1, careful=True)
    try:
        (done,) = crew.work()
        return done
    finally:
        crew.dismiss()


class _Worker:
    """A process, the pipe to it, and what it is at."""

    def __init__(self, task: Task) -> None:
        self.pipe, other = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=_serve, args=(other, task), daemon=True, name=_NAME)
        self.process.start()
        other.close()
        self.part: Part | None = None
        self.row: int | None = None
        self.ready = False

    def give(self, part: Part, *, careful: bool) -> None:
        """Hand it a part. One that is dead by now is found so when it is listened to."""
        self.part, self.row = part, None
        with suppress(OSError):
            self.pipe.send((part, careful))

    def end(self) -> None:
        """Stop it. What it has half done leaves no trace: files appear when they are whole."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class _Crew:
    """Workers, and the parts that wait for them."""

    def __init__(self, parts: Iterator[Part], task: Task, size: int, *, careful: bool = False) -> None:
        self._parts = parts
        self._task = task
        self._size = size
        self._careful = careful
        self._again: deque[Part] = deque()
        self._ahead: Part | None = None
        self._ended = False
        self._deaths: Counter[int] = Counter()
        self._stillborn = 0
        self._workers: list[_Worker] = []

    def work(self) -> Iterator[Done]:
        """What became of each part. While the workers work, the next part is made ready."""
        while True:
            self._hand_out()
            self._look_ahead()
            busy = [worker for worker in self._workers if worker.part is not None]
            if not busy:
                return
            for pipe in wait([worker.pipe for worker in busy]):
                worker = next(w for w in busy if w.pipe is pipe)
                done = self._listen(worker)
                if done is not None:
                    yield done

    def dismiss(self) -> None:
        """Stop all workers."""
        for worker in self._workers:
            worker.end()
        self._workers = []

    def _hand_out(self) -> None:
        """Give a part to each worker that has none; there are no more workers than parts."""
        while self._has_room() and (part := self._next()):
            idle = next((worker for worker in self._workers if worker.part is None), None)
            if idle is None:
                idle = _Worker(self._task)
                self._workers.append(idle)
            idle.give(part, careful=self._careful or self._deaths[part.number] > 1)

    def _has_room(self) -> bool:
        """Whether a worker has nothing to do, or one more may be started."""
        return len(self._workers) < self._size or any(worker.part is None for worker in self._workers)

    def _next(self) -> Part | None:
        if self._again:
            return self._again.popleft()
        self._look_ahead()
        part, self._ahead = self._ahead, None
        return part

    def _look_ahead(self) -> None:
        if self._ahead is None and not self._ended:
            self._ahead = next(self._parts, None)
            self._ended = self._ahead is None

    def _listen(self, worker: _Worker) -> Done | None:
        """What the worker has to say: a part is done, it is at a row, it failed; or it is dead."""
        try:
            said: Any = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return None
        if isinstance(said, BaseException):
            raise said
        if isinstance(said, Done):
            worker.part = None
            return said
        if said == _READY:
            worker.ready, self._stillborn = True, 0
        else:
            worker.row = said
        return None

    def _bury(self, worker: _Worker) -> None:
        """Forget a dead worker; its part is done again by the next one."""
        self._workers.remove(worker)
        worker.end()
        assert worker.part is not None
        if worker.ready:
            self._again.append(self._after_death(worker.part, worker.row))
            return
        self._stillborn += 1
        if self._stillborn >= _ENOUGH:
            raise EngineFailed(
                f"workers die before they begin (exit code {worker.process.exitcode})",
                hint="each worker needs some 200 MB of memory: take fewer of them with --workers",
            )
        self._again.append(worker.part)

    def _after_death(self, part: Part, row: int | None) -> Part:
        """The part to be tried again: as it is, then without the row that was tried at the moment of death."""
        self._deaths[part.number] += 1
        # A row that was left out is not to blame: the death came after it, when the files were written.
        if row is not None and row not in part.lost:
            return replace(part, lost=(*part.lost, row))
        return replace(part, is_lost=self._deaths[part.number] > _ENOUGH)


def _serve(pipe: Connection, task: Task) -> None:
    """The life of a worker: a part in, what became of it out, until the pipe is closed."""
    # Ctrl-C goes to all processes of a terminal: the one that reads it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        prepare = getattr(task, "prepare", None)
        if prepare is not None:
            prepare()
        pipe.send(_READY)
        while True:
            part, careful = pipe.recv()
            pipe.send(task(part, watch=pipe.send if careful else None))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # Nobody is there any more.
    except BaseException as error:
        with suppress(OSError):
            pipe.send(_sendable(error))


def _sendable(error: BaseException) -> BaseException:
    """The error, or one that says the same where it can't be pickled."""
    import pickle

    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return EngineFailed(f"{type(error).__name__}: {error}", hint="a fault of Hudna: please report it")
    return error
