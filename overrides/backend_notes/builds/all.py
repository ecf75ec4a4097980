"""Every Build of the workbook, by the name that `notes build-check` takes."""

from __future__ import annotations

from backend_notes.builds import (
    capstone,
    configuration_build,
    http_builds,
    postgres_build,
    rabbitmq_build,
    redis_build,
)
from backend_notes.builds.steps import Build

BUILDS: dict[str, Build] = {
    **http_builds.BUILDS,
    "c": redis_build.BUILD,
    "d": rabbitmq_build.BUILD,
    "e": postgres_build.BUILD,
    "g": configuration_build.BUILD,
    "capstone": capstone.BUILD,
}
