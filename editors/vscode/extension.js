// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Starts `tm lsp` for `.tm` files and shows what it draws. Everything else is the server's.

"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const LANGUAGE = "drawbridge";

/** The client of the running server; undefined before the first start and after a failed one. */
let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("drawbridge.showDiagram", showDiagram),
    vscode.commands.registerCommand("drawbridge.explain", explain),
    vscode.commands.registerCommand("drawbridge.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("drawbridge.path")) return restart();
    }),
  );
  await start();
}

async function deactivate() {
  await stop();
}

async function start() {
  const command = vscode.workspace.getConfiguration("drawbridge").get("path") || "tm";
  const server = { command, args: ["lsp"], transport: TransportKind.stdio };
  const starting = new LanguageClient(
    "drawbridge",
    "Drawbridge",
    { run: server, debug: server },
    { documentSelector: [{ scheme: "file", language: LANGUAGE }, { scheme: "untitled", language: LANGUAGE }] },
  );
  try {
    await starting.start();
    client = starting;
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `Drawbridge: \`${command} lsp\` did not start: ${error.message}. Install the program, or set its path.`,
      "Open Settings",
    );
    if (choice) await vscode.commands.executeCommand("workbench.action.openSettings", "drawbridge.path");
  }
}

async function stop() {
  const stopping = client;
  client = undefined;
  if (stopping) await stopping.stop();
}

async function restart() {
  await stop();
  await start();
}

/** What the server answers to a command; undefined after an error, which is then shown. */
async function execute(command, ...parameters) {
  if (!client) {
    await vscode.window.showErrorMessage("Drawbridge: the language server does not run.");
    return undefined;
  }
  try {
    return await client.sendRequest("workspace/executeCommand", { command, arguments: parameters });
  } catch (error) {
    await vscode.window.showErrorMessage(`Drawbridge: ${error.message}`);
    return undefined;
  }
}

/** Shows the diagram of the view at the cursor, or else the whole model, beside the text. */
async function showDiagram() {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.languageId !== LANGUAGE) {
    await vscode.window.showErrorMessage("Drawbridge: open a .tm file first.");
    return;
  }
  const { line, character } = editor.selection.active;
  const answer = await execute("tm.showDiagram", editor.document.uri.toString(), { line, character });
  if (!answer) return;
  const panel = vscode.window.createWebviewPanel("drawbridge.diagram", "Diagram", vscode.ViewColumn.Beside, {
    enableScripts: false,
  });
  panel.webview.html = page(answer.svg);
}

/** Asks for a name and shows its page. */
async function explain() {
  const name = await vscode.window.showInputBox({
    prompt: "The name of a rule, a check, a threat or a word of the language",
    placeHolder: "missing-crossing",
  });
  if (!name) return;
  const text = await execute("tm.explain", name.trim());
  if (!text) return;
  const document = await vscode.workspace.openTextDocument({ content: text, language: "markdown" });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** A page around a picture. Titles in the picture are a stranger's: an image runs no script and follows no link. */
function page(svg) {
  const data = Buffer.from(svg, "utf8").toString("base64");
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>body { background: white; margin: 0 } img { max-width: 100% }</style></head>
<body><img alt="Data-flow diagram" src="data:image/svg+xml;base64,${data}"></body></html>`;
}

module.exports = { activate, deactivate };
