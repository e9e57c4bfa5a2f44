"""Work in another process: what it sends arrives in order, and an end that comes early is seen."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from factcli.index.large.worker import ChildEndedError, can_fork, run_in_child

if TYPE_CHECKING:
    from factcli.index.large.worker import Send


def test_messages_arrive_in_order_whatever_their_size() -> None:
    sent = [[number] * number * 1000 for number in range(60)]

    with run_in_child(lambda send: [send(message) for message in sent] and None) as messages:
        assert list(messages) == sent


def test_both_processes_work_at_the_same_time() -> None:
    with run_in_child(lambda send: send((os.getpid(), "there"))) as messages:
        here = os.getpid()
        ((there, said),) = messages

    assert (there != here, said) == (True, "there")


def die(send: Send) -> None:
    send([1])
    os._exit(1)


def fail(send: Send) -> None:
    send([1])
    raise MemoryError


@pytest.mark.parametrize("work", [die, fail])
def test_work_that_ends_early_is_told_from_work_that_is_done(work: object) -> None:
    with run_in_child(work) as messages, pytest.raises(ChildEndedError):  # type: ignore[arg-type]
        list(messages)


def test_beside_other_threads_there_is_no_second_process() -> None:
    hold = threading.Event()
    other = threading.Thread(target=hold.wait)
    other.start()
    try:
        assert not can_fork()
    finally:
        hold.set()
        other.join()
