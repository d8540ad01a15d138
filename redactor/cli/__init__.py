"""The command line: one file a command in ``commands``, found by folder."""
