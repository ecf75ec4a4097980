# --8<-- [start:quiz]
answer = {
    "propertySources": [
        {"name": "picking-engine-at.yaml", "source": {"redis.database": 0}},
        {
            "name": "application.yaml",
            "source": {"redis.database": 9, "redis.host": "valkey"},
        },
    ]
}
properties: dict[str, object] = {}
for source in reversed(answer["propertySources"]):
    properties |= source["source"]
print(properties)
# --8<-- [end:quiz]
