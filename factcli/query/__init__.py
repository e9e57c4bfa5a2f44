"""Parse queries: text in, a Query of terms out; independent of SQL."""
