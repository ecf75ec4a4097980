# --8<-- [start:chaining]
import traceback

SHELVES = {"BOX-3": "A1"}


class UnknownArticleError(Exception):
    pass


def implicit(sku: str) -> str:
    try:
        return SHELVES[sku]
    except KeyError:
        raise UnknownArticleError(sku)


def explicit(sku: str) -> str:
    try:
        return SHELVES[sku]
    except KeyError as error:
        raise UnknownArticleError(sku) from error


def hidden(sku: str) -> str:
    try:
        return SHELVES[sku]
    except KeyError:
        raise UnknownArticleError(sku) from None


for find in (implicit, explicit, hidden):
    try:
        find("PEN-9")
    except UnknownArticleError as error:
        print(find.__name__)
        print("  cause:", repr(error.__cause__), "context:", repr(error.__context__))
        text = "".join(traceback.format_exception(error))
        print("  shown:", [line for line in text.splitlines() if " exception" in line])
# --8<-- [end:chaining]
