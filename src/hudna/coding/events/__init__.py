"""What happened: triggers, parties, places, days, numbers and state of events."""
