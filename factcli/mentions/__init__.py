"""Read figures, dates and quotes as writers print them: text -> mentions."""
