// What an application's OpenAPI document says about its requests, as a form needs it.

/** @typedef {Record<string, any>} Schema */
/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {"path" | "query" | "header" | "cookie"} place
 * @property {boolean} required
 * @property {string} value an example, as text
 * @property {string} description
 */
/**
 * @typedef {object} Body
 * @property {string} type media type
 * @property {string} value an example, as text
 * @property {boolean} required
 */
/**
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} path
 * @property {string} summary
 * @property {Parameter[]} parameters
 * @property {Body | undefined} body
 */

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/** How deep a schema that contains itself is followed. */
const DEEPEST = 4;

/** @type {Record<string, string>} */
const FORMATS = {
  date: "2026-03-14",
  "date-time": "2026-03-14T09:30:00Z",
  time: "09:30:00",
  duration: "PT15M",
  email: "ada@example.com",
  uuid: "6b1f3f0e-2c4d-4e8a-9b57-0d3a8f1c2e4b",
  "uri-reference": "/orders",
  ipv4: "192.0.2.10",
  binary: "",
  password: "correct horse",
};

/**
 * The requests that an application takes: those it documents, then routes that it does not.
 * @param {any} openapi its OpenAPI document, or null
 * @param {{ path: string, methods: string[] }[]} [routes]
 * @returns {Operation[]}
 */
export function operationsOf(openapi, routes = []) {
  /** @type {Operation[]} */
  const found = [];
  for (const [path, item] of Object.entries(openapi?.paths ?? {}))
    for (const method of METHODS.filter((name) => item[name]))
      found.push(operation(openapi, path, method, item));
  const ready = new Set(found.map(({ method, path }) => `${method} ${path}`));
  const own = new Set(["/openapi.json", "/docs", "/docs/oauth2-redirect", "/redoc"]);
  for (const { path, methods } of routes)
    for (const method of methods ?? [])
      if (method !== "HEAD" && !own.has(path) && !ready.has(`${method} ${path}`))
        found.push({ method, path, summary: "", parameters: inPath(path), body: undefined });
  return found;
}

/**
 * @param {any} openapi
 * @param {string} path
 * @param {string} method
 * @param {any} item
 * @returns {Operation}
 */
function operation(openapi, path, method, item) {
  const { summary = "", parameters = [], requestBody } = item[method];
  const described = [...(item.parameters ?? []), ...parameters].map((each) => resolve(openapi, each));
  return {
    method: method.toUpperCase(),
    path,
    summary,
    parameters: described.map((each) => parameter(openapi, each)),
    body: requestBody && body(openapi, resolve(openapi, requestBody)),
  };
}

/**
 * The parameters in a path that nothing describes.
 * @param {string} path
 * @returns {Parameter[]}
 */
function inPath(path) {
  return [...path.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => ({
    name, place: "path", required: true, value: "1", description: "",
  }));
}

/**
 * @param {any} openapi
 * @param {any} source
 * @returns {Parameter}
 */
function parameter(openapi, { name, in: place, required = false, schema = {}, description = "", ...more }) {
  const given = firstExample(more) ?? (required ? example(schema, openapi) : offered(openapi, schema));
  return { name, place, required, description, value: asText(given) };
}

/**
 * What a schema itself offers; nothing is invented for what may be left out.
 * @param {any} openapi
 * @param {Schema} schema
 */
function offered(openapi, schema) {
  const { default: usual, ...more } = resolve(openapi, schema);
  return firstExample(more) ?? usual ?? undefined;
}

/**
 * @param {any} openapi
 * @param {any} source
 * @returns {Body | undefined}
 */
function body(openapi, { content = {}, required = false }) {
  const type = "application/json" in content ? "application/json" : Object.keys(content)[0];
  if (!type) return undefined;
  const { schema = {}, ...more } = content[type];
  const value = firstExample(more) ?? example(schema, openapi);
  return { type, required, value: encode(type, value) };
}

/** The boundary of a form with files. */
const BOUNDARY = "example-boundary";

/**
 * @param {string} type
 * @param {any} value
 * @returns {string}
 */
function encode(type, value) {
  if (type.includes("json")) return JSON.stringify(value, null, 2);
  const fields = Object.entries(typeof value === "object" ? value ?? {} : {});
  if (type === "application/x-www-form-urlencoded")
    return new URLSearchParams(fields.map(([name, field]) => [name, asText(field)])).toString();
  if (type === "multipart/form-data")
    return fields
      .map(([name, field]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${asText(field)}\r\n`)
      .join("") + `--${BOUNDARY}--\r\n`;
  return asText(value);
}

/**
 * The header that announces a body.
 * @param {string} type
 */
export function contentType(type) {
  return type === "multipart/form-data" ? `${type}; boundary=${BOUNDARY}` : type;
}

/** @param {any} value */
function asText(value) {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** @param {any} source an object that may carry `example` or `examples` */
function firstExample({ example: one, examples }) {
  if (one !== undefined) return one;
  const [first] = Array.isArray(examples) ? examples : Object.values(examples ?? {});
  return Array.isArray(examples) ? first : first?.value;
}

/**
 * @param {any} openapi
 * @param {any} value
 * @returns {any} what a `$ref` points at
 */
function resolve(openapi, value) {
  const path = value?.$ref?.split("/").slice(1) ?? [];
  return path.length ? path.reduce((/** @type {any} */ at, /** @type {string} */ key) => at?.[key], openapi) ?? {} : value;
}

/**
 * A value that fits a schema: its own example where it has one, else the smallest.
 * @param {Schema} source
 * @param {any} openapi the document that references point into
 * @param {number} [depth]
 * @returns {any}
 */
export function example(source, openapi, depth = 0) {
  const schema = resolve(openapi, source) ?? {};
  const own = firstExample(schema) ?? schema.default ?? schema.const ?? schema.enum?.[0];
  if (own !== undefined && own !== null) return own;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return example(choices.find((/** @type {Schema} */ one) => one.type !== "null") ?? {}, openapi, depth);
  if (schema.allOf) return merged(schema.allOf, openapi, depth);
  const type = Array.isArray(schema.type) ? schema.type.find((/** @type {string} */ one) => one !== "null") : schema.type;
  if (type === "object" || schema.properties) return object(schema, openapi, depth);
  if (type === "array")
    return depth < DEEPEST ? [example(schema.items ?? schema.prefixItems?.[0] ?? {}, openapi, depth + 1)] : [];
  if (type === "integer" || type === "number") return number(schema, type === "integer");
  if (type === "boolean") return true;
  return type === "null" ? null : string(schema);
}

/**
 * @param {Schema[]} parts
 * @param {any} openapi
 * @param {number} depth
 */
function merged(parts, openapi, depth) {
  const values = parts.map((part) => example(part, openapi, depth));
  return values.every((value) => typeof value === "object") ? Object.assign({}, ...values) : values[0];
}

/**
 * Fields that may be left out are, unless they come with a value.
 * @param {Schema} schema
 * @param {any} openapi
 * @param {number} depth
 */
function object(schema, openapi, depth) {
  if (depth >= DEEPEST) return {};
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name, each]) => schema.required?.includes(name) || (offered(openapi, each) ?? null) !== null,
  );
  return Object.fromEntries(fields.map(([name, each]) => [name, example(each, openapi, depth + 1)]));
}

/**
 * @param {Schema} schema
 * @param {boolean} whole
 */
function number({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }, whole) {
  const step = multipleOf ?? 1;
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + (whole ? step : step / 2));
  const most = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - (whole ? step : step / 2));
  const wanted = Math.min(Math.max(step, least ?? step), most ?? Infinity);
  return multipleOf ? Math.ceil(wanted / step) * step : wanted;
}

/** @param {Schema} schema */
function string({ format, minLength = 0, maxLength, pattern, title }) {
  if (format && format in FORMATS) return FORMATS[format];
  if (format === "uri") return new URL("/", location.href).href;
  const word = pattern ? "" : (title ?? "text").toLowerCase();
  return word.padEnd(minLength, "x").slice(0, maxLength ?? undefined);
}
