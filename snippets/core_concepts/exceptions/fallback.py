# --8<-- [start:fallback]
from dataclasses import dataclass


class CarrierUnavailable(Exception):
    pass


@dataclass(frozen=True)
class Quote:
    cents: int
    source: str


LIST_PRICES = {"DE": 490, "FR": 890}


def live_quote(country: str) -> int:
    raise CarrierUnavailable(f"no answer for {country}")


def quote(country: str) -> Quote:
    try:
        return Quote(live_quote(country), "carrier")
    except CarrierUnavailable:
        return Quote(LIST_PRICES[country], "price list")


print(quote("FR"))
#> Quote(cents=890, source='price list')
# --8<-- [end:fallback]
