"""Replies in the styles of several authorities, on which each letter rule must fire or be silent; none is a real one."""
