# --8<-- [start:all]
import logging

loud = logging.getLogger("label_sdk")
polite = logging.getLogger("carrier_sdk")
polite.addHandler(logging.NullHandler())  # (1)!

loud.warning("retrying")
polite.warning("retrying")

logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
loud.warning("gave up")
polite.warning("gave up")
# --8<-- [end:all]
