"""One module a command, found by its name and imported only when it is run (`pmark_tui.cli`)."""
