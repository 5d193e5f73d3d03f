# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Files are written whole or not at all, whatever comes meanwhile: signals, saves of an editor, a full disk."""

import os
import resource
import signal
import struct
import subprocess
import time
import unittest

from support import TM, Scratch

MODEL = 'model "M" {\n  method: stride\n}\nexternal e "E"\nboundary b "B" {\n' + "".join(
    f'  process p{i} "P {i}"\n' for i in range(150)) + "}\n" + "".join(
    f'flow f{i}: e -> p{i} "F {i}" {{ crosses: b }}\n' for i in range(150))


class Writing(Scratch):
    def place(self, name, text=MODEL):
        place = self.folder / name
        (place / "read").mkdir(parents=True)
        (place / "new").mkdir()
        (place / "m.tm").write_text(text, encoding="utf-8")
        return place

    def start(self, place, *command, **options):
        return subprocess.Popen(
            [TM, *command], cwd=place, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, **options)

    def files(self, place):
        return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}

    def seconds(self, place, *command):
        begun = time.monotonic()
        self.start(place, *command).wait(timeout=300)
        return time.monotonic() - begun


class Signals(Writing):
    """Six moments of a run, three signals."""

    OUTPUTS = {
        "json": ("report", "-o", "new.json", "m.tm"),
        "tables": ("report", "--format", "csv", "-o", "tables/", "m.tm"),
        "markdown": ("report", "--format", "markdown", "--diagrams", "none", "-o", "new.md", "m.tm"),
        "sarif": ("lint", "--format", "sarif=new.sarif", "m.tm"),
        "list": ("approve", "--open", "--unacceptable", "--by", "Product risk board", "m.tm"),
        "layout": ("fmt", "m.tm"),
        "fixes": ("lint", "--fix", "m.tm"),
        "picture": ("render", "-o", "new.svg", "m.tm"),
        "exported": ("export", "otm", "-o", "new.json", "m.tm"),
        "imported": ("import", "-o", "read", "../other.json"),
        "starter": ("init", "new"),
        "baseline": ("lint", "--write-baseline", "new.known", "m.tm"),
    }

    def setUp(self):
        super().setUp()
        (self.folder / "m.tm").write_text(MODEL, encoding="utf-8")
        self.run_in(self.folder, "tm", "export", "otm", "-o", "other.json", "m.tm")

    def test_files_are_whole_or_as_they_were(self):
        for name, command in self.OUTPUTS.items():
            text = MODEL.replace("method: stride", "method stride") if name == "fixes" else MODEL.replace("flow ", "flow   ")
            whole = self.place(f"{name}-whole", text)
            took = self.seconds(whole, *command)
            after = self.files(whole)
            before = {"m.tm": text.encode()}
            self.assertNotEqual(after, before, name)
            for number in range(6):
                place = self.place(f"{name}-{number}", text)
                process = self.start(place, *command)
                time.sleep(took * (0.4 + number * 0.12))
                process.send_signal((signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3])
                process.wait(timeout=300)
                found = self.files(place)
                # One by one, so that a failure names the file.
                self.assertIn(set(found), (set(before), set(after)), (name, process.returncode))
                for file, content in found.items():
                    self.assertIn(content, (before.get(file), after[file]), (name, file, process.returncode))


class SavedMeanwhile(Writing):
    """What an editor saves while the program works stays."""

    def saved(self, command, text, save):
        name = f"{command[0]}-{save.__name__}"
        took = self.seconds(self.place(name, text), *command)
        for number in range(1, 6):
            place = self.place(f"{name}-{number}", text)
            process = self.start(place, *command)
            time.sleep(took * number / 6)
            wanted = save(place / "m.tm", text)
            process.wait(timeout=300)
            found = self.files(place).get("m.tm")
            if wanted is None:
                self.assertIsNone(found, (name, number, "a file that was deleted came back"))
                continue
            # What was saved before the program read the file is formatted or fixed as well.
            after = self.place(f"{name}-{number}-after", wanted)
            self.start(after, *command).wait(timeout=300)
            self.assertIn(found, (wanted.encode(), self.files(after)["m.tm"]), (name, number))

    def longer(self, path, text):
        wanted = text + "// saved\n"
        path.write_text(wanted, encoding="utf-8")
        return wanted

    def equally_long(self, path, text):
        wanted = text.replace('"P 7"', '"Q 7"')
        path.write_text(wanted, encoding="utf-8")
        return wanted

    def renamed(self, path, text):
        wanted = text.replace('"P 8"', '"Q 8"')
        other = path.with_name("other")
        other.write_text(wanted, encoding="utf-8")
        other.rename(path)
        return wanted

    def deleted(self, path, _):
        path.unlink()

    def test_formatting(self):
        text = MODEL.replace("flow ", "flow   ")
        for save in (self.longer, self.equally_long, self.renamed, self.deleted):
            self.saved(("fmt", "m.tm"), text, save)

    def test_fixing(self):
        text = MODEL.replace("method: stride", "method stride")
        for save in (self.longer, self.equally_long, self.renamed, self.deleted):
            self.saved(("lint", "--fix", "m.tm"), text, save)

    def test_two_who_approve_lose_nothing_of_each_other(self):
        place = self.place("approved")
        both = [self.start(place, "approve", "--open", "--unacceptable", "--by", name, "--id", f"f{number}.tampering",
                           "m.tm") for number, name in enumerate(("Ann", "Bob"))]
        done = [process.wait(timeout=300) for process in both]
        lists = "".join(text.decode() for name, text in self.files(place).items() if name != "m.tm")
        for status, name in zip(done, ("Ann", "Bob")):
            self.assertEqual(status == 0, name in lists, (done, lists))
        self.assertTrue(lists)


class NoSpace(Writing):
    def limited(self, *command, place):
        def few_bytes():
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        return subprocess.run(  # pylint: disable=subprocess-popen-preexec-fn
            [TM, *command], cwd=place, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            preexec_fn=few_bytes, check=False, timeout=300)

    def test_a_disk_that_is_full_leaves_what_there_was(self):
        text = MODEL.replace("flow ", "flow   ")
        for number, command in enumerate(Signals.OUTPUTS.values()):
            if command[0] in ("init", "import") or "--fix" in command:
                continue  # What they write fits, or there is nothing to write.
            place = self.place(f"full-{number}", text)
            run = self.limited(*command, place=place)
            self.assertEqual(run.returncode, 2, (command, run.stderr))
            self.assertIn("cannot be written", run.stderr, command)
            # Of several files those that fit are there, and whole.
            left = self.files(place)
            self.assertEqual(left.pop("m.tm"), text.encode(), command)
            self.assertFalse([name for name in left if name.split("/")[-1].startswith(".tm-")], command)
            self.assertTrue(all(len(content) < 4096 for content in left.values()), command)

    def test_what_stands_beside_a_text_stays(self):
        place = self.place("attributes", MODEL.replace("flow ", "flow   ").replace("method: stride", "method stride"))
        model = place / "m.tm"
        for name, value in (("user.reviewed", b"yes\0"), ("user.empty", b"")):
            try:
                os.setxattr(model, name, value)
            except OSError as error:
                self.skipTest(f"the file system keeps no attributes: {error}")
        # Version 2: the owner, one user more, the group, the mask, all others.
        access = struct.pack("<I" + "HHI" * 5, 2, 1, 6, 2**32 - 1, 2, 4, 12345, 4, 4, 2**32 - 1, 16, 4, 2**32 - 1, 32, 0,
                             2**32 - 1)
        try:
            os.setxattr(model, "system.posix_acl_access", access)
        except OSError:
            access = None  # Not every file system has such lists.
        before = {name: os.getxattr(model, name) for name in os.listxattr(model)}
        mode = model.stat().st_mode
        for command in (("lint", "--fix", "m.tm"), ("fmt", "m.tm")):
            text = model.read_text(encoding="utf-8")
            self.start(place, *command).wait(timeout=300)
            self.assertNotEqual(model.read_text(encoding="utf-8"), text, command)
            self.assertEqual({name: os.getxattr(model, name) for name in os.listxattr(model)}, before, command)
            self.assertEqual(model.stat().st_mode, mode, command)

    def test_a_link_stays_a_link(self):
        place = self.place("links")
        (place / "real.json").write_text("old", encoding="utf-8")
        (place / "link.json").symlink_to("real.json")
        (place / "nowhere.json").symlink_to("gone/x.json")
        self.run_in(place, "tm", "report", "-o", "link.json", "m.tm")
        self.assertTrue((place / "link.json").is_symlink())
        self.assertTrue((place / "real.json").read_text(encoding="utf-8").startswith("{"))
        self.run_in(place, "tm", "report", "-o", "nowhere.json", "m.tm", status=2)
        self.assertTrue((place / "nowhere.json").is_symlink())
        self.run_in(place, "tm", "report", "-o", "/proc/self/new.json", "m.tm", status=2)


if __name__ == "__main__":
    unittest.main()
