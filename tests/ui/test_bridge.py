import threading
import time

from captions import caption
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from captioner.core.caption import Caption, Notice
from captioner.ui.bridge import CaptionBridge


def test_what_workers_say_arrives_in_the_gui_thread_in_order_and_no_final_is_lost(qtbot: QtBot) -> None:
    bridge = CaptionBridge()
    got: list[Caption] = []
    threads = set()

    def take(item: Caption) -> None:
        got.append(item)
        threads.add(QThread.currentThread() is bridge.thread())

    bridge.caption_changed.connect(take)

    def speak(track: str) -> None:
        for utterance in range(200):
            for revision in range(3):
                bridge.caption(
                    caption(utterance, "word " * revision, track=track, revision=revision, final=revision == 2)
                )

    speakers = [threading.Thread(target=speak, args=(track,)) for track in ("mic", "system")]
    for speaker in speakers:
        speaker.start()
    for speaker in speakers:
        speaker.join()
    qtbot.waitUntil(lambda: sum(item.final for item in got) == 400)
    assert threads == {True}
    for track in ("mic", "system"):
        keys = [(item.utterance, item.revision) for item in got if item.track == track]
        assert keys == sorted(set(keys))


def test_only_the_newest_state_of_an_utterance_is_shown(qtbot: QtBot) -> None:
    bridge = CaptionBridge()
    got: list[Caption] = []
    bridge.caption_changed.connect(got.append)
    for revision in range(50):
        bridge.caption(caption(1, "word " * revision, revision=revision))
    bridge.caption(caption(1, "late", revision=3))
    qtbot.waitUntil(lambda: len(got) > 0)
    qtbot.wait(20)
    assert [item.revision for item in got] == [49]


def test_a_final_state_is_not_overwritten(qtbot: QtBot) -> None:
    bridge = CaptionBridge()
    got: list[Caption] = []
    bridge.caption_changed.connect(got.append)
    bridge.caption(caption(1, "done", revision=2, final=True))
    bridge.caption(caption(1, "done", " more", revision=3))
    qtbot.waitUntil(lambda: len(got) > 0)
    qtbot.wait(20)
    assert [item.final for item in got] == [True]


def test_every_notice_arrives_and_before_captions(qtbot: QtBot) -> None:
    bridge = CaptionBridge()
    got: list[object] = []
    bridge.caption_changed.connect(got.append)
    bridge.noticed.connect(got.append)
    notices = [Notice("info", f"{number}") for number in range(3)]
    bridge.caption(caption(1, "word"))
    for notice in notices:
        bridge.notice(notice)
    qtbot.waitUntil(lambda: len(got) == 4)
    assert got[:3] == notices


def test_the_event_loop_gets_its_turn_while_much_waits(qtbot: QtBot) -> None:
    bridge = CaptionBridge(budget_ms=1)
    shown: list[Caption] = []
    seen_by_others: list[int] = []

    def slow(item: Caption) -> None:
        time.sleep(0.002)  # longer than the budget
        shown.append(item)
        QTimer.singleShot(0, bridge, lambda: seen_by_others.append(len(shown)))

    bridge.caption_changed.connect(slow)
    for utterance in range(20):
        bridge.caption(caption(utterance, "word", final=True))
    qtbot.waitUntil(lambda: len(seen_by_others) == 20)
    assert seen_by_others[0] < 5


def test_the_lag_counts_until_the_windows_get_the_caption(qtbot: QtBot) -> None:
    bridge = CaptionBridge()
    got: list[Caption] = []
    bridge.caption_changed.connect(got.append)
    said = caption(1, "word")
    bridge.caption(said)
    time.sleep(0.05)  # the GUI thread is busy
    qtbot.waitUntil(lambda: len(got) > 0)
    assert got[0].lag_s >= said.lag_s + 0.05
