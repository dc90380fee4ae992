"""The calendar of one person under a secret address: meetings, deadlines of documents, silences, due dates."""
