// What the request console makes of an OpenAPI document; run by test_run_console.py with node's
// test runner.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asCurl, makeRequest, readHeaders } from "../../overrides/assets/javascripts/console-request.mjs";
import { contentType, example, operationsOf } from "../../overrides/assets/javascripts/console-schema.mjs";

const body = (/** @type {string} */ type, /** @type {any} */ schema, more = {}) => ({
  paths: { "/orders": { post: { requestBody: { content: { [type]: { schema, ...more } } } } } },
});
const bodyOf = (/** @type {any} */ openapi) => operationsOf(openapi)[0].body?.value;

for (const [words, schema, value] of /** @type {[string, any, any][]} */ ([
  ["a whole number", { type: "integer" }, 1],
  ["one above a limit", { type: "integer", exclusiveMinimum: 10 }, 11],
  ["one at a limit", { type: "integer", minimum: 5 }, 5],
  ["one below a limit", { type: "number", maximum: 0.5 }, 0.5],
  ["one within open limits", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  ["a multiple", { type: "integer", minimum: 7, multipleOf: 5 }, 10],
  ["a text by its title", { type: "string", title: "Sku" }, "sku"],
  ["a text that is long enough", { type: "string", title: "A", minLength: 3 }, "axx"],
  ["a text that is short enough", { type: "string", title: "Warehouse", maxLength: 4 }, "ware"],
  ["an address", { type: "string", format: "email" }, "ada@example.com"],
  ["a choice", { enum: ["small", "large"] }, "small"],
  ["a constant", { const: "cat" }, "cat"],
  ["its default", { type: "string", default: "Berlin" }, "Berlin"],
  ["its example", { type: "string", examples: ["PAL-7"] }, "PAL-7"],
  ["what may be null", { anyOf: [{ type: "null" }, { type: "boolean" }] }, true],
  ["a list", { type: "array", items: { type: "integer" } }, [1]],
  ["parts of a whole", { allOf: [{ const: 1 }, { const: 2 }] }, 1],
  ["nothing known", {}, "text"],
]))
  test(`an example of ${words}`, () => assert.deepEqual(example(schema, {}), value));

test("fields that may be left out are, unless they come with a value", () => {
  const schema = {
    type: "object",
    required: ["sku"],
    properties: {
      sku: { type: "string", title: "Sku" },
      note: { type: "string" },
      gift: { type: "boolean", default: false },
    },
  };
  assert.deepEqual(example(schema, {}), { sku: "sku", gift: false });
});

test("a schema that contains itself ends", () => {
  const node = { type: "object", required: ["next"], properties: { next: { $ref: "#/components/schemas/Node" } } };
  const found = example({ $ref: "#/components/schemas/Node" }, { components: { schemas: { Node: node } } });
  assert.ok(JSON.stringify(found).length < 100);
});

test("the example beside a body goes before that of its schema", () => {
  const openapi = body("application/json", { type: "integer" }, { examples: { one: { value: { sku: "A" } } } });
  assert.deepEqual(JSON.parse(bodyOf(openapi) ?? ""), { sku: "A" });
});

test("a form is written as a browser writes it", () => {
  const schema = { type: "object", required: ["username"], properties: { username: { type: "string", title: "User Name" } } };
  assert.equal(bodyOf(body("application/x-www-form-urlencoded", schema)), "username=user+name");
  const parts = bodyOf(body("multipart/form-data", schema)) ?? "";
  const boundary = contentType("multipart/form-data").split("boundary=")[1];
  assert.ok(parts.startsWith(`--${boundary}\r\n`) && parts.endsWith(`--${boundary}--\r\n`));
});

test("parameters of the path and of the method, described elsewhere or not at all", () => {
  const openapi = {
    components: { parameters: { Page: { name: "page", in: "query", schema: { default: 2 } } } },
    paths: {
      "/orders/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
        get: { parameters: [{ $ref: "#/components/parameters/Page" }] },
      },
    },
  };
  const [{ parameters }] = operationsOf(openapi);
  assert.deepEqual(parameters.map(({ name, value }) => [name, value]), [["id", "1"], ["page", "2"]]);
});

test("an application without a document still has its routes", () => {
  const routes = [{ path: "/files/{name:path}", methods: ["GET", "HEAD"] }, { path: "/docs", methods: ["GET"] }];
  const found = operationsOf(null, routes);
  assert.deepEqual(found.map(({ method, path }) => `${method} ${path}`), ["GET /files/{name:path}"]);
  const values = found[0].parameters.map(({ name, place }) => ({ name, place, value: "a/b c" }));
  assert.equal(makeRequest("GET", found[0].path, values, []).url, "/files/a/b%20c");
});

test("values go where they belong", () => {
  const values = [
    { name: "id", place: "path", value: "7 8" },
    { name: "q", place: "query", value: "a&b" },
    { name: "tag", place: "query", value: '["x","y"]' },
    { name: "x-token", place: "header", value: "t" },
    { name: "session", place: "cookie", value: "s" },
  ];
  assert.deepEqual(makeRequest("PUT", "/orders/{id}", values, [["a", "b"]], "body"), {
    method: "PUT",
    url: "/orders/7%208?q=a%26b&tag=x&tag=y",
    headers: [["x-token", "t"], ["a", "b"], ["cookie", "session=s"]],
    body: "body",
  });
});

test("headers are read line by line", () => {
  assert.deepEqual(readHeaders(" A-B :  c: d \n\n"), [["A-B", "c: d"]]);
  assert.throws(() => readHeaders("A B: c"), /“A B: c” is no header/);
});

test("a command keeps quotes and new lines", () => {
  const command = asCurl({ method: "POST", url: "/a?b=c&d", headers: [], body: "it's\n2" });
  assert.equal(command, "curl -i -X POST '127.0.0.1:8000/a?b=c&d' \\\n  --data-binary 'it'\\''s\n2'");
});
