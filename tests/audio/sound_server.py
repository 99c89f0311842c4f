"""A private PulseAudio with a virtual speaker and a virtual microphone: real sound without a sound card.

The server has its own runtime folder and socket, and belongs to one test process: test runs side by side do not hear
each other. Needs the programs pulseaudio, pactl and paplay (Debian: pulseaudio, pulseaudio-utils).
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SPEAKER = "speaker"
MONITOR = "speaker.monitor"
MIC = "mic"
MIC_FEED = "mic_feed"


def missing_programs(*needed: str) -> list[str]:
    """Which of the programs that a test bed needs are not there."""
    return [name for name in (*needed, "pactl", "paplay") if shutil.which(name) is None]


@dataclass(frozen=True, slots=True)
class SinkFormat:
    """Format of the virtual speaker and the virtual microphone."""

    rate: int = 48_000
    channels: int = 2


class SoundServer:
    """The server and its devices. ``environment`` leads programs and this process to it."""

    def __init__(self) -> None:
        # A socket's path must be short: not under pytest's tmp_path.
        self._folder = Path(tempfile.mkdtemp(prefix="snd"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self._players: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "XDG_RUNTIME_DIR": str(self._folder),
            "PULSE_RUNTIME_PATH": str(self._folder / "pulse"),
            "PULSE_SERVER": f"unix:{self._folder}/pulse/native",
            "PULSE_STATE_PATH": str(self._folder / "state"),
            "PULSE_CONFIG_PATH": str(self._folder / "state"),
            "PULSE_COOKIE": str(self._folder / "cookie"),
        }

    def start(self) -> None:
        """Run the server, without any device."""
        (self._folder / "state").mkdir(exist_ok=True)
        self._launch()
        deadline = time.monotonic() + 30
        while subprocess.run(
            ["pactl", "info"], env=os.environ | self.environment, capture_output=True, check=False
        ).returncode:
            if time.monotonic() > deadline:
                raise RuntimeError("the sound server does not start")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server as a crash would, with its devices."""
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        self._processes.clear()
        for socket in self._folder.rglob("*"):
            if socket.is_socket():
                socket.unlink()

    def freeze(self) -> None:
        """Answer nothing from now on, as a server that hangs: connections are taken and lead nowhere."""
        for process in self._processes:
            process.send_signal(signal.SIGSTOP)

    def _launch(self) -> None:
        options = ["--daemonize=no", "--exit-idle-time=-1", "--realtime=no", "--high-priority=no", "--use-pid-file=no"]
        options += ["--disable-shm=yes", "--log-level=error", "-n", "-L", "module-native-protocol-unix"]
        self._run("pulseaudio", *options)

    def _run(self, *command: str) -> None:
        self._processes.append(
            subprocess.Popen(
                command, env=os.environ | self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    def close(self) -> None:
        """End everything and leave nothing behind."""
        for player in self._players:
            player.kill()
            player.wait()
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def plug_in(self, form: SinkFormat = SinkFormat()) -> None:
        """Add the speaker and the microphone, as defaults."""
        self.plug_in_speaker(form)
        self.plug_in_microphone(form)

    def plug_in_speaker(self, form: SinkFormat = SinkFormat(), name: str = SPEAKER) -> None:
        """Add a speaker and make it the default."""
        self._null_sink(name, form, "Virtual_Speaker" if name == SPEAKER else name)
        self.pactl("set-default-sink", name)

    def plug_in_microphone(self, form: SinkFormat = SinkFormat(), name: str = MIC) -> None:
        """Add a microphone and make it the default; what is played into its feed is what it hears."""
        feed = MIC_FEED if name == MIC else f"{name}_feed"
        self._null_sink(feed, form, feed)
        description = "Virtual_Mic" if name == MIC else name
        self.pactl(
            "load-module",
            "module-remap-source",
            f"source_name={name}",
            f"master={feed}.monitor",
            f"source_properties=device.description={description}",
        )
        self.pactl("set-default-source", name)

    def unplug(self, *names: str) -> None:
        """Remove devices by their names; a microphone's feed stays."""
        modules = self.pactl("list", "short", "modules").splitlines()
        for line in modules:
            index, _, rest = line.partition("\t")
            if any(f"sink_name={name} " in rest + " " or f"source_name={name} " in rest + " " for name in names):
                self.pactl("unload-module", index)

    def unplug_all(self) -> None:
        """Remove every device."""
        for line in self.pactl("list", "short", "modules").splitlines():
            index, _, rest = line.partition("\t")
            if rest.startswith(("module-null-sink", "module-remap-source")):
                subprocess.run(
                    ["pactl", "unload-module", index],
                    env=os.environ | self.environment,
                    capture_output=True,
                    check=False,  # a remapped source goes with its master
                )

    def pactl(self, *words: str) -> str:
        """Ask or tell the server something."""
        done = subprocess.run(
            ["pactl", *words], env=os.environ | self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def wait_until_recorded(self, streams: int) -> None:
        """Until so many streams record. What is played before that is not heard."""
        deadline = time.monotonic() + 60
        while self.pactl("list", "short", "source-outputs").count("protocol-native") < streams:
            if time.monotonic() > deadline:
                raise AssertionError(f"nobody records {streams} streams")
            time.sleep(0.05)

    def play(self, path: Path, sink: str) -> "subprocess.Popen[bytes]":
        """Begin to play a WAV file into a sink. The player's buffer of 2 s keeps it from stumbling under load."""
        player = subprocess.Popen(["paplay", f"--device={sink}", str(path)], env=os.environ | self.environment)
        self._players.append(player)
        return player

    def _null_sink(self, name: str, form: SinkFormat, description: str) -> None:
        self.pactl(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            "norewinds=1",
            f"rate={form.rate}",
            f"channels={form.channels}",
            f"sink_properties=device.description={description}",
        )


class PipeWireServer(SoundServer):
    """The same with PipeWire and its PulseAudio protocol (Debian: pipewire pipewire-pulse wireplumber dbus)."""

    def __init__(self) -> None:
        super().__init__()
        self.environment |= {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._folder}/bus",
            "XDG_STATE_HOME": str(self._folder / "state"),
            "XDG_CONFIG_HOME": str(self._folder / "state"),
        }

    def _launch(self) -> None:
        self._run("dbus-daemon", "--session", f"--address=unix:path={self._folder}/bus", "--nofork", "--nopidfile")
        self._run("pipewire")
        deadline = time.monotonic() + 30
        while not (self._folder / "pipewire-0").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        self._run("wireplumber")
        self._run("pipewire-pulse")

    def pactl(self, *words: str) -> str:
        """As the base; for a while after the start there is nobody yet who would keep what the defaults are."""
        deadline = time.monotonic() + 30
        while True:
            try:
                return super().pactl(*words)
            except subprocess.CalledProcessError:
                if not words[0].startswith("set-default") or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def write_wav(path: Path, sound: NDArray[np.float32], rate: int) -> Path:
    """A 16-bit WAV file of mono sound, full scale 1.0."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    return path
