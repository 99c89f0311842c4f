"""What is done about faults, and what is told, in simulated time."""

from hypothesis import given
from hypothesis import strategies as st

from captioner.audio.sound_system import Device, Kind
from captioner.audio.supervisor import IDLE_NS, STALL_NS, Look, Supervisor, Verdict

S = 1_000_000_000
TICK = S // 10


def device(name: str, kind: Kind = "microphone") -> Device:
    return Device(kind, name, name.upper(), "test", 1, 48_000, False)


A, B = device("a"), device("b")
SPEAKER, HEADSET = device("speaker", "system"), device("headset", "system")


class Life:
    """A capture as the supervisor sees it: a tick every 0.1 s, and what it answers."""

    def __init__(self, kind: Kind, chosen: Device, *, named: bool) -> None:
        self.supervisor = Supervisor(kind, "track", named=named)
        self.now = 0
        self.default: Device | None = chosen
        self.open: Device | None = chosen
        self.told: list[str] = []
        self.attempts = 0
        self.supervisor.opened(chosen, self.default, 0)

    def tick(
        self, *, alive: bool = True, heard_from: Device | None = None, heard: bool = True, there: Device | None = None
    ) -> Verdict:
        """A tenth of a second; ``there`` is what an attempt to open finds."""
        self.now += TICK
        if self.open is not None:
            verdict = self.supervisor.look(Look(alive, heard_from or self.open, self.default, heard), self.now)
        else:
            verdict = self.supervisor.waiting(self.now)
        self.told += [notice.text for notice in verdict.notices]
        if verdict.action == "close":
            self.open = None
        elif verdict.action == "open":
            self.attempts += 1
            if there is None:
                self.supervisor.failed(self.now)
            else:
                self.open = there
                self.supervisor.opened(there, self.default, self.now)
        return verdict

    def run(self, seconds: float, *, heard: bool = True, there: Device | None = None) -> None:
        for _ in range(round(seconds * S / TICK)):
            self.tick(heard=heard, there=there)


def test_nothing_is_told_while_all_is_well() -> None:
    life = Life("microphone", A, named=False)
    life.run(60)
    assert life.told == []
    assert life.open == A


def test_an_unplugged_device_is_told_once_and_once_more_when_it_is_back() -> None:
    life = Life("microphone", A, named=True)
    life.run(5)
    assert life.tick(alive=False).use_sound is False
    life.run(60)
    assert life.told == ["The microphone “A” is gone."]
    assert 90 < life.attempts < 125  # every half second in the end
    assert life.supervisor.faulty
    life.run(3, there=A)
    assert len(life.told) == 2
    assert life.told[1].startswith("The microphone “A” is back after 6")
    assert not life.supervisor.faulty


def test_a_short_interruption_is_told_when_it_is_over() -> None:
    life = Life("system", SPEAKER, named=True)
    life.run(5)
    life.tick(alive=False)
    life.run(2, there=SPEAKER)
    assert life.told == ["System audio “SPEAKER” was interrupted for 0.2 s."]


def test_a_stream_moved_to_a_device_of_the_other_kind_is_closed_unheard() -> None:
    for named in (True, False):
        life = Life("system", SPEAKER, named=named)
        life.run(5)
        verdict = life.tick(heard_from=A)
        assert verdict.action == "close"
        assert not verdict.use_sound


def test_a_named_device_is_waited_for_where_the_server_offers_another() -> None:
    life = Life("system", SPEAKER, named=True)
    assert life.tick(heard_from=HEADSET) == Verdict("close")
    life.run(3)
    assert life.told == ["System audio “SPEAKER” is gone."]


def test_the_default_is_followed_where_the_server_moves_the_stream() -> None:
    life = Life("system", SPEAKER, named=False)
    verdict = life.tick(heard_from=HEADSET)
    assert verdict.use_sound
    assert verdict.action == "keep"
    assert life.told == ["System audio is now “HEADSET”."]


def test_a_new_default_is_followed_and_told_once() -> None:
    life = Life("microphone", A, named=False)
    life.run(5)
    life.default = B
    assert life.tick().use_sound
    assert life.open is None
    life.run(5, there=B)
    assert life.open == B
    assert life.told == ["The microphone is now “B”."]


def test_a_new_default_does_not_concern_a_named_device() -> None:
    life = Life("microphone", A, named=True)
    life.default = B
    life.run(5)
    assert life.open == A
    assert life.told == []


def test_another_default_takes_the_place_of_a_device_that_is_gone() -> None:
    life = Life("microphone", A, named=False)
    life.run(5)
    life.default = B
    life.tick(alive=False)
    life.run(5, there=B)
    assert life.told == ["The microphone is now “B”."]


def test_a_silent_speaker_is_no_fault_however_long() -> None:
    life = Life("system", SPEAKER, named=False)
    life.run(3600, heard=False, there=SPEAKER)
    assert life.told == []
    assert not life.supervisor.faulty
    assert life.attempts == 3600 * S // (IDLE_NS + 2 * TICK)  # opened anew now and then


def test_a_stalled_microphone_is_told_once_however_often_it_is_opened() -> None:
    life = Life("microphone", A, named=True)
    life.run(5)
    life.run(60, heard=False, there=A)
    assert life.told == ["The microphone “A” delivers no sound."]
    assert life.attempts > 5
    life.run(3, there=A)
    assert len(life.told) == 2


def test_a_reader_that_stood_still_does_not_take_that_for_a_stall() -> None:
    life = Life("microphone", A, named=True)
    life.run(5)
    life.now += 100 * STALL_NS
    life.tick(heard=False)
    assert life.supervisor.silent_ns < S
    assert life.told == []


def test_sleep_is_told_and_the_stream_opened_again() -> None:
    life = Life("microphone", A, named=True)
    life.run(5)
    verdict = life.supervisor.slept(life.now, 480.0)
    assert verdict.action == "close"
    assert [notice.text for notice in verdict.notices] == ["The computer slept for 8 min."]
    life.open = None
    life.run(3, there=A)
    assert life.told == []
    assert life.open == A


@given(st.lists(st.tuples(st.sampled_from(["well", "dead", "silent", "moved", "back"]), st.integers(1, 40))))
def test_no_sound_of_another_kind_is_ever_used_and_nothing_is_told_twice_in_a_row(plan: list[tuple[str, int]]) -> None:
    life = Life("system", SPEAKER, named=False)
    for what, ticks in plan:
        for _ in range(ticks):
            was_open = life.open is not None
            verdict = life.tick(
                alive=what != "dead",
                heard_from=A if what == "moved" else None,
                heard=what == "well",
                there=SPEAKER if what in ("back", "well") else None,
            )
            if was_open and what in ("dead", "moved"):
                assert not verdict.use_sound
                assert verdict.action == "close"
    for text, following in zip(life.told, life.told[1:], strict=False):
        assert text != following or "interrupted" in text
