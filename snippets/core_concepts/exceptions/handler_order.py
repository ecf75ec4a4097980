# --8<-- [start:order]
class CarrierError(Exception):
    pass


class CarrierTimeout(CarrierError):
    pass


def call_carrier() -> None:
    raise CarrierTimeout("no answer in 3 s")


try:
    call_carrier()
except CarrierError:
    print("give up")
except CarrierTimeout:
    print("try again")
# --8<-- [end:order]
