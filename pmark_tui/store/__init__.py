"""Files in and out: packs, scheme data, client files, caches."""
