"""Check whole drafts: files in, findings at their places out, waivers heeded; fixes back into the files.

``paths`` finds the files, ``review`` places what the checker says of each, ``waivers`` reads what the writer has
waived, ``changes`` asks git which lines are new, ``mending`` writes suggestions into a file, ``rules`` names the rules.
"""
