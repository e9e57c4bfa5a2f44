"""What checking a draft is made of: words, what a figure is about, which fact that is, and what to say of it.

``lexicon``, ``words`` and ``names`` read the words; ``passages`` a sentence with its figures; ``context`` what each
figure measures.  ``evidence`` holds the facts in the same form.  ``pairing`` brings a figure and its likeliest fact
together, ``gates`` say why a difference proves nothing, ``verdicts`` decides a sentence, ``quotes`` the quoted
words, ``findings`` puts it into words.  Every figure that can be turned stands in ``thresholds``.
"""
