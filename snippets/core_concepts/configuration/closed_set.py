# --8<-- [start:open]
import os
from enum import StrEnum

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings

os.environ.update(ENVIRONMENT="Production", PORT="80")


class Loose(BaseSettings):
    environment: str = "local"


books_for_real = Loose().environment == "production"
print("labels are booked for real:", books_for_real)
#> labels are booked for real: False


# --8<-- [end:open]
# --8<-- [start:closed]
class Environment(StrEnum):
    LOCAL = "local"
    STAGING = "staging"
    PRODUCTION = "production"


class Settings(BaseSettings):
    environment: Environment  # (1)!
    port: int = Field(default=8000, ge=1, le=65535)  # (2)!


try:
    Settings()
except ValidationError as error:
    print(error.errors()[0]["msg"])
    #> Input should be 'local', 'staging' or 'production'

os.environ["ENVIRONMENT"] = "production"
print(Settings().environment is Environment.PRODUCTION, Settings().port)
#> True 80
# --8<-- [end:closed]
