"""A figure beside a fact in, evidence and doubts out, and whether they weigh enough to call it confirmed or wrong."""
