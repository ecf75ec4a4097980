# --8<-- [start:all]
import logging

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("warehouse.customers")
customer = {"id": "C-7", "name": "Anna"}

logger.debug("signed up", extra=customer)
print("debug is off: nothing happens")
#> debug is off: nothing happens
try:
    logger.info("signed up", extra=customer)
except KeyError as error:
    print(error)
    #> "Attempt to overwrite 'name' in LogRecord"
# --8<-- [end:all]
