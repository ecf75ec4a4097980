# /// script
# [tool.notes]
# fails = "KeyError"
# ///
# --8<-- [start:fails]
shelf = {"A-18": 40}
print(shelf["B-07"])
# --8<-- [end:fails]
