"""Words that relate figures: a word in; whether it is a rise, a fall, a multiple or makes an amount vague out."""
