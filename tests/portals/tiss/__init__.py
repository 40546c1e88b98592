"""TISS XML: lotes and demonstrativos, held against schemas and rules that nobody here wrote."""
