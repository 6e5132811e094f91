"""Knowledge of Chinese newspaper text: strings in, values out; no SQL, no window.

No file is read but the weights and lists of words that come with the program.
"""
