const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const command = workspace.getConfiguration("galley").get("path");
  client = new LanguageClient(
    "galley",
    "Galley",
    { command, args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", pattern: "**/clients/**/*.{md,yaml}" },
        { scheme: "file", pattern: "**/styles/**/*.{yaml,yml}" },
        { scheme: "file", pattern: "**/galley.yaml" },
      ],
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
