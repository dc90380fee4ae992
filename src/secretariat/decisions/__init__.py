"""What the organs decided, who has to do what by when, and how far each commitment has come."""
