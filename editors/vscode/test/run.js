// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Runs the extension under node with a stub of the editor, and the real server behind a client of a few lines.
//
//     node run.js TM FILE
//
// Prints what the editor was asked to show, a line each.

"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [program, file] = process.argv.slice(2);
const shown = (text) => console.log(text);
const handlers = new Map();
let onDiagnostics;
const diagnosed = new Promise((resolve) => (onDiagnostics = resolve));
let settings = { path: program };
let onConfiguration;
let input = "missing-crossing";

const text = fs.readFileSync(file, "utf8");
const document = {
  languageId: "drawbridge",
  uri: { toString: () => pathToFileURL(file).href },
};

const vscode = {
  ViewColumn: { Beside: -2 },
  commands: {
    registerCommand(name, run) {
      handlers.set(name, run);
      return { dispose: () => handlers.delete(name) };
    },
    executeCommand: async (name, ...values) => shown(`command: ${name} ${values.join(" ")}`),
  },
  workspace: {
    getConfiguration: () => ({ get: (name) => settings[name] }),
    onDidChangeConfiguration(run) {
      onConfiguration = run;
      return { dispose() {} };
    },
    openTextDocument: async (content) => content,
  },
  window: {
    activeTextEditor: { document, selection: { active: { line: 0, character: 0 } } },
    createWebviewPanel(kind, title, column, options) {
      const webview = {
        set html(page) {
          const picture = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(page);
          const svg = Buffer.from(picture[1], "base64").toString("utf8");
          shown(`panel: ${title}, scripts ${options.enableScripts}, ${svg.slice(0, 4)}…${svg.trim().slice(-6)}`);
        },
      };
      return { webview };
    },
    showErrorMessage: async (message, ...choices) => {
      shown(`error: ${message.replaceAll(program, "TM")}`);
      return choices[0];
    },
    showInputBox: async () => input,
    showTextDocument: async (content) => shown(`page: ${content.language}, ${content.content.split("\n")[0]}`),
  },
};

/** The part of vscode-languageclient that the extension uses. */
class LanguageClient {
  constructor(id, name, options, client) {
    this.options = options.run;
    this.selector = client.documentSelector;
    this.waiting = new Map();
    this.number = 0;
  }

  async start() {
    this.server = spawn(this.options.command, this.options.args, { stdio: ["pipe", "pipe", "inherit"] });
    let bytes = Buffer.alloc(0);
    this.server.stdout.on("data", (more) => {
      bytes = Buffer.concat([bytes, more]);
      for (;;) {
        const end = bytes.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/Content-Length: *(\d+)/i.exec(bytes.toString("latin1", 0, end))[1]);
        if (bytes.length < end + 4 + length) return;
        this.receive(JSON.parse(bytes.toString("utf8", end + 4, end + 4 + length)));
        bytes = bytes.subarray(end + 4 + length);
      }
    });
    await new Promise((resolve, reject) => {
      this.server.once("spawn", resolve);
      this.server.once("error", reject);
    });
    this.ended = new Promise((resolve) => this.server.once("exit", resolve));
    const root = pathToFileURL(path.dirname(file)).href;
    await this.sendRequest("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "test" }],
      capabilities: {},
    });
    this.send({ method: "initialized", params: {} });
    this.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri: document.uri.toString(), languageId: "drawbridge", version: 1, text } },
    });
    shown(`started: ${this.options.args.join(" ")} for ${this.selector.map((one) => `${one.scheme}:${one.language}`)}`);
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.server.stdin.write(body);
  }

  sendRequest(method, params) {
    const id = ++this.number;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  receive(message) {
    if (message.method === "textDocument/publishDiagnostics") {
      for (const one of message.params.diagnostics) shown(`diagnostic: ${one.code}`);
      onDiagnostics();
    }
    const waiting = message.method === undefined && this.waiting.get(message.id);
    if (!waiting) return;
    this.waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  async stop() {
    await this.sendRequest("shutdown");
    this.send({ method: "exit" });
    shown(`stopped: ${await this.ended}`);
  }
}

const stubs = { vscode, "vscode-languageclient/node": { LanguageClient, TransportKind: { stdio: 0 } } };
const load = Module._load;
Module._load = (name, ...rest) => stubs[name] || load(name, ...rest);

async function main() {
  const extension = require("../extension.js");
  const manifest = require("../package.json");
  const context = { subscriptions: [] };
  await extension.activate(context);
  const commands = manifest.contributes.commands.map((one) => one.command);
  shown(`commands: ${commands.length === handlers.size && commands.every((one) => handlers.has(one)) ? "as declared" : "others"}`);
  await diagnosed;
  await handlers.get("drawbridge.showDiagram")();
  await handlers.get("drawbridge.explain")();
  input = "no-such-name";
  await handlers.get("drawbridge.explain")();
  vscode.window.activeTextEditor = undefined;
  await handlers.get("drawbridge.showDiagram")();
  settings = { path: `${program}-that-is-not-there` };
  await onConfiguration({ affectsConfiguration: (name) => name === "drawbridge.path" });
  await handlers.get("drawbridge.explain")();
  settings = { path: program };
  await handlers.get("drawbridge.restart")();
  await extension.deactivate();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
