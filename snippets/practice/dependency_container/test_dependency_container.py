from answer import Container, DependencyError


class Factory:
    """Builds one part after another, and counts them."""

    def __init__(self, result="part"):
        self.result = result
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return self.result


def test_a_service_is_built_when_it_is_first_asked_for():
    container = Container()
    stock = Factory("stock of Brno")
    container.register("stock", stock)
    assert stock.calls == 0, "register must not build anything"
    assert container.get("stock") == "stock of Brno"


def test_a_service_is_built_once_and_shared():
    container = Container()
    mailer = Factory("mailer")
    container.register("mailer", mailer)
    services = [container.get("mailer") for _ in range(3)]
    assert services == ["mailer", "mailer", "mailer"]
    assert mailer.calls == 1, "three calls of get must share one service"


def test_a_service_that_is_none_is_kept_like_any_other():
    container = Container()
    tracer = Factory(None)
    container.register("tracer", tracer)
    services = [container.get("tracer") for _ in range(4)]
    assert services == [None, None, None, None]
    assert tracer.calls == 1, "None is what the factory built: do not build it again"


def test_registering_again_replaces_the_service():
    container = Container()
    container.register("mailer", lambda: "real mailer")
    container.get("mailer")
    container.register("mailer", lambda: "fake mailer")
    assert container.get("mailer") == "fake mailer", "tests replace services like this"


def test_factories_receive_the_services_they_name():
    container = Container()
    container.register("orders", lambda stock, prices: ["orders", stock, prices])
    container.register("stock", lambda dsn: ["stock", dsn])
    container.register("prices", lambda: "prices")
    container.register("dsn", lambda: "localhost/picking")
    expected = ["orders", ["stock", "localhost/picking"], "prices"]
    assert container.get("orders") == expected


def test_two_services_share_the_one_they_both_need():
    container = Container()
    connection = Factory("connection")
    container.register("connection", connection)
    container.register("stock", lambda connection: ("stock", connection))
    container.register("orders", lambda stock, connection: (stock, connection))
    assert container.get("orders") == (("stock", "connection"), "connection")
    assert connection.calls == 1, "both services need the same connection: build one"


def test_inject_fills_in_what_the_caller_left_out():
    container = Container()
    container.register("mailer", lambda: "the mailer")
    container.register("clock", lambda: "the clock")

    def remind(order: str, mailer: str, *, clock: str) -> list[str]:
        return [order, mailer, clock]

    assert container.inject(remind)("A-17") == ["A-17", "the mailer", "the clock"]


def test_what_the_caller_passes_stays_as_passed():
    container = Container()
    container.register("mailer", lambda: "the mailer")

    @container.inject
    def remind(order: str, mailer: str) -> list[str]:
        return [order, mailer]

    assert remind("A-17", "by position") == ["A-17", "by position"]
    assert remind("A-17", mailer="by name") == ["A-17", "by name"]


def test_a_parameter_without_service_keeps_its_default():
    container = Container()
    container.register("mailer", lambda: "the mailer")

    @container.inject
    def remind(mailer: str, subject: str = "Your order", copies: int = 2) -> list:
        return [mailer, subject, copies]

    assert remind() == ["the mailer", "Your order", 2]
    assert remind(copies=5) == ["the mailer", "Your order", 5]


def test_a_service_goes_before_a_default():
    container = Container()
    container.register("mailer", lambda: "the mailer")

    @container.inject
    def remind(mailer: str | None = None) -> str | None:
        return mailer

    assert remind() == "the mailer", "a default is for when nothing is registered"


def test_services_are_looked_up_when_the_call_is_made():
    container = Container()

    @container.inject
    def remind(mailer: str) -> str:
        return mailer

    container.register("mailer", lambda: "registered later")
    assert remind() == "registered later"
    container.register("mailer", lambda: "a fake for this test")
    assert remind() == "a fake for this test"


def test_star_parameters_are_left_alone():
    container = Container()
    container.register("mailer", lambda: "the mailer")

    @container.inject
    def remind(mailer: str, *orders: str, **options: str) -> list:
        return [mailer, orders, options]

    assert remind() == ["the mailer", (), {}]
    assert remind(colour="red") == ["the mailer", (), {"colour": "red"}]


def test_the_injected_function_keeps_its_name():
    def remind(mailer: str) -> str:
        return mailer

    injected = Container().inject(remind)
    assert injected.__name__ == "remind", "logs and docs show the name"


def test_a_missing_service_is_named_in_the_error():
    container = Container()
    container.register("orders", lambda stock: stock)
    container.register("stock", lambda warehouse_dsn: warehouse_dsn)
    try:
        container.get("orders")
    except DependencyError as error:
        assert "warehouse_dsn" in str(error), "name what is missing: warehouse_dsn"
    else:
        raise AssertionError("nobody registered warehouse_dsn: DependencyError, please")


def test_a_function_whose_service_is_missing_is_not_called():
    calls = []

    def remind(order: str, mailer: str):
        calls.append(order)

    try:
        Container().inject(remind)("A-17")
    except DependencyError as error:
        assert "mailer" in str(error), "name what is missing: mailer"
    else:
        raise AssertionError("nobody registered a mailer: DependencyError, please")
    assert calls == []


def test_a_circle_is_reported_with_its_path():
    container = Container()
    container.register("orders", lambda stock: stock)
    container.register("stock", lambda prices: prices)
    container.register("prices", lambda stock: stock)
    try:
        container.get("orders")
    except DependencyError as error:
        path = "stock -> prices -> stock"
        assert path in str(error), f"the message holds the circle, {path}"
    else:
        raise AssertionError("stock needs prices needs stock: DependencyError, please")


def test_a_factory_that_failed_can_be_tried_again():
    container = Container()
    answers = iter([ConnectionError("the database is starting"), "connection"])

    def connect() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    container.register("connection", connect)
    try:
        container.get("connection")
    except ConnectionError:
        pass
    else:
        raise AssertionError("what a factory raises must reach the caller")
    assert container.get("connection") == "connection", "the second attempt works"
