"""The nouns: Lancamento, Competencia, Demonstrativo, money, dates and the family of errors."""
