"""The parts of the programme: what each says, and what follows when one of its scripts ends."""
