# --8<-- [start:eafp]
def checked_first(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    return None


def tried(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


for text in ("12", "-5", " 7 ", "1_000", "²"):
    try:
        first: object = checked_first(text)
    except ValueError as error:
        first = type(error).__name__
    print(f"{text!r:8} isdigit: {first!s:11} try: {tried(text)}")
    #> '12'     isdigit: 12          try: 12
    #> '-5'     isdigit: None        try: -5
    #> ' 7 '    isdigit: None        try: 7
    #> '1_000'  isdigit: None        try: 1000
    #> '²'      isdigit: ValueError  try: None
# --8<-- [end:eafp]
