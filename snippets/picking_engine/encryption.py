"""Secrets in configuration files: `{cipher}` and then what only the client can read.

    python -m picking_engine.encryption "the secret"

encrypts with the key in PICKING_ENCRYPT_KEY, or makes a key where there is none.
"""

from __future__ import annotations

import os
import sys

from cryptography.fernet import Fernet, InvalidToken

from picking_engine.errors import ConfigurationError

# --8<-- [start:cipher]
PREFIX = "{cipher}"


def encrypt(secret: str, key: str) -> str:
    """A secret as it may stand in a file that everybody reads."""
    return PREFIX + Fernet(key).encrypt(secret.encode()).decode()


def decrypt(value: str, key: str) -> str:
    """The secret behind an encrypted value; any other value comes back as it is.

    Raises:
        ConfigurationError: it was encrypted with another key, or somebody changed it.
    """
    if not value.startswith(PREFIX):
        return value
    try:
        return Fernet(key).decrypt(value.removeprefix(PREFIX)).decode()
    except (InvalidToken, ValueError):
        raise ConfigurationError(
            "PICKING_ENCRYPT_KEY does not open the secrets of the config server."
            " Use the key that they were encrypted with."
        ) from None


# --8<-- [end:cipher]


def main() -> None:
    """Encrypt the one argument."""
    key = os.environ.get("PICKING_ENCRYPT_KEY")
    if key is None:
        key = Fernet.generate_key().decode()
        print(f"PICKING_ENCRYPT_KEY={key}")
    print(encrypt(sys.argv[1], key))


if __name__ == "__main__":
    main()
