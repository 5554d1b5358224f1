"""Where Steady meets people: one module per platform. They translate and hold no opinion."""
