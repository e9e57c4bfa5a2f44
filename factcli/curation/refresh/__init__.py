"""Refresh: the origins of a store's values come in; what they give now goes out, if the store is trusted."""
