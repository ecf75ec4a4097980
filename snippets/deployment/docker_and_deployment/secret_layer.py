# --8<-- [start:secret]
layers: list[dict[str, str]] = [
    {"app/main.py": "..."},
    {"app/.env": "CARRIER_KEY=s3cr3t"},
    {"app/.wh..env": ""},
]

visible: dict[str, str] = {}
for changes in layers:
    for path, content in changes.items():
        folder, _, name = path.rpartition("/")
        if name.startswith(".wh."):
            visible.pop(f"{folder}/{name.removeprefix('.wh.')}")
        else:
            visible[path] = content

stored = any("app/.env" in changes for changes in layers)
print("app/.env" in visible, stored)
# --8<-- [end:secret]
