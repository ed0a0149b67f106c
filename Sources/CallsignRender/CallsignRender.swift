// This module's parts follow.
