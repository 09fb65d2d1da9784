"""Who is meant: noun phrases, what they name, and whom the document knows by it."""
