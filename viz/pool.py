"""Worker processes behind a fair queue: one query a worker, a wall-clock limit that ends the process, a limit to the waiting."""

import asyncio
import json
import sys
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from graph.messages import language
from viz.worker import ANSWER, LENGTH, plain

Answer = tuple[int, int, bytes]

# How long a query of a client that has hung up may go on.
_ABANDONED = 0.5

_HOPELESS = 4  # failed starts in a row after which nobody is kept waiting


class BusyError(Exception):
    """The queue is full."""


@dataclass(eq=False, slots=True)
class Job:
    """A frame for a worker; `answered` is called once with status, media type and body."""

    frame: bytes
    client: str
    answered: Callable[[int, int, bytes], None]
    worker: "_Worker | None" = field(default=None)


class _Worker(asyncio.SubprocessProtocol):
    """One process. Reads its answer as it comes; a process that ends is replaced by the pool."""

    def __init__(self, pool: "Pool") -> None:
        self.pool = pool
        self.job: Job | None = None
        self.transport: asyncio.SubprocessTransport | None = None
        self.stdin: asyncio.WriteTransport | None = None
        self.buffer = bytearray()
        self.timer: asyncio.TimerHandle | None = None
        self.verdict = pool.died
        self.ready = self.stale = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The process runs."""
        self.transport = cast("asyncio.SubprocessTransport", transport)
        self.stdin = cast("asyncio.WriteTransport", self.transport.get_pipe_transport(0))

    def take(self, job: Job) -> None:
        """Sends a job."""
        self.job, job.worker = job, self
        self.verdict = self.pool.died
        self.timer = self.pool.loop.call_later(self.pool.seconds, self.end, self.pool.too_long)
        if self.stdin is not None:
            self.stdin.write(job.frame)

    def end(self, verdict: Answer) -> None:
        """Kills the process; its job gets `verdict`."""
        self.verdict = verdict
        self.stale = True
        if self in self.pool.idle:
            self.pool.idle.remove(self)
        if self.transport is not None:
            try:
                self.transport.kill()
            except ProcessLookupError:
                self.pool.loop.call_soon(self.process_exited)

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Collects the answer; hands it over when it is whole."""
        if fd != 1:
            return
        buffer = self.buffer
        buffer += data
        if len(buffer) < ANSWER.size:
            return
        status, media, length = ANSWER.unpack_from(buffer)
        if len(buffer) < ANSWER.size + length:
            return
        body = bytes(memoryview(buffer)[ANSWER.size : ANSWER.size + length])
        self.buffer = bytearray()
        if self.ready:
            self._finish((status, media, body))
        else:
            self.ready, self.pool.failures = True, 0
        self.pool.freed(self)

    def _finish(self, answer: Answer) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        job, self.job = self.job, None
        if job is not None:
            job.answered(*answer)

    def process_exited(self) -> None:
        """The process ended: its job is answered, a new process takes its place."""
        self._finish(self.verdict)
        self.pool.lost(self)


class Pool:
    """`size` workers on a store. `seconds`: limit for one query; `waiting`: how many may wait."""

    def __init__(self, store: Path, size: int, *, seconds: float, waiting: int) -> None:
        self.store, self.size, self.seconds, self.waiting = store, size, seconds, waiting
        self.loop = asyncio.get_running_loop()
        self.workers: list[_Worker] = []
        self.idle: deque[_Worker] = deque()
        # the queue is fair between clients: each in turn, its own queries in order
        self.queues: OrderedDict[str, deque[Job]] = OrderedDict()
        self.queued = 0
        self.failures = 0
        self.closing = False
        self.starts: set[asyncio.Task[None]] = set()
        self.too_long = plain(504, "no answer within {seconds:g} seconds: narrow the query, or add a LIMIT", seconds=seconds)
        self.died = plain(500, "the query needed more memory than it may have, or nested too deep: ask for less")

    async def start(self) -> None:
        """Starts all workers and waits until one is ready."""
        await asyncio.gather(*(self._start_one() for _ in range(self.size)))
        while not self.idle:
            await asyncio.sleep(0.01)

    async def _start_one(self) -> None:
        if self.failures:
            await asyncio.sleep(min(2.0, 0.05 * 2**self.failures))
        _, protocol = await self.loop.subprocess_exec(
            lambda: _Worker(self), sys.executable, "-m", "viz.worker", str(self.store), language(),
            stderr=asyncio.subprocess.DEVNULL, cwd=str(Path(__file__).resolve().parents[1]),
        )  # fmt: skip
        self.workers.append(protocol)

    def _replace(self) -> None:
        task = self.loop.create_task(self._start_one())
        self.starts.add(task)
        task.add_done_callback(self.starts.discard)

    def submit(self, job: dict[str, Any], client: str, answered: Callable[[int, int, bytes], None]) -> Job:
        """Hands a job to a worker or the queue. Raises BusyError when too many wait."""
        body = json.dumps(job).encode("ascii")
        made = Job(LENGTH.pack(len(body)) + body, client, answered)
        if self.idle:
            self.idle.popleft().take(made)
        elif self.queued >= self.waiting:
            raise BusyError
        else:
            self.queues.setdefault(client, deque()).append(made)
            self.queued += 1
        return made

    def abandon(self, job: Job) -> None:
        """The client has gone: a waiting job is dropped, a running one ends soon."""
        queue = self.queues.get(job.client)
        if queue is not None and job in queue:
            queue.remove(job)
            self.queued -= 1
            if not queue:
                del self.queues[job.client]
        elif job.worker is not None and job.worker.job is job:
            worker = job.worker
            self.loop.call_later(_ABANDONED, lambda: worker.end(self.too_long) if worker.job is job else None)

    def freed(self, worker: _Worker) -> None:
        """A worker has nothing to do: it takes the next job, or ends when its store is an old one."""
        if worker.stale or self.closing:
            worker.end(self.died)
            return
        if not self.queues:
            self.idle.append(worker)
            return
        client, queue = self.queues.popitem(last=False)
        job = queue.popleft()
        self.queued -= 1
        if queue:
            self.queues[client] = queue
        worker.take(job)

    def lost(self, worker: _Worker) -> None:
        """A worker has ended."""
        if worker not in self.workers:
            return
        self.workers.remove(worker)
        if worker in self.idle:  # it ended by itself
            self.idle.remove(worker)
        self.failures += not worker.ready
        if self.failures > _HOPELESS:
            for job in [job for queue in self.queues.values() for job in queue]:
                job.answered(*plain(503, "the store cannot be opened at the moment"))
            self.queues.clear()
            self.queued = 0
        if not self.closing:
            self._replace()

    def renew(self) -> None:
        """The store was replaced: idle workers end now, busy ones after their query."""
        for worker in list(self.workers):
            worker.stale = True
        for worker in list(self.idle):
            worker.end(self.died)

    async def close(self) -> None:
        """Ends all processes."""
        self.closing = True
        for worker in list(self.workers):
            worker.end(self.died)
        while self.workers:
            await asyncio.sleep(0.01)
