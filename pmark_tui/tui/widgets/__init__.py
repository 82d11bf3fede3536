"""Widgets that Textual does not have, or has in a form that Japanese text or a plain terminal breaks."""
