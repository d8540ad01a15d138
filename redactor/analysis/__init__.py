"""From text with places to findings: joining, searching, propagating, merging."""
