"""The command line: a thin door to the calls of factcli."""

import gc

# Imports make many objects and no garbage; looking for it all the same would be a tenth of a lookup.
gc.set_threshold(50_000)
