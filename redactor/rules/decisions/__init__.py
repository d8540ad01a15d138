"""P6xx: what the policy and the people decided, held against the file."""
