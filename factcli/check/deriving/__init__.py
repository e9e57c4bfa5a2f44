"""Ages and durations that follow from two dates of the facts: a sentence in, a finding for each that does, out."""
