"""Knowledge of Chinese newspaper text: strings in, values out; no file, no SQL, no window."""
