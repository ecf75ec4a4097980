"""A small config server: the files of a folder in Spring Cloud Config's wire format.

    python -m picking_engine.config_server FOLDER [PORT]

Source of the format: Spring Cloud Config, "Environment Repository".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import uvicorn
import yaml
from fastapi import FastAPI, HTTPException
from fastapi import Path as PathParameter

PORT = 8888
Name = Annotated[str, PathParameter(pattern=r"^[a-z][a-z0-9-]*$")]


# --8<-- [start:environment-endpoint]
def create_config_server(folder: Path) -> FastAPI:
    """The server; it reads the files anew at each request."""
    app = FastAPI(title="Config server")

    @app.get("/{application}/{profile}")
    @app.get("/{application}/{profile}/{label}")
    def environment(
        application: Name, profile: Name, label: str | None = None
    ) -> dict[str, Any]:
        """Every file that concerns an application in a profile, the strongest first."""
        names = (
            f"{application}-{profile}",
            f"application-{profile}",
            application,
            "application",
        )
        files = [folder / f"{name}.yaml" for name in names]
        return {
            "name": application,
            "profiles": [profile],
            "label": label,
            "version": None,
            "state": None,
            "propertySources": [
                {"name": f"file:{file.name}", "source": read_properties(file)}
                for file in files
                if file.is_file()
            ],
        }

    return app


# --8<-- [end:environment-endpoint]


def read_properties(file: Path) -> dict[str, Any]:
    """The properties of a YAML file, by their full names.

    Raises:
        HTTPException: the file is no YAML, or no mapping (500).
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        return dict(flatten(data))
    except (yaml.YAMLError, AttributeError) as error:
        reason = " ".join(str(error).split())
        raise HTTPException(500, f"{file.name} cannot be read: {reason}") from error


def flatten(data: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """`{"redis": {"host": "a"}, "ids": [1]}` as `redis.host` and `ids[0]`."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{name}.")
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield f"{prefix}{name}[{index}]", item
        else:
            yield f"{prefix}{name}", value


def main() -> None:
    """Serve the folder that the command line names."""
    folder, *port = sys.argv[1:]
    uvicorn.run(
        create_config_server(Path(folder)),
        host="0.0.0.0" if not port else "127.0.0.1",
        port=int(port[0]) if port else PORT,
        log_level="warning",
    )


if __name__ == "__main__":
    main()
