"""Knowledge of English: words come in, what they mean goes out.  No other folder holds a table of words."""
