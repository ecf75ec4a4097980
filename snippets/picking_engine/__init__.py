"""The picking engine: decides from which sector each product of an order is picked."""
