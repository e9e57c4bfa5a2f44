"""Values that a source states, but of something else: a figure and its statement come in; what is meant goes out."""
