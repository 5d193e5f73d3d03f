# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""Opens reports in Chromium and says what is wrong with them, one line each.

    check.py use FILE       clicks, filters, keys, history, links
    check.py plain FILE…    without the script: everything is there to read
    check.py print FILE     as PDF: page numbers, and every threat of the register
    check.py hostile FILE…  texts of strangers do nothing
    check.py axe FILE…      axe-core finds nothing: wide and narrow, light and dark
    check.py speed FILE     figures only: load event, and how long a change of the filter takes
"""

import json
import sys

import axe
from page import Page, problems


def use(path):
    with Page(path) as page:
        page.check_structure()
        page.check_parts()
        page.check_history()
        page.check_menus()
        page.check_search()
        page.check_marks()
        page.check_rows()
        page.check_views()
        page.check_numbers()
        page.check_flow_numbers()
        page.check_trace()
        page.check_contents()
        page.check_themes()
        page.check_quiet()
    for width in (1400, 1280):
        with Page(path, width=width) as page:
            page.check_tables()
    with Page(path, width=768, height=1024) as page:
        page.check_columns()
    with Page(path, width=390, height=844) as page:
        page.check_narrow()
        page.check_quiet()


def plain(paths):
    with Page(paths[0], script=False) as page:
        for path in paths:
            page.open(path)
            page.check_plain()


def paper(paths):
    with Page(paths[0]) as page:
        page.check_print()
    for path in paths:
        with Page(path) as page:
            page.check_sheet()


def hostile(paths):
    with Page(paths[0]) as page:
        for path in paths:
            page.open(path)
            page.check_harmless()
            page.check_quiet()


def accessible(paths):
    text = axe.source()
    for path in paths:
        axe.check(path, text)


def speed(path):
    with Page(path) as page:
        print(json.dumps(page.speed()))


COMMANDS = {
    "use": lambda files: use(files[0]),
    "plain": plain,
    "print": paper,
    "hostile": hostile,
    "axe": accessible,
    "speed": lambda files: speed(files[0]),
}

if __name__ == "__main__":
    command, *files = sys.argv[1:]
    COMMANDS[command](files)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
