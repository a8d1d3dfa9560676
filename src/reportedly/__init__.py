"""reportedly: from news reports to a dataset in which every value keeps who claimed it."""
