"""What a text tells twice, in two ways: a headline, a table, a sample or a phrase beside the rest of the text."""
