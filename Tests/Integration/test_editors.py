# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The configurations under `editors`, in the editors themselves where they are here, with the program as it was built."""

import json
import plistlib
import shutil
import subprocess
import sys
import tomllib
import unittest

from support import TM, TOP, Scratch

EDITORS = TOP / "editors"
HAS_EGLOT = "(progn (package-initialize) (kill-emacs (if (require 'eglot nil t) 0 1)))"


def has_eglot():
    return bool(shutil.which("emacs")) and not subprocess.run(
        ["emacs", "--batch", "-l", "package", "--eval", HAS_EGLOT], capture_output=True, check=False).returncode


class Editors(Scratch):
    """A starter model whose flow `keep-visits` misses a crossing."""

    def setUp(self):
        super().setUp()
        self.work = self.folder / "work"
        self.work.mkdir()
        self.run_in(self.work, "tm", "init")
        self.model = self.work / "model.tm"
        self.drop_crossing(self.model)

    @unittest.skipUnless(shutil.which("node"), "node is not here")
    def test_visual_studio_code(self):
        shown = self.run_in(self.work, "node", str(EDITORS / "vscode/test/run.js"), str(TM), str(self.model)).splitlines()
        self.assertIn("diagnostic: missing-crossing", shown)
        self.assertEqual(
            [line for line in shown if not line.startswith("diagnostic: ")],
            [
                "started: lsp for file:drawbridge,untitled:drawbridge",
                "commands: as declared",
                "panel: Diagram, scripts false, <svg…</svg>",
                "page: markdown, # missing-crossing",
                "error: Drawbridge: there is no page of that name",
                "error: Drawbridge: open a .tm file first.",
                "stopped: 0",
                "error: Drawbridge: `TM-that-is-not-there lsp` did not start: spawn TM-that-is-not-there ENOENT. "
                "Install the program, or set its path.",
                "command: workbench.action.openSettings drawbridge.path",
                "error: Drawbridge: the language server does not run.",
                "started: lsp for file:drawbridge,untitled:drawbridge",
                "stopped: 0",
            ])

    @unittest.skipUnless(shutil.which("node"), "node is not here")
    def test_the_package_for_visual_studio_code_has_all_that_its_manifest_names(self):
        top = self.folder / "copy"
        for part in ("editors/vscode", "grammar/textmate"):
            shutil.copytree(TOP / part, top / part, ignore=shutil.ignore_patterns("node_modules", "syntaxes"))
        shutil.copy(TOP / "LICENSE", top)
        folder = top / "editors/vscode"
        self.run_in(folder, "node", "copy-grammar.js")
        manifest = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["scripts"]["vscode:prepublish"], "node copy-grammar.js")
        named = [manifest["main"]]
        named += [one["configuration"] for one in manifest["contributes"]["languages"]]
        named += [one["path"] for one in manifest["contributes"]["grammars"]]
        for path in named:
            self.assertTrue((folder / path).is_file(), path)
        grammar = json.loads((folder / "syntaxes/tm.tmLanguage.json").read_text(encoding="utf-8"))
        self.assertEqual(grammar["scopeName"], manifest["contributes"]["grammars"][0]["scopeName"])
        self.assertFalse((EDITORS / "vscode/syntaxes/tm.tmLanguage.json").is_symlink())

    @unittest.skipUnless(shutil.which("nvim"), "nvim is not here")
    def test_neovim(self):
        script = self.folder / "script.lua"
        script.write_text(NEOVIM.replace("FOLDER", str(EDITORS / "neovim")).replace("MODEL", str(self.model)), encoding="utf-8")
        run = subprocess.run(
            ["nvim", "--headless", "-u", "NONE", "-c", f"luafile {script}"], env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=120, check=True)
        shown = (run.stdout + run.stderr).replace("\r", "").splitlines()
        self.assertEqual(
            [line for line in shown if line],
            ["tm // %s", "93 flow `keep-visits` crosses `database-net` without declaring it", "diagram true", "windows 2"])

    @unittest.skipUnless(has_eglot(), "emacs with eglot is not here")
    def test_emacs(self):
        script = self.folder / "script.el"
        script.write_text(EMACS.replace("FOLDER", str(EDITORS / "emacs")).replace("MODEL", str(self.model)), encoding="utf-8")
        run = subprocess.run(
            ["emacs", "--batch", "-l", "package", "--eval", "(package-initialize)", "-l", str(script)], env=self.environment,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=True)
        shown = [line[5:] for line in (run.stdout + run.stderr).splitlines() if line.startswith("tm > ")]
        self.assertEqual(
            shown,
            [
                "tm-mode", "font-lock-keyword-face font-lock-type-face", "indented as it was",
                "missing-crossing", "diagram", "# missing-crossing",
            ])

    @unittest.skipUnless(shutil.which("emacs"), "emacs is not here")
    def test_the_mode_for_emacs_compiles_without_a_warning(self):
        shutil.copy(EDITORS / "emacs/tm-mode.el", self.work)
        run = subprocess.run(
            ["emacs", "-Q", "--batch", "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", "tm-mode.el"],
            cwd=self.work, env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)

    @unittest.skipUnless(shutil.which("kate-syntax-highlighter"), "Kate's highlighter is not here")
    def test_kate(self):
        share = self.folder / "share/org.kde.syntax-highlighting/syntax"
        share.mkdir(parents=True)
        shutil.copy(EDITORS / "kate/drawbridge.xml", share)
        html = self.run_in(
            self.work, "kate-syntax-highlighter", "-s", "Drawbridge", str(self.model),
            XDG_DATA_HOME=str(self.folder / "share"), QT_QPA_PLATFORM="offscreen")
        for styled in (
            r'<span style="font-weight:bold;">asset</span>', r'<span style="color:#898887;">// What is worth protecting.</span>',
            r'>&quot;Clinic appointments&quot;</span>',
        ):
            self.assertIn(styled, html)

    def test_sublime_text(self):
        self.run_in(self.work, sys.executable, str(EDITORS / "sublime/package.py"), "package")
        grammar = plistlib.loads((self.work / "package/Drawbridge.tmLanguage").read_bytes())
        self.assertEqual(grammar["scopeName"], "source.tm")
        source = json.loads((TOP / "grammar/textmate/tm.tmLanguage.json").read_text(encoding="utf-8"))
        self.assertEqual(grammar["repository"], source["repository"])
        client = json.loads((self.work / "package/LSP.sublime-settings.example").read_text(encoding="utf-8"))
        self.assertEqual(client["clients"]["drawbridge"]["command"], ["tm", "lsp"])

    def test_helix_zed_and_kate_start_the_server(self):
        helix = tomllib.loads((EDITORS / "helix/languages.toml").read_text(encoding="utf-8"))
        self.assertEqual(helix["language-server"]["tm"], {"command": "tm", "args": ["lsp"]})
        self.assertEqual(helix["language"][0]["language-servers"], ["tm"])
        self.assertTrue((TOP / helix["grammar"][0]["source"]["subpath"]).is_dir())
        zed = tomllib.loads((EDITORS / "zed/extension.toml").read_text(encoding="utf-8"))
        language = tomllib.loads((EDITORS / "zed/languages/tm/config.toml").read_text(encoding="utf-8"))
        self.assertEqual(zed["language_servers"]["tm"]["languages"], [language["name"]])
        self.assertTrue((TOP / zed["grammars"][language["grammar"]]["path"]).is_dir())
        kate = json.loads((EDITORS / "kate/settings.json").read_text(encoding="utf-8"))
        self.assertEqual(kate["servers"]["drawbridge"]["command"], ["tm", "lsp"])


NEOVIM = r"""
vim.o.runtimepath = "FOLDER," .. vim.o.runtimepath
vim.cmd("filetype plugin on")
local opened
require("drawbridge").open = function(path) opened = path end
vim.cmd("edit MODEL")
print(vim.bo.filetype, vim.bo.commentstring)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do print("\n" .. one.lnum + 1, one.message) end
vim.cmd("TmDiagram")
vim.wait(60000, function() return opened ~= nil end, 50)
print("\ndiagram", opened ~= nil and vim.fn.readfile(opened)[1]:find("<svg") ~= nil)
vim.cmd("TmExplain missing-crossing")
vim.wait(60000, function() return #vim.api.nvim_list_wins() > 1 end, 50)
print("\nwindows", #vim.api.nvim_list_wins())
vim.cmd("qa!")
"""

EMACS = r"""
(add-to-list 'load-path "FOLDER")
(require 'tm-mode)
(require 'eglot)
(defun say (text &rest values) (princ (concat "tm > " (apply #'format text values) "\n")))
(find-file "MODEL")
(say "%s" major-mode)
(font-lock-ensure)
(search-forward "asset app")
(say "%s %s" (get-text-property (- (point) 6) 'face) (get-text-property (1- (point)) 'face))
(let ((before (buffer-string)))
  (indent-region (point-min) (point-max))
  (say (if (string= before (buffer-string)) "indented as it was" "indented otherwise")))
(set-buffer-modified-p nil)
(let ((eglot-sync-connect 60)) (apply #'eglot (eglot--guess-contact)))
(let ((turns 600))
  (while (and (> turns 0) (null (flymake-diagnostics))) (accept-process-output nil 0.1) (setq turns (1- turns))))
(dolist (one (flymake-diagnostics))
  (say "%s" (if (string-match "\\[\\([a-z-]+\\)\\]" (flymake-diagnostic-text one)) (match-string 1 (flymake-diagnostic-text one)) "?")))
(tm-show-diagram)
(say "%s" (with-current-buffer "*tm diagram*" (if (string-match "<svg" (buffer-string)) "diagram" "no diagram")))
(tm-explain "missing-crossing")
(say "%s" (with-current-buffer "*tm explain*" (buffer-substring (point-min) (line-end-position))))
"""


if __name__ == "__main__":
    unittest.main()
