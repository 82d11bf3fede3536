"""What pmark knows and works out: pure functions over frozen values.

Nothing here reads a file, asks the clock or imports a library. No clause number, fee or date stands
in this code: they come in as values that `pmark_tui.store` has read from `questionnaires/`.
"""
