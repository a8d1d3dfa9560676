"""How a casebook looks in a terminal. Everything here takes values and gives things that Rich can print."""
