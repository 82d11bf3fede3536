"""The same full screen in a browser on this machine: `pmark serve`."""
