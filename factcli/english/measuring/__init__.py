"""Words that say what is measured: a word comes in, the measures that it names or how it narrows them go out."""
