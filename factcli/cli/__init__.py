"""The command line: a thin door to the calls of factcli."""
