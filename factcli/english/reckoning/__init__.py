"""Words that figures are put in relation with: rises and falls, multiples, what makes an amount vague."""
