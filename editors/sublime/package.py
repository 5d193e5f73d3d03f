# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the package for Sublime Text: the grammar as the property list that it reads, and the settings.

    package.py FOLDER     FOLDER is created, such as `~/.config/sublime-text/Packages/Drawbridge`
"""

import json
import pathlib
import plistlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    grammar = json.loads((HERE.parents[1] / "grammar/textmate/tm.tmLanguage.json").read_text(encoding="utf-8"))
    del grammar["$schema"]
    (folder / "Drawbridge.tmLanguage").write_bytes(plistlib.dumps(grammar, sort_keys=False))
    for name in ("Drawbridge.sublime-settings", "Comments.tmPreferences", "LSP.sublime-settings.example"):
        shutil.copyfile(HERE / name, folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
