# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""A report in a headless Chromium, with what is to be true of it."""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

problems = []

# In the page: the rows of the register that a reader sees, and the whole number in a text.
HELP = """
window.shownRows = () => [...document.querySelectorAll('#table-threats tbody tr:not(.extra)')]
  .filter((row) => !row.classList.contains('out')).length;
window.numberIn = (text) => Number((text.match(/[0-9]+/) ?? ['-1'])[0]);
window.shownCount = () => numberIn(document.getElementById('ui-result').textContent);
window.click = (element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
window.data = JSON.parse(document.getElementById('ui-data').textContent);
window.partOf = (id) => document.getElementById(id);
"""


class Page:
    def __init__(self, path, width=1440, height=900, script=True):
        options = webdriver.ChromeOptions()
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        if browser:
            options.binary_location = browser
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.add_argument(f"--window-size={width},{height}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(shutil.which("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_script_timeout(60)
        # The browser says when a script took too long; whoever waits for it on a busy machine waits longer.
        self.driver.command_executor.client_config.timeout = 600
        self.command(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        if not script:
            self.command("Emulation.setScriptExecutionDisabled", {"value": True})
        self.has_script = script
        self.open(path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def open(self, path, anchor=""):
        self.path = path
        self.url = pathlib.Path(path).resolve().as_uri()
        self.driver.get("about:blank")
        self.driver.get(self.url + anchor)
        if self.has_script:
            self.run(HELP)

    def command(self, name, parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def expect(self, holds, problem):
        if not holds:
            problems.append(f"{pathlib.Path(self.path).name}: {problem}")
        return holds

    # ---- What is always true -----------------------------------------------------------------

    def check_structure(self):
        found = self.run("""
          const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
          const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
          const known = new Set(ids);
          const lost = [...document.querySelectorAll('a[href^="#"]')]
            .map((link) => link.getAttribute('href').slice(1)).filter((id) => !known.has(id));
          const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map((head) => Number(head.tagName[1]));
          const jumps = levels.filter((level, place) => place > 0 && level > levels[place - 1] + 1);
          const heads = [...document.querySelectorAll('th:not([scope])')].length;
          const styled = [...document.querySelectorAll('body [style]:not(svg)')].length;
          return { twice: twice.slice(0, 5), lost: [...new Set(lost)].slice(0, 5), jumps, heads,
            first: levels[0], ones: levels.filter((level) => level === 1).length, styled,
            names: [...document.querySelectorAll('button,input,summary')]
              .filter((element) => !(element.textContent.trim() || element.getAttribute('aria-label')
                || element.closest('label'))).length };
        """)
        self.expect(not found["twice"], f"ids stand twice: {found['twice']}")
        self.expect(not found["lost"], f"links lead nowhere: {found['lost']}")
        self.expect(found["first"] == 1 and found["ones"] == 1, "there is not one first heading")
        self.expect(not found["jumps"], "headings leave out a level")
        self.expect(found["heads"] == 0, "a table heading has no scope")
        self.expect(found["names"] == 0, "a control has no name")

    def check_quiet(self):
        """No message on the console, and no request but for the file."""
        for entry in self.driver.get_log("browser"):
            self.expect(False, f"console: {entry['message'][:200]}")
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] != "Network.requestWillBeSent":
                continue
            url = message["params"]["request"]["url"]
            isOwn = url.split("#")[0].startswith("file:") or url.startswith(("about:", "data:"))
            self.expect(isOwn, f"a request left the file: {url[:100]}")

    # ---- The diagram -------------------------------------------------------------------------

    def parts(self, kind):
        """Up to three parts of the picture on the stage: `element`, `flow` or `boundary`."""
        return self.run(
            """
            const own = data.pictures.find(([id]) => id === document.querySelector('#ui-place figure').dataset.picture);
            return Object.keys(own[3]).filter((id) => id.includes(`-${arguments[0]}-`)).slice(0, 3);
            """, kind)

    def check_parts(self):
        for kind in ["element", "flow", "boundary"]:
            ids = self.parts(kind)
            self.expect(ids, f"the diagram has no {kind} to select")
            for place, part in enumerate(ids):
                if place == 0:
                    self.run("click(partOf(arguments[0]))", part)
                else:
                    # The same with the keyboard.
                    self.run("partOf(arguments[0]).focus()", part)
                    self.press("Enter")
                self.check_selection(kind, part)
        self.press("Escape")
        self.expect(self.run("return document.getElementById('ui-panel').hidden"), "escape leaves the panel")
        self.expect(self.run("return shownCount() === data.threats.length"), "escape leaves the filter")

    def check_selection(self, kind, part):
        found = self.run(
            """
            const panel = document.getElementById('ui-panel');
            const own = data.pictures.find(([id]) => id === document.querySelector('#ui-place figure').dataset.picture);
            const paths = own[3][arguments[0]];
            const about = data.threats.filter(([facet]) => data.facets[facet][0].some((path) => paths.includes(path)));
            const entry = data.declarations[data.paths[paths[0]]];
            return { hidden: panel.hidden, title: panel.querySelector('h3')?.textContent, entry, several: paths.length > 1,
              kind: panel.querySelector('.kind')?.textContent ?? '', about: about.length, shown: shownRows(), count: shownCount(),
              chosen: partOf(arguments[0]).classList.contains('chosen'),
              heads: [...panel.querySelectorAll('h4')].map((head) => head.textContent) };
            """, part)
        name = f"selecting {part}"
        if not self.expect(not found["hidden"], f"{name} opens no panel"):
            return
        isLine = kind == "flow" and found["several"]
        self.expect(isLine or found["title"] == found["entry"]["title"], f"{name} shows {found['title']}")
        self.expect(isLine or found["kind"].startswith(found["entry"]["kind"]), f"{name} is said to be {found['kind']}")
        self.expect(found["chosen"], f"{name} marks nothing")
        self.expect(found["shown"] == found["about"] == found["count"],
                    f"{name}: {found['about']} threats, {found['shown']} rows, {found['count']} counted")
        for key, title in [("interfaces", "Interfaces"), ("assets", "Assets")]:
            wanted = key in found["entry"]
            self.expect(not wanted or any(head.startswith(title) for head in found["heads"]), f"{name} shows no {title}")

    def press(self, key):
        codes = {"Enter": 13, "Escape": 27, "ArrowDown": 40}
        for kind in ["keyDown", "keyUp"]:
            event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
            if key == "Enter":
                event["text"] = "\r"
            self.command("Input.dispatchKeyEvent", event)

    def check_history(self):
        first, second = self.parts("element")[:2]
        self.run("click(partOf(arguments[0]))", first)
        before = self.run("return [location.hash, document.querySelector('#ui-panel h3').textContent, shownCount()]")
        self.run("click(partOf(arguments[0]))", second)
        self.wait("history.back(); addEventListener('popstate', () => setTimeout(done, 50), { once: true })")
        after = self.run("return [location.hash, document.querySelector('#ui-panel h3').textContent, shownCount()]")
        self.expect(before == after, f"back leads to {after}, not to {before}")
        self.open(self.path, before[0])
        again = self.run("return [location.hash, document.querySelector('#ui-panel h3').textContent, shownCount()]")
        self.expect(before == again, f"the address leads to {again}, not to {before}")
        row = self.run("return data.threats.at(-1)[1]")
        self.open(self.path, f"#{row}?status=none-of-them")
        seen = self.run("const row = document.getElementById(arguments[0]); return row.checkVisibility() && row.classList.contains('here')", row)
        self.expect(seen, "a link to a threat does not show it")
        self.clear()

    def wait(self, script):
        self.driver.execute_async_script(f"const done = arguments[arguments.length - 1]; {script}")

    def clear(self):
        self.run("const all = document.getElementById('ui-all'); if (!all.hidden) all.click();")

    # ---- Filters -----------------------------------------------------------------------------

    def check_menus(self):
        menus = self.run("return [...document.querySelectorAll('.filters .menu')].map((menu) => menu.id)")
        self.expect("ui-menu-status" in menus and "ui-menu-category" in menus, f"the filters are {menus}")
        dims = 0
        for menu in menus:
            for place in range(self.run("return document.querySelectorAll(`#${arguments[0]} input`).length", menu)):
                found = self.run(
                    """
                    const label = document.querySelectorAll(`#${arguments[0]} label`)[arguments[1]];
                    const wanted = numberIn(label.querySelector('.count').textContent);
                    label.querySelector('input').click();
                    return [label.textContent, wanted, shownCount(), shownRows(), document.querySelectorAll('#ui-place .part.dim').length,
                      document.getElementById('ui-all').hidden, document.querySelectorAll('.chip').length];
                    """, menu, place)
                name, wanted, count, rows, dim, hidden, chips = found
                self.expect(wanted == count == rows, f"{menu} {name}: {count} counted, {rows} rows")
                self.expect(not hidden and chips == 1, f"{menu} {name}: nothing says that a filter is on")
                dims += dim
                self.clear()
        self.expect(dims > 0, "no filter dims the diagram")
        self.expect(self.run("return shownRows() === data.threats.length"), "show all does not show all")
        self.expect(self.run("return document.querySelectorAll('.dim').length") == 0, "show all leaves parts dim")
        # Two filters at once are fewer than either.
        both = self.run("""
          document.querySelector('#ui-menu-status input').click(); const one = shownCount();
          document.querySelector('#ui-menu-category input').click(); return [one, shownCount(), shownRows()];""")
        self.expect(both[1] <= both[0] and both[1] == both[2], f"two filters: {both}")
        self.clear()

    def check_search(self):
        self.wait("""const box = document.getElementById('ui-search'); box.focus(); box.value = 'TAMPERING';
          box.dispatchEvent(new Event('input')); setTimeout(done, 400)""")
        found = self.run("""
          const rows = [...document.querySelectorAll('#table-threats tbody tr:not(.extra, .out)')];
          const all = rows.every((row) => (row.textContent + (row.nextElementSibling?.textContent ?? '')).toLowerCase().includes('tampering'));
          return [rows.length, shownCount(), all, location.hash];""")
        self.expect(0 < found[0] == found[1] and found[2] and "q=TAMPERING" in found[3], f"search: {found}")
        self.run("document.getElementById('ui-search').blur()")
        self.clear()

    def check_rows(self):
        """Tables sort, and the keyboard goes from row to row."""
        found = self.run("""
          const table = document.getElementById('table-threats');
          const texts = () => [...table.tBodies[0].rows].filter((row) => !row.matches('.extra')).map((row) => row.cells[1].textContent);
          const ids = () => [...table.tBodies[0].querySelectorAll('tr[id]')].map((row) => row.id);
          const before = ids();
          const sort = table.querySelectorAll('.sort')[1];
          sort.click();
          const up = texts();
          const said = table.querySelector('[aria-sort]')?.getAttribute('aria-sort');
          sort.click();
          const down = texts();
          document.querySelector('#ui-menu-status input').click();
          const counted = [shownCount(), shownRows()];
          document.getElementById('ui-all').click();
          sort.click();
          const extras = [...table.querySelectorAll('tr.extra')].every((row) => row.previousElementSibling.id);
          return { up: up.every((text, place) => place === 0 || up[place - 1].toLowerCase() <= text.toLowerCase()),
            down: down.every((text, place) => place === 0 || down[place - 1].toLowerCase() >= text.toLowerCase()),
            said, again: JSON.stringify(ids()) === JSON.stringify(before), counted, extras };""")
        self.expect(found["up"] and found["down"] and found["said"] == "ascending", f"sorting: {found}")
        self.expect(found["again"] and found["extras"], "the third click does not bring the order back")
        self.expect(found["counted"][0] == found["counted"][1], f"a sorted table filters {found['counted']}")
        self.run("document.querySelector('#table-threats tbody tr').focus()")
        self.press("ArrowDown")
        self.press("ArrowDown")
        self.press("Enter")
        found = self.run("""
          const rows = [...document.querySelectorAll('#table-threats tbody tr:not(.extra)')];
          const place = rows.indexOf(document.activeElement);
          return [place, rows[2].nextElementSibling.querySelector('details')?.open,
            rows.filter((row) => row.tabIndex === 0).length,
            rows.filter((row) => row.querySelector('a:not([tabindex="-1"]), button:not([tabindex="-1"])')).length];""")
        self.expect(found[0] == 2 and found[1] and found[2] == 1 and found[3] <= 1, f"arrow keys: {found}")
        stops = self.run("return [...document.querySelectorAll('a, button, input, summary, [tabindex]')].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility()).length")
        rows = self.run("return document.querySelectorAll('table.rows tbody tr[id]').length")
        # Each part of a picture is one, and the pump has nine pictures.
        self.expect(stops < 600 + rows // 2, f"{stops} stops for the keyboard, {rows} rows")

    def check_marks(self):
        self.wait("""const box = document.getElementById('ui-search'); box.value = 'tampering';
          box.dispatchEvent(new Event('input')); setTimeout(done, 500)""")
        found = self.run("return [...(CSS.highlights.get('found') ?? [])].slice(0, 50).map((range) => range.toString().toLowerCase())")
        self.expect(found and set(found) == {"tampering"}, f"marked: {found[:5]}")
        self.clear()
        self.wait("setTimeout(done, 200)")
        self.expect(self.run("return !CSS.highlights.has('found')"), "marks stay behind")

    def check_views(self):
        tabs = self.run("return [...document.querySelectorAll('[data-view]')].map((tab) => tab.dataset.view)")
        pictures = self.run("return data.pictures.map(([id]) => id)")
        self.expect(sorted(tabs) == sorted(pictures), f"tabs {tabs} for pictures {pictures}")
        for view in tabs:
            found = self.run(
                """
                document.querySelector(`[data-view="${arguments[0]}"]`).click();
                const shown = [...document.querySelectorAll('#ui-place figure')].map((figure) => figure.dataset.picture);
                const svg = document.querySelector('#ui-place svg').getBoundingClientRect();
                return [shown, svg.width > 100 && svg.height > 100];
                """, view)
            self.expect(found == [[view], True], f"view {view} shows {found}")
        places = self.run("return document.querySelectorAll('figure.picture').length")
        self.expect(places == len(pictures), f"{places} figures for {len(pictures)} pictures")
        self.run("document.querySelector(`[data-view=\"${data.stage}\"]`).click()")

    def check_numbers(self):
        """Each number of a figure and of the summary leads to as many threats as it says."""
        wrong = self.run("""
          const wrong = [];
          const links = [...document.querySelectorAll('a[data-set], a[data-filter]')]
            .filter((link) => /^!? ?[0-9]+( |$|,)/.test(link.textContent.trim()));
          const step = Math.max(1, Math.floor(links.length / 24));
          for (let place = 0; place < links.length; place += step) {
            const wanted = numberIn(links[place].textContent);
            click(links[place]);
            if (shownCount() !== wanted || shownRows() !== wanted) {
              wrong.push(`${links[place].textContent} in ${links[place].closest('[id]')?.id}: ${shownCount()}`);
            }
          }
          return [links.length, wrong.slice(0, 5)];""")
        self.expect(wrong[0] > 5, "no number leads to what it counts")
        self.expect(not wrong[1], f"numbers lead to others: {wrong[1]}")
        self.clear()

    def check_trace(self):
        found = self.run("""
          const graph = document.querySelector('.trace-graph');
          if (!graph) return null;
          click(graph.querySelector('.node'));
          const lit = graph.querySelectorAll('.node.lit').length;
          const note = document.querySelector('.trace .focus').textContent;
          click(graph.querySelector('.node'));
          return [lit, graph.querySelectorAll('.node').length, note.length, graph.querySelectorAll('.lit').length];""")
        self.expect(found and 1 < found[0] < found[1] and found[2] > 10 and found[3] == 0, f"trace: {found}")

    def check_contents(self):
        """A link of the table of contents leads to its chapter, however far away, and however long those between."""
        self.clear()
        chapters = self.run("return [...document.querySelectorAll('.chapter[id]')].map(e => e.id)")
        for chapter in chapters[::-3]:
            self.run("document.querySelector(`nav a[href='#${CSS.escape(arguments[0])}']`).click()", chapter)
            self.wait("setTimeout(done, 150)")
            top, rest = self.run(
                "const e = document.scrollingElement;"
                "return [document.getElementById(arguments[0]).getBoundingClientRect().top,"
                " e.scrollHeight - e.clientHeight - e.scrollTop]",
                chapter,
            )
            self.expect(0 <= top < 150 or rest < 2, f"the link to {chapter} leads {top:.0f} pixels beside it")

    def check_themes(self):
        def colours():
            return self.run("""
              const back = getComputedStyle(document.body).backgroundColor;
              const shape = document.querySelector('#ui-place .process .shape, #ui-place .shape, #ui-place .area');
              return [back, getComputedStyle(shape).fill];""")
        self.command("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "light"}]})
        light = colours()
        self.command("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        dark = colours()
        self.expect(light[0] != dark[0] and light[1] != dark[1], f"dark is {dark}, light {light}")
        self.run("document.getElementById('ui-theme').click()")
        self.expect(colours() == light, "the switch to light does not win over a dark system")
        self.run("document.getElementById('ui-theme').click()")
        self.command("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "light"}]})
        self.expect(colours() == dark, "the switch to dark does not win over a light system")
        self.run("document.getElementById('ui-theme').click()")

    def check_tables(self):
        """On a desk every table fits into its chapter, and no word of a heading or a short cell is broken."""
        found = self.run("""
          const wide = [...document.querySelectorAll('table.rows')]
            .filter((table) => table.offsetParent && table.scrollWidth > table.parentElement.clientWidth + 1)
            .map((table) => `${table.id} is ${table.scrollWidth} wide in ${table.parentElement.clientWidth}`);
          const broken = [...document.querySelectorAll('#table-threats td.number, #table-threats thead th')]
            .filter((cell) => cell.offsetParent && cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => `${cell.textContent} leaves its cell`);
          return [...wide, ...broken];""")
        self.expect(not found, f"tables do not fit at {self.run('return innerWidth')}: {found[:3]}")

    def check_narrow(self):
        width = self.run("return [document.documentElement.scrollWidth, innerWidth]")
        self.expect(width[0] <= width[1], f"the page is {width[0]} wide on a screen of {width[1]}")
        self.run("click(partOf(arguments[0]))", self.parts("element")[0])
        found = self.run("""
          const box = document.getElementById('ui-panel').getBoundingClientRect();
          return box.top < innerHeight && box.width <= innerWidth && box.height > 100""")
        self.expect(found, "the panel is out of sight on a narrow screen")

    # ---- Without the script, on paper, from strangers ------------------------------------------

    def check_plain(self):
        found = self.run("""
          const rows = [...document.querySelectorAll('table.rows tbody tr')];
          const folds = [...document.querySelectorAll('details')];
          return { script: document.documentElement.classList.contains('js'),
            hidden: rows.filter((row) => !row.checkVisibility()).length, rows: rows.length,
            folded: folds.filter((fold) => fold.children[1]?.checkVisibility({ contentVisibilityAuto: false, checkOpacity: true }) === false).length,
            pictures: [...document.querySelectorAll('figure.picture svg')].filter((svg) => !svg.checkVisibility()).length,
            controls: [...document.querySelectorAll('button, input')].filter((control) => control.checkVisibility()).length };""")
        self.expect(not found["script"], "the script ran")
        self.expect(found["rows"] > 10 and found["hidden"] == 0, f"{found['hidden']} of {found['rows']} rows are hidden")
        self.expect(found["folded"] == 0, f"{found['folded']} details are folded away")
        self.expect(found["pictures"] == 0, f"{found['pictures']} pictures are hidden")
        self.expect(found["controls"] == 0, f"{found['controls']} controls do nothing")

    def check_print(self):
        # A filter must not keep anything off the paper.
        self.run("document.querySelector('#ui-menu-status input').click()")
        ids = self.run("return [...document.querySelectorAll('#table-threats tbody tr:not(.extra) th code:last-of-type')].map((code) => code.textContent)")
        answer = self.command("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "report.pdf")
            file.write_bytes(base64.b64decode(answer["data"]))
            text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
        pages = text.split("\f")[:-1]
        squeezed = re.sub(r"\s+", "", text)
        missing = [id for id in ids if re.sub(r"\s+", "", id) not in squeezed]
        # An id that breaks over two lines stands between other columns.
        self.expect(len(ids) > 20, "the register has no rows to look for")
        self.expect(len(missing) <= len(ids) // 10, f"{len(missing)} of {len(ids)} threats are not on paper: {missing[:3]}")
        numbered = [page for place, page in enumerate(pages[1:], 2) if re.search(rf"{place} / {len(pages)}\s*$", page)]
        self.expect(len(numbered) == len(pages) - 1 > 5, f"{len(numbered)} of {len(pages)} pages have their number")
        self.expect("To be decided" in pages[0], "the first page does not say what is to be decided")
        self.expect(any("Contents" in page for page in pages[1:4]), "there is no table of contents")

    def check_sheet(self):
        """For one table wider than its sheet the browser prints every page smaller."""
        # The 182 mm that an upright sheet leaves, and the scroll bar of a window.
        self.command("Emulation.setEmulatedMedia", {"media": "print"})
        self.command("Emulation.setDeviceMetricsOverride", {"width": 703, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
        found = self.run("""
          const width = document.documentElement.clientWidth;
          const wide = [...document.querySelectorAll('table, dl, p, h2, h3')]
            .filter((part) => part.getBoundingClientRect().right > width + 1).map((part) => part.id || part.className);
          const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const small = new Set();
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const parent = node.parentElement;
            if (!node.data.trim() || parent.closest('svg') || !parent.getClientRects().length) continue;
            const size = parseFloat(getComputedStyle(parent).fontSize) * 0.75;
            if (size < 5.99) small.add(`${parent.localName}.${parent.className} ${size}`);
          }
          return { width, wide: wide.slice(0, 5), small: [...small].slice(0, 5) };
        """)
        self.expect(not found["wide"], f"wider than a sheet of {found['width']}: {found['wide']}")
        self.expect(not found["small"], f"smaller than 6 points on paper: {found['small']}")

    def check_columns(self):
        """No column is so narrow that its words break into syllables."""
        narrow = self.run("""
          return [...document.querySelectorAll('.rows tbody tr:not(.late):not(.extra) > :is(th, td):not(:empty)')]
            .map((cell) => [cell.closest('table').id, Math.round(cell.getBoundingClientRect().width)])
            .filter(([, width]) => width > 0 && width < 90).slice(0, 5)""")
        self.expect(not narrow, f"columns are narrow: {narrow}")

    def check_flow_numbers(self):
        """A reader goes from a number in the picture to the row that begins with it."""
        found = self.run("""
          const drawn = [...document.querySelectorAll('.picture .flow-number')].flatMap((text) => text.textContent.match(/\\d+/g) ?? []);
          const rows = new Set([...document.querySelectorAll('#table-flow-list tbody th strong')].map((head) => head.textContent));
          return { drawn: drawn.length, rows: rows.size, lost: drawn.filter((number) => number > 20 && !rows.has(number)).slice(0, 5) }""")
        self.expect(found["drawn"] > 10 and found["rows"] > 10, f"there are no numbers: {found}")
        self.expect(not found["lost"], f"numbers of the picture have no row: {found['lost']}")

    def check_harmless(self):
        found = self.run("""
          const allowed = new Set(('html head meta title style body script header main nav section footer aside div span p a b strong ' +
            'code br sup h1 h2 h3 h4 ul ol li dl dt dd table caption thead tbody tr th td figure figcaption details summary ' +
            'button input label svg g desc rect ellipse path text tspan').split(' '));
          const all = [...document.querySelectorAll('*')];
          return { strange: [...new Set(all.map((element) => element.localName).filter((name) => !allowed.has(name)))],
            scripts: document.scripts.length, styles: document.querySelectorAll('style').length,
            handlers: all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on'))).length,
            links: [...document.querySelectorAll('a')].filter(({ protocol }) => !['file:', 'https:', 'http:'].includes(protocol)).length,
            title: document.querySelector('h1').textContent.length, bidi: /[\\u202A-\\u202E\\u2066-\\u2069]/.test(document.body.textContent.replaceAll(document.getElementById('ui-data').textContent, '')) };""")
        self.expect(not found["strange"], f"elements that nobody wrote: {found['strange']}")
        self.expect(found["scripts"] == 2 and found["styles"] == 1, "a script or style sheet that nobody wrote")
        self.expect(found["handlers"] == 0 and found["links"] == 0, "an active attribute or link")
        self.expect(found["title"] > 0, "the title is gone")
        self.expect(not found["bidi"], "a mark turns the direction of text")
        self.run("click(partOf(arguments[0]))", self.parts("element")[0])
        self.expect(self.run("return document.querySelectorAll('#ui-panel h3 *').length") == 0, "the panel takes a text for markup")

    def speed(self):
        load = self.run("const entry = performance.getEntriesByType('navigation')[0]; return [entry.domInteractive, entry.loadEventEnd]")
        change = self.run("""
          const time = (act) => { const start = performance.now(); act(); document.body.offsetHeight; return performance.now() - start; };
          const input = (key) => document.querySelector(`#ui-menu-${key} input`);
          return { status: time(() => input('status').click()), category: time(() => input('category').click()),
            all: time(() => document.getElementById('ui-all').click()),
            select: time(() => click(document.querySelector('#ui-place .element.part'))) };""")
        return {"interactive": load[0], "load": load[1], "bytes": pathlib.Path(self.path).stat().st_size,
                "elements": self.run("return document.querySelectorAll('*').length"), "change": change}
