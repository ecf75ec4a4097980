from prices import price

# --8<-- [start:registry]
handlers = {"price": price}
print(handlers["price"](3))
#> 30
# --8<-- [end:registry]
