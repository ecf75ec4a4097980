"""How long browser tests wait for what should happen at once."""

from __future__ import annotations

# Milliseconds. A busy machine is slow, and no test is about time.
PATIENCE = 60_000
