"""What every written document shares, whichever room writes it: fonts, PDF by Typst, the parts of a Word file."""
