from .settings import NAME

# --8<-- [start:app]
print(NAME)
# --8<-- [end:app]
