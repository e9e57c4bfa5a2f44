"""Compare a value of a draft with a value of a fact: can both be true?"""
