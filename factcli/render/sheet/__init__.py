"""Reviews come in; a page goes out: the draft with every mention marked, its evidence in the margin, a table of all."""
