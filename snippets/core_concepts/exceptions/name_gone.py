# --8<-- [start:gone]
def import_quantities(texts: list[str]) -> list[str]:
    problems: list[str] = []
    for text in texts:
        try:
            int(text)
        except ValueError as error:
            problems.append(f"{type(error).__name__}: {text}")
            print("in the handler:", "error" in locals())
        print("after it:", "error" in locals())
    return problems


print(import_quantities(["ten"]))
# --8<-- [end:gone]
