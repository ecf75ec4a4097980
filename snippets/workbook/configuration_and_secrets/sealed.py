# --8<-- [start:program]
from cryptography.fernet import Fernet

from picking_engine.encryption import decrypt, encrypt
from picking_engine.errors import ConfigurationError

key, other = Fernet.generate_key().decode(), Fernet.generate_key().decode()
stored = encrypt("s3cret", key)
print(stored.startswith("{cipher}"), "s3cret" in stored)
print(decrypt(stored, key), decrypt("valkey", key))
try:
    decrypt(stored, other)
except ConfigurationError as error:
    print(error)
# --8<-- [end:program]
