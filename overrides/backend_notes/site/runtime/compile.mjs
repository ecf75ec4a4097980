// Compile a zip of Python modules with the Python that will run them: Pyodide, here in Node.
// node compile.mjs <folder of pyodide> <folder> <name of the zip to write> <folder in tracebacks>

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , pyodideFolder, folder, name, label] = process.argv;
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`).href);
const pyodide = await loadPyodide({
  indexURL: `${pyodideFolder}/`,
  env: { PYTHONHASHSEED: "0", HOME: "/" },
});
pyodide.mountNodeFS("/archive", folder);
pyodide.runPython(readFileSync(new URL("compile_archive.py", import.meta.url), "utf8"));
pyodide.globals.get("compile_archive")("/archive/source.zip", `/archive/${name}`, label);
