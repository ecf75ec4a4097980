from answer import RouteRegistry


def list_orders():
    return ["A-17"]


def create_order():
    return "A-18"


def test_a_new_registry_has_no_routes():
    assert RouteRegistry().list_routes() == []


def test_routes_are_listed_in_the_order_of_registration():
    registry = RouteRegistry()
    registry.register("POST", "/orders", create_order)
    registry.register("GET", "/carriers", list_orders)
    assert registry.list_routes() == [
        ("POST", "/orders", "create_order"),
        ("GET", "/carriers", "list_orders"),
    ]


def test_a_method_counts_the_same_in_lower_case():
    registry = RouteRegistry()
    registry.register("get", "/orders", list_orders)
    try:
        registry.register("Get", "/orders", create_order)
    except ValueError:
        pass  # another test asks for the exception
    routes = [(method, path) for method, path, _ in registry.list_routes()]
    assert routes == [("GET", "/orders")]


def test_a_path_in_upper_case_is_another_path():
    registry = RouteRegistry()
    registry.register("GET", "/labels/a4", list_orders)
    registry.register("GET", "/labels/A4", create_order)
    assert registry.list_routes() == [
        ("GET", "/labels/a4", "list_orders"),
        ("GET", "/labels/A4", "create_order"),
    ]


def test_one_path_serves_several_methods():
    registry = RouteRegistry()
    registry.register("GET", "/orders", list_orders)
    registry.register("POST", "/orders", create_order)
    assert registry.list_routes() == [
        ("GET", "/orders", "list_orders"),
        ("POST", "/orders", "create_order"),
    ]


def test_a_second_handler_for_the_same_route_is_refused():
    registry = RouteRegistry()
    registry.register("GET", "/orders", list_orders)
    try:
        registry.register("GET", "/orders", create_order)
    except ValueError as error:
        assert "GET" in str(error), "The message names the method."
        assert "/orders" in str(error), "The message names the path."
    else:
        raise AssertionError("A second handler for GET /orders must raise ValueError.")
    assert registry.list_routes() == [("GET", "/orders", "list_orders")], (
        "The first handler stays."
    )


def test_changing_the_returned_list_changes_no_route():
    registry = RouteRegistry()
    registry.register("GET", "/orders", list_orders)
    registry.list_routes().clear()
    assert registry.list_routes() == [("GET", "/orders", "list_orders")]


def test_two_registries_know_nothing_of_each_other():
    public, internal = RouteRegistry(), RouteRegistry()
    public.register("GET", "/orders", list_orders)
    assert internal.list_routes() == []
