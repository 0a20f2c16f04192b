"""Things of the founder and the owners opened like a number: votes, promises, the house's people."""
