"""``python -m captioner`` is the same as the ``captioner`` command."""

import sys

from captioner.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
