"""Tables of sources: a figure or a pair of numbers comes in; the verdict of the cells that are meant goes out."""
