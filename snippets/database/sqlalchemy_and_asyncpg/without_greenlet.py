# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:all]
import sys

sys.modules["greenlet"] = None  # type: ignore[assignment]

try:
    import sqlalchemy.ext.asyncio  # noqa: F401
except ImportError as error:
    for sentence in str(error).split("  "):
        print(sentence)
# --8<-- [end:all]
