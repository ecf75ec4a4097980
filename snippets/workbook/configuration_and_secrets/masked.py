# --8<-- [start:program]
from picking_engine.config import RedisSettings

settings = RedisSettings.model_validate({"host": "valkey", "password": "s3cret"})
print(settings)
print(settings.model_dump_json())
print(settings.password.get_secret_value())
# --8<-- [end:program]
