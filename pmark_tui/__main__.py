"""`python -m pmark_tui` is `pmark`."""

from pmark_tui.cli import main

raise SystemExit(main())
