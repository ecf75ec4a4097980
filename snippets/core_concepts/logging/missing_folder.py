# --8<-- [start:all]
import logging.config

handler = {"class": "logging.FileHandler", "filename": "logs/data.log"}
try:
    logging.config.dictConfig({"version": 1, "handlers": {"file": handler}})
except ValueError as error:
    print(error)
    #> Unable to configure handler 'file'
    print(type(error.__cause__).__name__)
    #> FileNotFoundError
# --8<-- [end:all]
