"""Citations and standing: what a fact rests on, since when the secretariat knows it, and what corrected it."""
