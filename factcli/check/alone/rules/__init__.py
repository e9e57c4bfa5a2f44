"""The rules, a module each: a reading of a text comes in, its flaws go out; silent unless both places are sure."""
