# /// script
# [tool.practice]
# fails = "test_tokens_of_other_libraries_are_understood"
# hint = """
# You decode the parts and write them as JSON again before you compare signatures, and \
# another library puts its spaces elsewhere. The signature covers the characters that \
# arrived, so sign exactly those.
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
    parts = [json.dumps(part) for part in (HEADER, claims)]
    content = ".".join(encode(part.encode()) for part in parts)
    return f"{content}.{sign(content, secret)}"


def verify_token(token: str, secret: bytes, now: float) -> dict[str, Any] | None:
    """Return the claims of a token that this secret has signed, or None."""
    content, _, signature = token.rpartition(".")
    try:
        header, claims = map(read_json, content.split("."))
        again = ".".join(encode(json.dumps(part).encode()) for part in (header, claims))
        expected = sign(again, secret)
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            return None
        if header.get("alg") != "HS256" or now >= claims.get("exp", float("inf")):
            return None
    except (ValueError, TypeError):
        return None  # characters, base64, JSON, number of parts, type of exp
    return claims
