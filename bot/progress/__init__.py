"""What the records say: facts, and the pictures made from them."""
