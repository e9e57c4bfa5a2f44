"""The programs of the user that show or keep what a command found: pager, clipboard and web browser."""
