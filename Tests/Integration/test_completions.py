# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The completions in real shells."""

import shutil
import unittest

from support import Scratch

MODEL = """\
model "Shop" { version: "1" }
external buyer "Buyer"
boundary site "Site" { process shop "Shop" }
flow order: buyer -> shop "Orders" { crosses: site }
view outside "Outside" { include: buyer, shop }
view inside "Inside" { include: shop }
"""

BASH = r"""
source completions
offers() {
  COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
  read -ra COMP_WORDS <<<"$1"
  if [[ $1 == *' ' ]]; then COMP_WORDS+=(''); fi
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _tm tm "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  printf '%s\n' "${COMPREPLY[@]}"
}
"""


class Completions(Scratch):
    def setUp(self):
        super().setUp()
        self.work = self.folder / "work"
        self.work.mkdir()
        (self.work / "shop.tm").write_text(MODEL, encoding="utf-8")
        (self.work / "part.tm").write_text("", encoding="utf-8")
        (self.work / "sbom.json").write_text("{}", encoding="utf-8")
        (self.work / "notes.txt").write_text("", encoding="utf-8")
        (self.work / "folder").mkdir()

    def script(self, shell):
        text = self.run_in(self.work, "tm", "--generate-completion-script", shell)
        (self.work / "completions").write_text(text, encoding="utf-8")

    # What is typed, and what is offered.
    CASES = [
        ("tm li", {"lint"}),
        ("tm lint --fail-on ", {"note", "warning", "error"}),
        ("tm lint ", {"shop.tm", "part.tm", "folder"}),
        ("tm lint --sbom ", {"sbom.json", "folder"}),
        ("tm render --view ", {"inside", "outside"}),
        ("tm render shop.tm --view o", {"outside"}),
        ("tm explain missing-cr", {"missing-crossing"}),
        ("tm threats --explain order.t", {"order.tampering"}),
    ]

    def test_bash(self):
        self.script("bash")
        for line, expected in self.CASES:
            with self.subTest(line):
                offered = self.run_in(self.work, "bash", "-c", f"{BASH}\noffers '{line}'").split()
                self.assertEqual({one.rstrip("/") for one in offered if not one.startswith("-")}, expected)

    # Fish knows where the cursor is only in a terminal; it filters what it is offered itself.
    FISH = "source completions\nfunction __tm_tokens; test \"$argv\" = -tC; and echo 0; or commandline -o $argv; end\n"

    @unittest.skipUnless(shutil.which("fish"), "fish is not here")
    def test_fish(self):
        self.script("fish")
        for line, expected in self.CASES:
            with self.subTest(line):
                offered = self.run_in(
                    self.work, "fish", "--no-config", "-c", f"{self.FISH}complete --do-complete '{line}'")
                names = {one.split("\t")[0].rstrip("/") for one in offered.splitlines()}
                self.assertEqual({one for one in names if not one.startswith("-")}, expected)

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not here")
    def test_zsh(self):
        self.script("zsh")
        functions = self.folder / "functions"
        functions.mkdir()
        (self.work / "completions").rename(functions / "_tm")
        for line, expected in self.CASES:
            with self.subTest(line):
                offered = self.run_in(self.work, "zsh", "-f", "-c", ZSH, "zsh", line, str(self.folder / "dump"))
                names = {one.strip().rstrip("/") for one in offered.replace("\r", "").splitlines()}
                self.assertEqual({one for one in names if one and not one.startswith("-")}, expected)

    def test_a_broken_model_offers_nothing_and_says_nothing(self):
        (self.work / "shop.tm").write_text('model "Shop" {', encoding="utf-8")
        self.script("bash")
        self.assertEqual(self.run_in(self.work, "bash", "-c", f"{BASH}\noffers 'tm render --view ' 2>&1").strip(), "")


# Completion exists in the editor of zsh only: it runs in a terminal of its own, and prints what it would offer.
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "cd '$PWD'; PROMPT= RPROMPT= ; stty -echo; fpath=('${2:h}/functions' \$fpath); autoload -Uz compinit; compinit -u -d '$2'"
zpty -w shell 'compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return $?; fi
  typeset -a hits; builtin compadd -A hits "$@"
  local hit; for hit in $hits; do print -r -- "<<<$hit>>>"; done
  builtin compadd "$@"
}
bindkey "^I" complete-word; zstyle ":completion:*" list-grouped false; zstyle ":completion:*" insert-tab false
finish() { print "<<<END>>>" }; zle -N finish; bindkey "^X" finish; print "<<<READY>>>"'
while zpty -r shell line; do [[ $line == *READY* && $line != *print* ]] && break; done
zpty -n -w shell "$1"$'\t'$'\x18'
text=
while zpty -r shell line; do
  text+=$line
  [[ $line == *'<<<END>>>'* ]] && break
done
zpty -d shell
for match in ${(f)"$(print -r -- "$text" | grep -o '<<<[^>]*>>>' | sort -u)"}; do
  match=${${match#<<<}%>>>}
  [[ $match == END ]] || print -r -- "$match"
done
"""


if __name__ == "__main__":
    unittest.main()
