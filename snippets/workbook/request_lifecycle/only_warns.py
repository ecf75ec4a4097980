from collections.abc import Callable


# --8<-- [start:quiz]
def staff_only(handler: Callable[[str], str]) -> Callable[[str], str]:
    def call(role: str) -> str:
        if role != "staff":
            print("warning: not staff")
        return handler(role)

    return call


@staff_only
def cancel_order(role: str) -> str:
    return f"cancelled by a {role}"


print(cancel_order("guest"))
# --8<-- [end:quiz]
