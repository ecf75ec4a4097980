"""The image, the stack of compose.yaml and what they promise, as far as no Docker is needed."""

from __future__ import annotations

import ast
import base64
import hashlib
import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from backend_notes.project import Project
from picking_engine.config import COUNTRIES


@pytest.fixture
def package(project: Project) -> Path:
    return project.snippets / "picking_engine"


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~; ]", name)[0]).lower()


def test_the_image_installs_what_the_code_imports(package: Path, project: Project) -> None:
    requirements = (package / "requirements.txt").read_text().splitlines()
    wanted = {normal(line) for line in requirements if not line.startswith("#")}
    imported = set()
    for file in package.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
    others = imported - set(sys.stdlib_module_names) - {"picking_engine"}
    owners = packages_distributions()
    needed = {normal(owners[module][0]) for module in others}
    # What these bring along, and what Gunicorn loads by name.
    assert needed - wanted == {"pydantic", "starlette", "uvicorn"}
    assert wanted - needed == {"gunicorn", "uvicorn-worker"}
    locked = {
        normal(line) for line in (project.root / "requirements.lock").read_text().splitlines()
    }
    assert wanted <= locked


def test_the_stack_brings_every_part(project: Project, package: Path) -> None:
    compose = yaml.safe_load((project.root / "compose.yaml").read_text())
    services = compose["services"]
    assert set(services) == {
        *("postgres", "valkey", "rabbitmq", "config-server", "picking-engine"),
    }
    assert "127.0.0.1:15672:15672" in services["rabbitmq"]["ports"]
    assert set(services["picking-engine"]["depends_on"]) == set(services) - {"picking-engine"}
    for name, service in services.items():
        assert all(port.startswith("127.0.0.1:") for port in service["ports"]), name
    shared = yaml.safe_load((package / "config/application-development.yaml").read_text())
    assert {part["host"] for part in shared.values()} <= set(services)


def test_rabbitmq_starts_with_a_virtual_host_for_each_country(package: Path) -> None:
    definitions = json.loads((package / "rabbitmq-definitions.json").read_text())
    assert {host["name"] for host in definitions["vhosts"]} == {"/", *COUNTRIES}
    assert {entry["vhost"] for entry in definitions["permissions"]} == {"/", *COUNTRIES}
    salted = base64.b64decode(definitions["users"][0]["password_hash"])
    assert salted[4:] == hashlib.sha256(salted[:4] + b"guest").digest()
    databases, hosts = [], []
    for country in COUNTRIES:
        own = yaml.safe_load((package / f"config/picking-engine-{country}.yaml").read_text())
        databases.append(own["redis"]["database"])
        hosts.append(own["rabbitmq"]["virtual-host"])
    assert databases == [0, 1, 2, 3, 4]
    assert hosts == list(COUNTRIES)


def test_the_wheel_ships_the_service(project: Project) -> None:
    pyproject = (project.root / "pyproject.toml").read_text()
    assert '"snippets/picking_engine"' in pyproject
    done = subprocess.run(
        [sys.executable, "-c", "import picking_engine; print(picking_engine.__file__)"],
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == project.snippets / "picking_engine/__init__.py"
