"""Facts in the formats of other programs: CSV, JSON, JSON Lines in and out; Markdown, ClaimReview and CSL-JSON out."""
