// The generated client follows.
