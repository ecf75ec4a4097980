from answer import Pipeline, Request, Response


class Journal:
    """Middleware and a handler that write down who ran, in order."""

    def __init__(self):
        self.lines = []

    def layer(self, name):
        def middleware(request, call_next):
            self.lines.append(f"{name} in")
            response = call_next(request)
            self.lines.append(f"{name} out")
            return response

        return middleware

    def handler(self, request):
        self.lines.append(f"handler {request.path}")
        return Response(200, "three orders")


def build(handler, *layers):
    pipeline = Pipeline()
    for layer in layers:
        pipeline.add(layer)
    return pipeline.build(handler)


def test_without_middleware_the_handler_answers():
    journal = Journal()
    assert build(journal.handler)(Request("/orders")) == Response(200, "three orders")
    assert journal.lines == ["handler /orders"]


def test_one_layer_runs_before_and_after_the_handler():
    journal = Journal()
    app = build(journal.handler, journal.layer("log"))
    assert app(Request("/orders")) == Response(200, "three orders")
    assert journal.lines == ["log in", "handler /orders", "log out"]


def test_the_first_layer_added_is_the_first_in_and_the_last_out():
    journal = Journal()
    app = build(journal.handler, *[journal.layer(name) for name in ("log", "key")])
    app(Request("/orders"))
    assert journal.lines == [
        "log in",
        "key in",
        "handler /orders",
        "key out",
        "log out",
    ]


def test_a_layer_may_change_request_and_response():
    def strip_prefix(request, call_next):
        inner = Request(request.path.removeprefix("/api"), request.headers)
        response = call_next(inner)
        response.headers["X-Served-By"] = "picking"
        return response

    response = build(Journal().handler, strip_prefix)(Request("/api/orders"))
    assert response == Response(200, "three orders", {"X-Served-By": "picking"})


def test_a_layer_that_answers_itself_keeps_the_request_from_the_handler():
    journal = Journal()

    def closed(request, call_next):
        return Response(503)

    inner = build(journal.handler, closed)
    assert inner(Request("/orders")) == Response(503, "", {})
    assert journal.lines == [], "the handler must not run"


def test_a_built_pipeline_can_stand_behind_another_one():
    journal = Journal()
    inner = build(journal.handler, journal.layer("key"))
    outer = build(inner, journal.layer("log"))
    assert outer(Request("/orders")).status == 200
    assert journal.lines == [
        "log in",
        "key in",
        "handler /orders",
        "key out",
        "log out",
    ]


def test_an_exception_passes_outwards_until_a_layer_catches_it():
    def find_order(request):
        raise LookupError("no order A-99")

    def not_found(request, call_next):
        try:
            return call_next(request)
        except LookupError as error:
            return Response(404, str(error))

    app = build(find_order, not_found)
    assert app(Request("/orders/A-99")) == Response(404, "no order A-99")
    try:
        answer = build(find_order, Journal().layer("log"))(Request("/orders/A-99"))
    except LookupError:
        pass
    else:
        raise AssertionError(f"nobody caught the LookupError, but we got {answer}")


def test_every_request_passes_all_layers():
    journal = Journal()
    app = build(journal.handler, journal.layer("log"))
    app(Request("/orders"))
    app(Request("/stock"))
    assert journal.lines == [
        "log in",
        "handler /orders",
        "log out",
        "log in",
        "handler /stock",
        "log out",
    ]


def test_each_call_of_call_next_runs_everything_further_in():
    journal = Journal()

    def retry(request, call_next):
        journal.lines.append("retry in")
        call_next(request)
        return call_next(request)

    build(journal.handler, retry, retry)(Request("/orders"))
    outer_and_inner = journal.lines.count("retry in")
    assert outer_and_inner == 3, "once the outer one, which enters the inner one twice"
    assert journal.lines.count("handler /orders") == 4, "two times two"


def test_a_layer_added_later_does_not_change_what_was_built():
    journal = Journal()
    pipeline = Pipeline()
    app = pipeline.build(journal.handler)
    pipeline.add(journal.layer("late"))
    app(Request("/orders"))
    assert journal.lines == ["handler /orders"]


def test_two_handlers_can_stand_behind_the_same_layers():
    journal = Journal()
    pipeline = Pipeline()
    pipeline.add(journal.layer("log"))
    orders = pipeline.build(journal.handler)
    health = pipeline.build(lambda request: Response(204))
    assert health(Request("/health")).status == 204
    assert orders(Request("/orders")).status == 200
