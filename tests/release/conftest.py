"""A small site with a remote of its own: what a release does, without the real one's weight."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from scratch_clone import Clone, run_git

_FILES = {
    "mkdocs.yml": """\
site_name: Notes
site_url: !ENV [CI_PAGES_URL, "https://notes.example/"]
nav:
  - Home: index.md
  - Reference:
      - reference/index.md
      - Decorators: reference/decorators.md
  - Glossary: glossary.md
theme:
  name: null
  custom_dir: theme
  static_templates: [404.html]
plugins:
  - mike:
      canonical_version: latest
markdown_extensions: [attr_list, pymdownx.superfences]
""",
    "docs/index.md": """\
---
title: Notes
description: Where to begin.
---

# Notes

Begin with [decorators](reference/decorators.md#registry).
""",
    "docs/reference/index.md": """\
---
title: Reference
description: What to look up.
---

# Reference

See [decorators](decorators.md).
""",
    "docs/reference/decorators.md": """\
---
title: Decorators
description: A function that takes a function and gives one back.
---

# Decorators

What a decorator keeps, it keeps in a [closure](../glossary.md#closure).

## Registry

```python title="registry.py"
--8<-- "reference/decorators/registry.py:registry"
```
""",
    "docs/glossary.md": """\
---
title: Glossary
description: The words of the field.
---

# Glossary

## C

### Closure { #closure }

A function together with the variables of the place where it was made. It looks them up when it is
called, and not when it is made. [Decorators](reference/decorators.md) are made of it.
""",
    "snippets/reference/decorators/registry.py": """\
# --8<-- [start:registry]
handlers = {}


def handles(name):
    def register(function):
        handlers[name] = function
        return function

    return register


# --8<-- [end:registry]
print(handlers)
#> {}
""",
    "theme/main.html": """\
<!doctype html>
<title>{{ page.title }}</title>
<link rel="canonical" href="{{ page.canonical_url }}">
<script type="module" src="{{ 'assets/javascripts/notes.mjs' | url }}"></script>
{{ page.content }}
""",
    "theme/404.html": """\
<a href="{{ base_url }}/glossary/">Glossary</a>
<script>base = "{{ base_url }}"</script>
""",
    "theme/assets/javascripts/notes.mjs": 'import "./quiz.mjs";\n',
    "theme/assets/javascripts/quiz.mjs": "export {};\n",
    "theme/assets/javascripts/quiz.css": ".quiz { margin: 0 }\n",
    "theme/assets/javascripts/bundle.8a1f.min.js": "",
    "pyproject.toml": "",
    ".gitignore": "__pycache__/\n.cache/\n",
    "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- More to come.\n",
}


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a bare repository, to be copied."""
    root = tmp_path_factory.mktemp("template") / "notes"
    clone = Clone(root)
    for path, text in _FILES.items():
        clone.write(path, text)
    run_git(root, "init", "--quiet", "--initial-branch=main")
    _name(root)
    clone.commit("Begin", push=False)
    run_git(root, "clone", "--quiet", "--bare", str(root), str(root.parent / "remote.git"))
    return root.parent / "remote.git"


def _name(folder: Path) -> None:
    run_git(folder, "config", "user.name", "Ada Example")
    run_git(folder, "config", "user.email", "ada@example.com")


@pytest.fixture
def another(tmp_path: Path, template: Path) -> Callable[..., Clone]:
    """Clone the small site once more: `another("her-clone", "--depth=1")`."""

    def clone(name: str, *options: str) -> Clone:
        remote = tmp_path / "remote.git"
        if not remote.exists():
            shutil.copytree(template, remote)
        run_git(tmp_path, "clone", "--quiet", *options, remote.as_uri(), name)
        _name(tmp_path / name)
        return Clone(tmp_path / name)

    return clone


@pytest.fixture
def clone(another: Callable[..., Clone]) -> Clone:
    """A clone of the small site."""
    return another("clone")
