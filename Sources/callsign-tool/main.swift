// The tool's parts follow.
