"""What a source states in another way: a figure comes in; what gives it, has its place or names its unit goes out."""
