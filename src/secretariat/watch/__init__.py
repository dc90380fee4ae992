"""Events around the perimeter of the external borders and in the named regions."""
