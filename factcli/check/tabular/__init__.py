"""Rows of tables and lines such as "Deaths: 85": their headers in, a finding by what these say of each value, out."""
