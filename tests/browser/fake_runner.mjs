// Takes the place of runner.mjs: tests see what the page asks for in `runs`, and answer for Python.

/** What a first click would load, and why programs run only locally. Tests may change them. */
globalThis.fake = { bytes: 6_300_000, available: true, reasons: {}, failing: "", sources: {} };
globalThis.runs = [];
globalThis.requests = [];

export async function runtimeAvailable() {
  return fake.available;
}

export async function reasonAgainst(program) {
  return fake.reasons[program] ?? "";
}

export async function sourceOf(program) {
  if (fake.failing === "source") throw new TypeError("Failed to fetch");
  return fake.sources[program] ?? `# ${program}\nfrom time import sleep  # (1)!\n\nprint("whole", 5)\n`;
}

export async function sizeOf() {
  return { bytes: fake.bytes, packages: ["Python", "FastAPI"] };
}

export function run(program, { source, onProgress, onOutput }) {
  runs.at(-1)?.end({ outcome: "stopped" });
  const made = { program, source, stops: 0, load: onProgress, print: onOutput };
  made.done = new Promise((resolve) => (made.end = resolve));
  runs.push(made);
  return {
    done: made.done,
    stop() {
      made.stops += 1;
      made.end({ outcome: "stopped" });
    },
  };
}

export function request(wanted) {
  return new Promise((resolve, reject) => requests.push({ ...wanted, resolve, reject }));
}

export async function check() {
  return { tests: [], output: "" };
}


export async function version() {
  return "Python 3.14, FastAPI 0.165.0";
}
