"""One module a screen; a screen shows a view of `pmark_tui.tui.views` and sends an intent to the session."""
