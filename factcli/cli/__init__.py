"""The command line: arguments come in, output and an exit status go out; the work is done in the other packages."""

import gc

# Imports create many objects but no garbage; collecting it anyway would take a tenth of a lookup.
gc.set_threshold(100_000)
