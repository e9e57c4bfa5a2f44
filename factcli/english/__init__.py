"""Knowledge of English: words come in, what they mean goes out.  Every table of words stands here, and no rule."""
