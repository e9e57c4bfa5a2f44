// Runs an extension as VS Code does, but beside a stand-in for the editor: opens a draft and prints its diagnostics.
// node vscode.js EXTENSION.js DRAFT COMMAND
const fs = require("fs");
const Module = require("module");
const path = require("path");
const { pathToFileURL } = require("url");

const PATIENCE = 20000; // milliseconds
const [extension, draft, command] = process.argv.slice(2);
const nothing = { dispose() {} };
let arrived;
const diagnostics = new Promise((resolve) => (arrived = resolve));

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(a, b, c, d) {
    [this.start, this.end] = a instanceof Position ? [a, b] : [new Position(a, b), new Position(c, d)];
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}
class Uri {
  constructor(text) {
    this.text = text;
  }
  static parse(text) {
    return new Uri(text);
  }
  get scheme() {
    return this.text.split(":")[0];
  }
  toString() {
    return this.text;
  }
}
class EventEmitter {
  listeners = new Set();
  event = (listener) => {
    this.listeners.add(listener);
    return nothing;
  };
  fire(value) {
    this.listeners.forEach((listener) => listener(value));
  }
  dispose() {}
}
class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => nothing };
  cancel() {}
  dispose() {}
}
class TabInputText {
  constructor(uri) {
    this.uri = uri;
  }
}

// What the client asks of VS Code beside the parts below: an event that never comes, or a class that does nothing.
function anything(name) {
  const target = /^on[A-Z]/.test(name) ? () => nothing : function () {};
  return new Proxy(target, {
    get: (found, key) => (key in found || key === "then" || typeof key === "symbol" ? found[key] : anything(key)),
    apply: (found, self, values) => (/^on[A-Z]/.test(name) ? nothing : anything("result")),
    construct: () => anything("made"),
  });
}
function like(parts) {
  return new Proxy(parts, {
    get: (found, key) => (key in found || typeof key === "symbol" ? found[key] : anything(key)),
  });
}

const opened = {
  uri: new Uri(pathToFileURL(draft).href),
  languageId: "markdown",
  version: 1,
  isClosed: false,
  getText: () => fs.readFileSync(draft, "utf-8"),
};
const settings = { command, store: "", inlayHints: false };
const shown = like({
  set(uri, found) {
    for (const { range, message } of found ?? []) {
      console.log(`${range.start.line}:${range.start.character}-${range.end.character} ${message}`);
    }
    if (found?.length) arrived();
  },
  has: () => false,
});
const vscode = like({
  version: "1.99.0",
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  Position,
  Range,
  Diagnostic,
  Uri,
  EventEmitter,
  CancellationTokenSource,
  TabInputText,
  env: like({ appName: "a stand-in", language: "en" }),
  languages: like({
    createDiagnosticCollection: () => shown,
    match: (selector, document) => Number([selector].flat().some((one) => one.language === document.languageId)),
  }),
  workspace: like({
    textDocuments: [opened],
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
  }),
  window: like({
    activeTextEditor: { document: opened },
    visibleTextEditors: [{ document: opened }],
    tabGroups: like({ all: [{ tabs: [{ input: new TabInputText(opened.uri) }] }] }),
  }),
});

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
setTimeout(() => process.exit(3), PATIENCE).unref();

(async () => {
  const entry = require(path.resolve(extension));
  await entry.activate();
  await diagnostics;
  await entry.deactivate();
  process.exit(0);
})();
