"""What the strip below the title says."""

from PySide6.QtWidgets import QApplication

from captioner.core.library import SessionInfo
from captioner.core.transcription import Job, JobState
from captioner.ui.session_head import SessionHead


def test_how_a_recovery_stands(qapp: QApplication) -> None:
    head = SessionHead(hears_again=False)
    head.show_session(SessionInfo(7, "Cut", 0, 60_000, "cut off", (), None, "small", "", 3, ()))
    assert "was cut off" in head.state.text()
    assert not head.recover.isHidden()

    def words(state: JobState, heard_ms: int = 0, whole_ms: int | None = None) -> str:
        head.show_recovery(Job(1, "recovery", "Cut", state=state, heard_ms=heard_ms, whole_ms=whole_ms, session=7))
        assert head.recover.isHidden()
        return head.state.text()

    assert "waits for its turn" in words("waiting")
    assert "model is being loaded" in words("loading")
    assert "model is being loaded" in words("working")
    assert words("working", 3000, 12_000).endswith("25 %")
    head.show_recovery(None)
    assert "was cut off" in head.state.text()
    assert not head.recover.isHidden()
    head.deleteLater()
