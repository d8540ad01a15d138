"""Let ``python -m redactor`` do what the command ``redactor`` does."""

from redactor.cli.app import main

if __name__ == "__main__":
    main()
