"""H2xx: data in the file that a reader of the page does not see."""
