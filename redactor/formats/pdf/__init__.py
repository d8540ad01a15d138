"""PDF files: how one is opened, read layer by layer, and redacted."""
