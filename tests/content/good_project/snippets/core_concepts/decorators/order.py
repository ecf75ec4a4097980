# /// script
# [tool.notes]
# fails = "ValueError"
# ///
# --8<-- [start:order]
print("first")
# --8<-- [end:order]
