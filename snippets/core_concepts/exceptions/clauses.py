# --8<-- [start:clauses]
PRICES = {"BOX-3": "1.99", "TAPE-1": "n/a"}


def price_in_cents(sku: str) -> int | None:
    try:
        price = float(PRICES[sku])  # (1)!
    except KeyError:
        print("  except KeyError: unknown article")  # (2)!
        return None
    except ValueError as error:
        print("  except ValueError:", error)
        return None
    else:
        print("  else: no exception so far")  # (3)!
        return round(price * 100)
    finally:
        print("  finally: always")  # (4)!


for sku in ("BOX-3", "TAPE-1", "PEN-9"):
    print(sku)
    print("  returned", price_in_cents(sku))
# --8<-- [end:clauses]
