"""Commands, one file each. A command is a module here with ``register(app)``; the first screen finds it by itself."""
