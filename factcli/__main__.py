"""``python -m factcli`` is the command ``fact``."""

from factcli.cli.main import main

if __name__ == "__main__":
    main()
