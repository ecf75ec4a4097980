from collections.abc import Mapping
from typing import Any


def create_token(claims: Mapping[str, Any], secret: bytes) -> str:
    """Return the claims as a JSON Web Token, signed with HMAC-SHA256.

    The token is `header.payload.signature`. The header is the JSON object
    {"alg": "HS256", "typ": "JWT"}, the payload is the claims as JSON, the
    signature is the HMAC-SHA256 of the text `header.payload`. Each part is
    written in base64url, the alphabet with `-` and `_`, without `=` at the
    end.
    """
    raise NotImplementedError


def verify_token(token: str, secret: bytes, now: float) -> dict[str, Any] | None:
    """Return the claims of a token that this secret has signed, or None.

    The header must say HS256. A token whose `exp` claim is a number is valid
    while `now` is smaller than it; without `exp` it never expires; any other
    `exp` makes it invalid. Whatever text arrives as token, the answer is None
    and not an exception. Signatures are compared in constant time.
    """
    raise NotImplementedError
