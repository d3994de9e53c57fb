"""Every way to make one of several figures, a file each; ``registry`` knows them by name."""
