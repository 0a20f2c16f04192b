"""What a person sees and touches: widgets, pieces and screens in a pygame window."""
