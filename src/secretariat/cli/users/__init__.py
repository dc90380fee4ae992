"""What the commands about accounts need: the cast of the example, and what the register knows."""
