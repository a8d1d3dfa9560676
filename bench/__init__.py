"""Adapters from public benchmarks to the product, and the floors below which no figure may fall."""
