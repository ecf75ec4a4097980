#!/bin/sh
# --8<-- [start:build]
set -eu
base=python:3.14-slim
digest=$(docker buildx imagetools inspect "$base" --format '{{.Manifest.Digest}}')
docker build --build-arg BASE="$base@$digest" --tag picking:dev .
docker build --file Dockerfile.secret --secret id=index_password,env=INDEX_PASSWORD .
docker image ls picking:dev
docker history picking:dev
# --8<-- [end:build]
