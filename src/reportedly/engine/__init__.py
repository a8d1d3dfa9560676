"""Where the work runs: this process, or several on this machine."""
