"""Python in the page imports: from its archives soon, and what a program makes as everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from running import FASTAPI, Runner, open_runner


@pytest.fixture(scope="module")
def runner(browser: Browser, address: str) -> Iterator[Runner]:
    """One page, and with it one Python, for all tests here."""
    with open_runner(browser, address) as opened:
        yield opened


def test_modules_come_from_archives_and_binary_ones_from_files_of_their_own(
    runner: Runner,
) -> None:
    result = runner.run(
        "import json, fastapi.routing, opentelemetry, pydantic_core._pydantic_core as binary\n"
        "for module in json, fastapi.routing, opentelemetry, binary:\n"
        "    print(module.__name__, type(module.__spec__.loader).__name__)\n"
        "print(fastapi.routing.__spec__.parent, json.__path__)\n",
        FASTAPI,
    )
    assert result["text"].splitlines() == [
        "json ArchiveImporter",
        "fastapi.routing ArchiveImporter",
        "opentelemetry NamespaceLoader",
        "pydantic_core._pydantic_core ExtensionFileLoader",
        "fastapi ['/lib/python314.zip/json']",
    ]


def test_data_and_versions_of_packages_are_found(runner: Runner) -> None:
    result = runner.run(
        "import pkgutil, pyodide, fastapi\n"
        "from importlib import metadata, resources, util\n"
        "print(metadata.version('fastapi') == fastapi.__version__)\n"
        "print(resources.files(pyodide).joinpath('py.typed').is_file())\n"
        "print('routing' in {module.name for module in pkgutil.iter_modules(fastapi.__path__)})\n"
        "print(util.find_spec('fastapi.nothing'), util.find_spec('nothing'))\n",
        FASTAPI,
    )
    assert result["text"] == "True\nTrue\nTrue\nNone None\n"


def test_a_programs_own_module_comes_first(runner: Runner) -> None:
    result = runner.run(
        "import importlib, pathlib, sys\n"
        "sys.path.insert(0, '.')\n"
        "pathlib.Path('tabnanny.py').write_text('print(\"mine\")')\n"
        "importlib.invalidate_caches()\n"
        "__import__('tabnanny')\n"
    )
    assert result["text"] == "mine\n"
    assert runner.run("import tabnanny; print(tabnanny.check)")["text"].startswith("<function")


def test_an_archive_that_a_program_makes_is_read_anew(runner: Runner) -> None:
    for content in ("1", "'of another length'"):
        result = runner.run(
            "import py_compile, pathlib, sys, zipfile\n"
            f"pathlib.Path('made.txt').write_text('''print({content})''')\n"
            "with zipfile.ZipFile('own.zip', 'w') as archive:\n"
            "    archive.write(py_compile.compile('made.txt', 'made.pyc'), 'own.pyc')\n"
            "sys.path.append('own.zip')\n"
            "import own\n"
        )
        assert result["text"] == f"{content}\n".replace("'", "")


def test_fastapi_does_not_import_what_only_old_models_need(runner: Runner) -> None:
    result = runner.run(
        "import sys\n"
        "from fastapi import FastAPI\n"
        "app = FastAPI()\n"
        "@app.get('/orders')\n"
        "def orders(limit: int = 20) -> list[str]: return []\n"
        "print('pydantic.v1' in sys.modules)\n",
        FASTAPI,
    )
    assert (result["outcome"], result["text"]) == ("ok", "False\n")
    assert result["app"]["openapi"]["paths"]["/orders"]["get"]["parameters"][0]["name"] == "limit"


def test_fastapi_still_refuses_an_old_model(runner: Runner) -> None:
    result = runner.run(
        "import warnings\n"
        "warnings.simplefilter('ignore')\n"
        "from fastapi import FastAPI\n"
        "from pydantic.v1 import BaseModel\n"
        "class Order(BaseModel): pass\n"
        "app = FastAPI()\n"
        "@app.post('/orders')\n"
        "def place(order: Order) -> None: ...\n",
        FASTAPI,
    )
    assert result["outcome"] == "error"
    assert "pydantic.v1 models are no longer supported by FastAPI" in result["text"]
