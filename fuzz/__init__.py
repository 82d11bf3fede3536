"""Hostile and broken input, thrown at every place where pmark takes some in: `python -m fuzz`."""
