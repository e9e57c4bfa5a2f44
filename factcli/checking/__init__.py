"""What checking a draft is made of: words, what a figure measures, which fact that is, and what to say of it.

``lexicon``, ``words``, ``names`` and ``knowledge`` read words and names; ``passages`` a sentence with its figures;
``context`` what each figure measures.  ``evidence`` holds the facts in the same form, ``from_index`` those of a large
store.  ``pairing`` brings a figure and its likeliest fact together, ``naming`` asks whether the sentence names its
subject, ``gates`` say why a difference proves nothing, ``verdicts`` weighs a sentence as a whole, ``quotes`` the quoted
words; ``findings`` puts it into words.  ``rewriting`` says a right value in the style of the draft; ``suggesting`` lets
pass what the sentence, read again with it, bears out, and ``leftovers`` tells what would be left beside it.  Every
figure that can be turned stands in ``thresholds``.
"""
