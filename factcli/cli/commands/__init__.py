"""The commands, one module each, named after the command: options come in, output goes out."""
