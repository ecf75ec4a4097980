# /// script
# [tool.notes]
# normalise = ["times"]
# ///
import logging

# --8<-- [start:log]
logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
logging.warning("shelf %s is empty", "A-18")
# --8<-- [end:log]
