"""The request console below a program, as a reader uses it; without Python."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from code_block import CodeBlock, without_python
from playwright.sync_api import Locator
from visit import Visit

GUIDE = "fastapi/dependency-injection/"
ORDER = {
    "type": "object",
    "required": ["sku", "quantity"],
    "properties": {
        "sku": {"type": "string", "examples": ["PAL-7"]},
        "quantity": {"type": "integer", "exclusiveMinimum": 0},
        "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "gift": {"type": "boolean", "default": False},
    },
}
NUMBER = {"type": "integer"}
OPENAPI = {
    "paths": {
        "/orders/{order_id}": {
            "get": {
                "summary": "Read Order",
                "parameters": [
                    {
                        "name": "order_id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer"},
                    },
                    {"name": "tag", "in": "query", "schema": {"type": "array"}},
                    {"name": "x-token", "in": "header", "schema": {"type": "string"}},
                ],
            }
        },
        "/orders": {
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Order"}}
                    }
                }
            }
        },
    },
    "components": {"schemas": {"Order": ORDER}},
}
ROUTES = [
    {"path": "/health", "methods": ["GET", "HEAD"], "name": "health"},
    {"path": "/openapi.json", "methods": ["GET"], "name": "openapi"},
    {"path": "/orders", "methods": ["POST"], "name": "create"},
]
JSON = [["content-type", "application/json"]]


@dataclass
class Console:
    """The console of a block."""

    reader: Visit
    block: CodeBlock

    @property
    def form(self) -> Locator:
        return self.block.console

    def choose(self, request: str) -> None:
        self.form.get_by_label("Request", exact=True).select_option(label=request)

    def send(self) -> dict[str, Any]:
        """Click Send; what Python was asked."""
        before = self.reader.page.evaluate("requests.length")
        self.form.get_by_role("button", name="Send").click()
        self.reader.page.wait_for_function(f"requests.length > {before}")
        asked: dict[str, Any] = json.loads(
            self.reader.page.evaluate("JSON.stringify(requests.at(-1))")
        )
        return asked

    def reply(self, status: int, body: str = "", headers: list[list[str]] = JSON) -> None:
        self.reader.page.evaluate(
            "reply => requests.at(-1).resolve(reply)",
            {"status": status, "headers": headers, "body": body, "milliseconds": 4.23},
        )

    @property
    def status(self) -> Locator:
        return self.form.locator(".console__status")

    @property
    def said(self) -> Locator:
        return self.form.locator(".console__said")

    @property
    def body(self) -> Locator:
        return self.form.get_by_role("region", name="Body of the reply")


def open_console(visit: Callable[..., Visit], width: int = 1280, dark: bool = False) -> Console:
    """The console of the first program of a guide, which left an application."""
    reader = visit(GUIDE, width=width, dark=dark)
    without_python(reader.page)
    snippet = reader.page.locator("[data-snippet*='.py']").first.get_attribute("data-snippet")
    block = CodeBlock(reader.page, snippet or "").come_near()
    block.run().ends(app={"openapi": OPENAPI, "routes": ROUTES})
    block.console.wait_for()
    return Console(reader, block)
