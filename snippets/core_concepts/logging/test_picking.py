# --8<-- [start:tests]
import logging
import logging.config

import pytest

logger = logging.getLogger("warehouse.picking")


def pick(sku: str, stock: int) -> None:
    logger.info("picked %s", sku)
    if stock < 5:
        logger.warning("only %d left of %s", stock, sku)


def test_low_stock_warns(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="warehouse"):
        pick("SKU-7", stock=3)
    picked, low = caplog.records
    assert (picked.levelname, low.levelname) == ("INFO", "WARNING")
    assert low.args == (3, "SKU-7")


def test_a_broken_call_fails_the_test(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(TypeError):
        logger.warning("only %d left of %s", 3)


def test_dict_config_removes_caplog(caplog: pytest.LogCaptureFixture) -> None:
    config = {"version": 1, "disable_existing_loggers": False, "root": {"handlers": []}}
    logging.config.dictConfig(config)
    logging.getLogger().warning("lost")
    assert caplog.records == []


# --8<-- [end:tests]
