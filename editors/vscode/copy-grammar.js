// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Puts the grammar and the licence into the package: in the repository they are in one place only.

"use strict";

const fs = require("node:fs");
const path = require("node:path");

const top = path.join(__dirname, "..", "..");
fs.mkdirSync(path.join(__dirname, "syntaxes"), { recursive: true });
fs.copyFileSync(path.join(top, "grammar/textmate/tm.tmLanguage.json"), path.join(__dirname, "syntaxes/tm.tmLanguage.json"));
fs.copyFileSync(path.join(top, "LICENSE"), path.join(__dirname, "LICENSE"));
