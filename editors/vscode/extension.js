// Starts `fact lsp` for drafts and for facts.json. All else is the server's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "latex", "git-commit"];

let client;

exports.activate = function () {
  const settings = workspace.getConfiguration("factcli");
  const store = settings.get("store");
  const server = {
    command: settings.get("command"),
    args: store ? ["lsp", "--store", store] : ["lsp"],
  };
  const documentSelector = [
    ...LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    { scheme: "file", pattern: "**/facts.json" },
  ];
  const initializationOptions = { inlayHints: settings.get("inlayHints") };
  client = new LanguageClient("factcli", "factcli", server, { documentSelector, initializationOptions });
  return client.start();
};

exports.deactivate = function () {
  return client?.stop();
};
