"""Commands for those who work on the house: its picture, its glossary, a new check."""
