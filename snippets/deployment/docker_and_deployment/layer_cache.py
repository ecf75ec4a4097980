# --8<-- [start:cache]
from hashlib import sha256

Step = tuple[str, tuple[str, ...]]

SOURCE_FIRST: list[Step] = [
    ("COPY . .", ("uv.lock", "main.py")),
    ("RUN uv sync: dependencies, project", ()),
]
LOCK_FIRST: list[Step] = [
    ("RUN uv sync --no-install-project: dependencies", ("uv.lock",)),
    ("COPY . .", ("uv.lock", "main.py")),
    ("RUN uv sync: project", ()),
]


def build(steps: list[Step], files: dict[str, str], cache: set[str]) -> list[str]:
    key = ""
    executed = []
    for command, reads in steps:
        contents = "".join(files[name] for name in reads)
        key = sha256(f"{key}{command}{contents}".encode()).hexdigest()  # (1)!
        if key not in cache:
            cache.add(key)
            executed.append(command)
    return executed


for steps in (SOURCE_FIRST, LOCK_FIRST):
    cache: set[str] = set()
    build(steps, {"uv.lock": "fastapi 0.165", "main.py": "v1"}, cache)
    print(build(steps, {"uv.lock": "fastapi 0.165", "main.py": "v2"}, cache))
# --8<-- [end:cache]
