"""Changes to a store: an operation and the two tables come in, changed tables or problems go out."""
