#!/bin/sh
# --8<-- [start:exec]
set -e
echo "label templates checked"
exec python -m uvicorn picking.main:app --log-level error --port "$PORT"
# --8<-- [end:exec]
