# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""Runs axe-core, which checks pages for accessibility, on a report: wide and narrow, light and dark."""

import importlib.util
import pathlib

from page import Page, problems

SIZES = [(1440, 900), (390, 844)]


def source():
    """The text of axe-core, from the package that carries it."""
    folder = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    return next(folder.rglob("axe.min.js")).read_text(encoding="utf-8")


def check(path, text):
    """Adds each violation to the problems; returns how many rules passed."""
    passed = 0
    for width, height in SIZES:
        with Page(path, width=width, height=height) as page:
            # Nothing is to be left out because it is not on the screen.
            page.command("Page.setBypassCSP", {"enabled": True})
            page.open(path)
            for theme in ["light", "dark"]:
                page.command(
                    "Emulation.setEmulatedMedia",
                    {"features": [{"name": "prefers-color-scheme", "value": theme}]},
                )
                page.run(text)
                page.driver.set_script_timeout(540)
                answer = page.driver.execute_async_script(
                    """
                    const done = arguments[arguments.length - 1];
                    axe.run(document, { resultTypes: ['violations'] }).then(
                      ({ violations, passes }) => done({ passes: passes.length, violations: violations.map(
                        ({ id, impact, help, nodes }) => ({ id, impact, help, count: nodes.length,
                          first: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
                          why: nodes[0].failureSummary.slice(0, 300) })) }),
                      (error) => done({ passes: 0, violations: [{ id: 'axe', impact: '', help: String(error), count: 1, first: [], why: '' }] }));
                    """
                )
                passed += answer["passes"]
                for found in answer["violations"]:
                    problems.append(
                        f"{pathlib.Path(path).name} at {width} pixels, {theme}: {found['id']} ({found['impact']}), "
                        f"{found['count']} times: {found['help']}: {found['first']}: {found['why']}"
                    )
    if passed < 40:
        problems.append(f"{pathlib.Path(path).name}: axe-core looked at next to nothing")
    return passed
