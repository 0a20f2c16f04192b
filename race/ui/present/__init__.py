"""What a screen says, worked out without a screen: view and session in, words and numbers out.

No pygame here: the window, the text client and the tests read the same lines.
"""
