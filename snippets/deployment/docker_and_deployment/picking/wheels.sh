#!/bin/sh
# --8<-- [start:wheels]
set -eu
uv pip compile --quiet --no-build --python-version 3.14 \
    --python-platform x86_64-unknown-linux-musl pyproject.toml
# --8<-- [end:wheels]
