"""Checks the numbers, dates, ranks and titles of several articles against each other, offline."""
