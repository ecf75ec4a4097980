# /// script
# [tool.practice]
# fails = "test_an_unsigned_token_is_refused"
# hint = """
# You let the token say that it needs no signature, so anyone can write one for an \
# admin. What counts as signed is decided by the server, never by the text that it is \
# checking.
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


def sign(content: str, secret: bytes) -> str:
    """The signature of `header.payload`."""
    return encode(hmac.digest(secret, content.encode(), "sha256"))


def create_token(claims: Mapping[str, Any], secret: bytes) -> str:
    """Return the claims as a JSON Web Token, signed with HMAC-SHA256."""
    parts = [json.dumps(part, separators=(",", ":")) for part in (HEADER, claims)]
    content = ".".join(encode(part.encode()) for part in parts)
    return f"{content}.{sign(content, secret)}"


def verify_token(token: str, secret: bytes, now: float) -> dict[str, Any] | None:
    """Return the claims of a token that this secret has signed, or None."""
    content, _, signature = token.rpartition(".")
    try:
        expected = sign(content, secret)
        header, claims = map(read_json, content.split("."))
        if header.get("alg") == "none":
            return claims
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            return None
        if header.get("alg") != "HS256" or now >= claims.get("exp", float("inf")):
            return None
    except (ValueError, TypeError):
        return None  # characters, base64, JSON, number of parts, type of exp
    return claims
