"""Check whole drafts: files in, findings with their places out, waivers respected; fixes back into the files.

``paths`` finds the drafts, ``review`` checks one and locates its findings, ``waivers`` parses ignore comments,
``changes`` gets the changed lines from git, ``fixes`` applies suggestions to a file, ``configuration`` and ``settings``
read the settings, ``rules`` lists the rules.
"""
