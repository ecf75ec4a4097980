# /// script
# [tool.practice]
# fails = "test_the_token_does_not_choose_the_algorithm"
# hint = """
# The header of the token picks the hash function, and the header is written by \
# whoever sends it. Pin the one algorithm that you agreed on, and refuse a token that \
# names another.
# """
# ///
import base64
import hmac
import json
from collections.abc import Mapping
from typing import Any

HEADER = {"alg": "HS256", "typ": "JWT"}


def encode(raw: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(part: str) -> bytes:
    """The bytes of a part; its padding is put back to a multiple of four."""
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def read_json(part: str) -> dict[str, Any]:
    """The JSON object in a part."""
    content = json.loads(decode(part))
    if not isinstance(content, dict):
        raise ValueError("a part of a token is a JSON object")
    return content


ALGORITHMS = {
    "HS256": "sha256",
    "HS384": "sha384",
    "HS512": "sha512",
}


def sign(content: str, secret: bytes, algorithm: str = "HS256") -> str:
    """The signature of `header.payload`."""
    return encode(hmac.digest(secret, content.encode(), ALGORITHMS[algorithm]))


def create_token(claims: Mapping[str, Any], secret: bytes) -> str:
    """Return the claims as a JSON Web Token, signed with HMAC-SHA256."""
    parts = [json.dumps(part, separators=(",", ":")) for part in (HEADER, claims)]
    content = ".".join(encode(part.encode()) for part in parts)
    return f"{content}.{sign(content, secret)}"


def verify_token(token: str, secret: bytes, now: float) -> dict[str, Any] | None:
    """Return the claims of a token that this secret has signed, or None."""
    content, _, signature = token.rpartition(".")
    try:
        header, claims = map(read_json, content.split("."))
        expected = sign(content, secret, str(header.get("alg")))
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            return None
        if now >= claims.get("exp", float("inf")):
            return None
    except (ValueError, TypeError, KeyError):
        return None  # characters, base64, JSON, number of parts, type of exp
    return claims
