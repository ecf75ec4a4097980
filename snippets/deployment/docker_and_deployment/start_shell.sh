#!/bin/sh
# --8<-- [start:shell]
set -e
echo "label templates checked"
python -m uvicorn picking.main:app --log-level error --port "$PORT"
# --8<-- [end:shell]
