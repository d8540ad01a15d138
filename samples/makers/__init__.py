"""Makers: the programs that print the sample documents; only these need LibreOffice, Chromium and WeasyPrint."""
