"""Things of the founder and the owners opened like a number: votes and promises."""
