"""Take candidates into a store one by one: a batch and a store come in; decisions change the store and are kept."""
