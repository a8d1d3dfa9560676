"""Stage 5: an event's claims become values with relations, origins, disputes and checks."""
