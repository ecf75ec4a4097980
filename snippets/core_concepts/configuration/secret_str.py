# --8<-- [start:secret]
import os

from pydantic import SecretStr
from pydantic_settings import BaseSettings

os.environ["CARRIER_TOKEN"] = "tok-7f3a9c"


class Plain(BaseSettings):
    carrier_token: str


class Masked(BaseSettings):
    carrier_token: SecretStr


print("starting with", Plain())
#> starting with carrier_token='tok-7f3a9c'
print("starting with", Masked())
#> starting with carrier_token=SecretStr('**********')
print(Masked().model_dump_json())
#> {"carrier_token":"**********"}
print("sent to the carrier:", Masked().carrier_token.get_secret_value())
#> sent to the carrier: tok-7f3a9c
# --8<-- [end:secret]
