"""The steps by which the tables of a store came to be, one file a version."""
