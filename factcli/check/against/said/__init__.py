"""Who says what: a quote or figure that a draft attributes comes in; whether a source has it from another goes out."""
