"""What pmark costs, always against a yardstick measured in the same minute: `python -m benchmarks`."""
