"""A draft by itself: a text comes in, a finding for each figure, date or name that it contradicts elsewhere goes out.

``reading`` reads the text once, ``rules`` holds a module a rule, ``registry`` their order.
"""
