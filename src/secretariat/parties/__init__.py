"""Who is party to what, since when and on what grounds: states, instruments and the acts that bind them."""
