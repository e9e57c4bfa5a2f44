"""Checking against sources: a draft and the texts that it was written from come in; findings with their places go out."""
