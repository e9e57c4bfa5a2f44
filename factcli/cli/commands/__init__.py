"""The commands: a module each, named after its command: options come in, output goes out."""
