"""Stage 3: a parsed report becomes claims. Small readers find mentions; `assemble` makes claims of them."""
