import logging

from expected_log import listening

_LOGGER = logging.getLogger("not-ours.for-this-test")


def test_only_what_was_announced_may_come() -> None:
    with listening(_LOGGER) as expect:
        expect("disk .* full")
        _LOGGER.getChild("deep").warning("disk %s full", "A")
        _LOGGER.info("nothing to see")
        assert expect.complaints() == []
        _LOGGER.error("surprise")
        assert expect.complaints() == ["unexpected log record: ERROR not-ours.for-this-test: surprise"]


def test_what_was_announced_must_come() -> None:
    with listening(_LOGGER) as expect:
        expect("never")
        assert expect.complaints() == ["no log record matched 'never'"]
