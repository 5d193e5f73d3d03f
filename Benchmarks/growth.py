#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Shows how the cost of each command and format grows with its input.

    growth.py --tm PROGRAM [--scale N] [--only WORD]... [--rounds N] [--instructions]

Each row is a kind of input and a command, run at n, 2 n and 4 n. The exponent is that of the user time from n to
4 n, less that of an empty model: 1 is in proportion, 2 is a square. One above 1.3 is marked, as is a run that is
stopped, and makes the exit status 1. The exponent of the peak memory stands beside it.

With `--instructions`, valgrind counts those of the process in the place of its time: small inputs show their growth
too, and what else the machine does changes nothing. Peaks of memory are then those of valgrind, and left out.
"""
import argparse
import json
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LIMIT = 1.3
# Of processor time, after which a run is stopped.
SECONDS = 120
HEAD = 'model "M" {\n  method: stride\n}\n'


def elements(count):
    return "".join(f'process p{i} "P {i}"\n' for i in range(count))


def flows(count):
    """A ring of processes."""
    return "".join(f'flow f{i}: p{i} -> p{(i + 1) % count} "F {i}"\n' for i in range(count))


def star(count, more=""):
    """Processes behind a boundary, each asked by one outside: every flow has threats."""
    processes = "".join(f'process p{i} "P {i}"\n' for i in range(count))
    asked = "".join(f'flow f{i}: e -> p{i} "F {i}" {{ crosses: b{more.format(i=i)} }}\n' for i in range(count))
    return f'external e "E"\nboundary b "B" {{\n{processes}}}\n{asked}'


# ---- Inputs: each gives the text of `model.tm` and of files beside it ------------------------------


def generated(n):
    """A made-up system, as the other benchmarks have it."""
    text = subprocess.run(
        [sys.executable, Path(__file__).parent / "generate.py", "--elements", str(n), "--form", "tm", "-o",
         "/dev/stdout"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return {"model.tm": text}


def ring(n):
    return {"model.tm": HEAD + elements(n) + flows(n)}


def linked(n):
    """Every flow from one element."""
    return {"model.tm": HEAD + star(n)}


def decisions(n):
    """A decision about one threat of each flow."""
    about = "".join(
        f'decision d{i} "D {i}" {{ covers: id == "f{i}.tampering"; status: accepted; because: "R" }}\n'
        for i in range(n))
    return {"model.tm": HEAD + star(n) + about}


def covered(n):
    """A decision that names half of the threats one by one."""
    names = " or ".join(f'id == "f{i}.tampering"' for i in range(n))
    about = f'decision d "D" {{ covers: {names}; status: accepted; because: "R" }}\n'
    return {"model.tm": HEAD + star(n) + about}


def triaged(n):
    return {"model.tm": HEAD + star(n, '; threat tampering {{ status: accepted; because: "R" }}')}


def evidence(n):
    """Controls with a requirement and a verification each."""
    text = "".join(
        f'control c{i} "C {i}" {{ mitigates: tampering; satisfies: r{i} }}\nrequirement r{i} "R {i}" {{ verified-by: v{i} }}\n'
        f'verification v{i} "V {i}"\n' for i in range(n))
    return {"model.tm": HEAD + text + star(n, "; controls: c{i}")}


def assets(n):
    """Ten flows that carry every asset."""
    text = "".join(f'asset a{i} "A {i}" {{ class: credentials }}\n' for i in range(n))
    names = ", ".join(f"a{i}" for i in range(n))
    return {"model.tm": HEAD + text + star(10, f"; carries: {names}")}


def renamed(n):
    """Each element says what it was called."""
    text = "".join(f'process p{i} "P {i}" {{ was: q{i} }}\n' for i in range(n))
    return {"model.tm": HEAD + text + flows(n),
            "old.tm": HEAD + "".join(f'process q{i} "P {i}"\n' for i in range(n))
            + "".join(f'flow f{i}: q{i} -> q{(i + 1) % n} "F {i}"\n' for i in range(n))}


def views(n):
    text = "".join(f'view v{i} "V {i}" {{ include: p{i}, p{(i + 1) % n} }}\n' for i in range(n))
    return {"model.tm": HEAD + elements(n) + flows(n) + text}


def imports(n):
    files = {f"m{i}.tm": f'import "m{i + 1}.tm"\nprocess p{i} "P {i}"\n' for i in range(n)}
    files[f"m{n}.tm"] = f'process p{n} "P"\n'
    return {"model.tm": 'import "m0.tm"\n' + HEAD, **files}


def fan(n):
    files = {f"m{i}.tm": f'process p{i} "P {i}"\n' for i in range(n)}
    return {"model.tm": "".join(f'import "m{i}.tm"\n' for i in range(n)) + HEAD, **files}


def nested(n):
    """Boundaries sixty deep, as often as needed, with flows through all of them."""
    text, ends = "", []
    for i in range(max(1, n // 60)):
        text += "".join(f'boundary b{i}x{k} "B" {{\n' for k in range(60))
        text += f'process p{i} "P"\n' + "}\n" * 60
        ends.append(f"p{i}")
    text += "".join(f'flow f{i}: {ends[i]} -> {ends[(i + 1) % len(ends)]} "F"\n' for i in range(len(ends)))
    return {"model.tm": HEAD + text}


def components(n):
    text = "".join(
        f'component c{i} "C {i}" {{ version: "1.{i}"; purl: "pkg:npm/c{i}@1.{i}" }}\n' for i in range(n))
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
        {"type": "library", "name": f"c{i}", "version": f"1.{i}", "purl": f"pkg:npm/c{i}@1.{i}", "bom-ref": f"r{i}"}
        for i in range(n)]}
    known = [{"id": f"GHSA-{i}", "modified": "2026-01-01T00:00:00Z", "affected": [{
        "package": {"ecosystem": "npm", "name": f"c{i}"}, "versions": [f"1.{i}"]}]} for i in range(n)]
    return {"model.tm": HEAD + 'process p "P" {\n' + text + "}\n", "sbom.json": json.dumps(bill),
            "osv.json": json.dumps(known)}


def unknown(n):
    """Names that are nearly those of declarations."""
    return {"model.tm": HEAD + elements(n) + "".join(f'flow p{i}x -> pp{i} "F"\n' for i in range(n))}


def twice(n):
    return {"model.tm": HEAD + 'process p "P"\n' * n}


def one_line(n):
    """Everything on one line, with a mistake in each declaration."""
    return {"model.tm": HEAD + " ".join(f'asset a{i} "A" {{ knd: x }}' for i in range(n)) + "\n"}


def unclosed(n):
    return {"model.tm": HEAD + "".join(f'boundary b{i} "B" {{\n' for i in range(n))}


def closed(n):
    return {"model.tm": HEAD + "}\n" * n}


def quotes(n):
    return {"model.tm": HEAD + 'process "\n' * n}


def words(n):
    """A title, a name and a comment that are long."""
    return {"model.tm": HEAD + f'process p "{"word " * n}"\nprocess {"q" * n} "Q"\n// {"c " * n}\n'}


def excused(n):
    text = "".join(f'@allow(missing-boundary, "R {i}")\nprocess p{i} "P {i}"\n' for i in range(n))
    return {"model.tm": HEAD + text + flows(n)}


def policies(n):
    text = "policy { accept: " + ", ".join(f'id == "f{i}.tampering"' for i in range(n)) + " }\n"
    return {"model.tm": HEAD + star(n) + text}


def condition(n):
    """One rule with a long condition on few elements."""
    long = " or ".join(f'title == "T {i}"' for i in range(n))
    return {"model.tm": HEAD + elements(20) + f'rule r "R" {{ applies-to: process; when: {long} }}\n'}


def folder(n):
    return {f"f/m{i}.tm": f'model "M{i}" {{}}\nprocess p "P"\n' for i in range(n)}


LOOKS = ["lint", "threats --format json", "report --format json"]
ALL = [
    "lint", "lint --format json", "lint --format sarif", "lint --format github", "lint --format gitlab",
    "lint --format junit", "lint --format concise", "threats", "threats --format json", "threats --format csv",
    "trace", "trace --format csv", "trace --format json", "trace --format markdown", "trace --gaps",
    "trace --backwards", "trace --safety",
    "report --format markdown --diagrams none",
    "report --format json", "report --format csv -o tables/",
    "report --format xlsx -o r.xlsx",
    "components", "vex", "fmt --check", "approve --dry-run --open",
]
# (input, n at scale 1, commands)
ROWS = [
    (generated, 250, ALL), (ring, 250, LOOKS), (linked, 250, ALL),
    # With its pictures.
    (generated, 10, ["report --format html"]),
    (decisions, 250, LOOKS + ["trace", "threats"]), (covered, 250, LOOKS), (triaged, 250, LOOKS + ["fmt --check"]),
    (evidence, 250, LOOKS + ["trace", "trace --format json", "trace --format csv", "trace --format markdown",
                             "report --format markdown --diagrams none"]),
    (assets, 250, LOOKS + ["trace", "report --format markdown --diagrams none"]),
    (renamed, 250, LOOKS + ["diff old.tm model.tm", "diff --format json old.tm model.tm",
                            "diff --format markdown old.tm model.tm"]),
    (views, 100, ["lint", "report --format json", "report --format markdown --diagrams none"]),
    (imports, 15, LOOKS), (fan, 250, LOOKS), (nested, 600, LOOKS + ["fmt --check", "trace"]),
    (components, 250, ["lint --sbom sbom.json --vulnerabilities osv.json",
                       "components --sbom sbom.json --vulnerabilities osv.json",
                       "components --format json --sbom sbom.json --vulnerabilities osv.json",
                       "components --format markdown --sbom sbom.json --vulnerabilities osv.json"]),
    (unknown, 250, ["lint", "lint --format json"]), (twice, 500, ["lint"]), (one_line, 500, ["lint", "lint --format json"]),
    (unclosed, 500, ["lint", "fmt --check"]), (closed, 1000, ["lint"]), (quotes, 1000, ["lint"]),
    (words, 20000, ["lint", "fmt --check", "threats", "report --format csv -o tables/"]),
    (excused, 250, ["lint"]), (policies, 250, LOOKS), (condition, 250, ["lint"]),
    (folder, 100, ["lint f", "lint --format json f", "lint --format sarif f", "models f", "fmt --check f"]),
]


def run(command, place):
    """User seconds, peak in MiB, whether it ended by itself with an answer, and its status."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    with open(os.devnull, "r+b") as nothing:
        process = subprocess.Popen(  # pylint: disable=subprocess-popen-preexec-fn
            command, cwd=place, stdin=nothing, stdout=nothing, stderr=nothing, preexec_fn=limited)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime, usage.ru_maxrss / 1024, process.returncode in (0, 1, 2), process.returncode


def write(files, place):
    for name, text in files.items():
        path = Path(place) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def instructions(tm, words, place):
    """Millions of instructions of one run, and whether it ended by itself with an answer."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", tm, *words]
    with open(os.devnull, "r+b") as nothing:
        process = subprocess.run(command, cwd=place, stdin=nothing, stdout=nothing, stderr=subprocess.PIPE, check=False)
    found = re.search(rb"Collected : (\d+)", process.stderr)
    count = int(found[1]) / 1e6 if found else 0
    return count, 0, bool(found) and process.returncode in (0, 1, 2), process.returncode


def best(tm, words, place, rounds, counts):
    if counts:
        return instructions(tm, words, place)
    tries = [run([tm, *words], place) for _ in range(rounds)]
    return min(t[0] for t in tries), max(t[1] for t in tries), all(t[2] for t in tries), tries[0][3]


def exponent(small, large, floor, least):
    """That of the growth from n to 4 n; nil where the small one is too little to be seen."""
    low, high = small - floor, large - floor
    return math.log(high / low, 4) if low > least and high > low else None


def measure(tm, scale, only, rounds, out, counts=False):
    marked = 0
    with tempfile.TemporaryDirectory(prefix="tm-growth-") as empty:
        write({"model.tm": HEAD}, empty)
        floor, least, _, _ = best(tm, ["lint", "model.tm"], empty, 3, counts)
    print("| input | n | command | status | n | 2 n | 4 n | exponent | memory at 4 n | its exponent | |", file=out)
    print("| --- " * 11 + "|", file=out)
    for make, count, commands in ROWS:
        n = max(4, int(count * scale))
        with tempfile.TemporaryDirectory(prefix="tm-growth-") as folder_of_all:
            places = []
            for times in (1, 2, 4):
                place = Path(folder_of_all) / str(times)
                place.mkdir()
                write(make(n * times), place)
                places.append(place)
            for command in commands:
                name = f"{make.__name__} {command}"
                if only and not any(word in name for word in only):
                    continue
                words_of = command.split()
                if words_of[0] not in ("diff",) and not any(word == "f" for word in words_of):
                    words_of.append("model.tm")
                seen = []
                for place in places:
                    seen.append(best(tm, words_of, place, rounds, counts))
                    if not seen[-1][2]:
                        break
                good = all(s[2] for s in seen) and len(seen) == 3
                power = exponent(seen[0][0], seen[-1][0], floor, 1 if counts else 0.05) if good else None
                memory = exponent(seen[0][1], seen[-1][1], least, 2) if good and not counts else None
                mark = "" if good and (power or 0) <= LIMIT and (memory or 0) <= LIMIT else "**"
                marked += bool(mark)
                cells = [make.__name__.replace("_", " "), n, f"`tm {command}`", seen[-1][3]]
                cells += [f"{s[0]:.0f} M" if counts else f"{s[0]:.2f} s" for s in seen] + ["–"] * (3 - len(seen))
                cells += [f"{power:.2f}" if power is not None else "–",
                          "–" if counts else f"{seen[-1][1]:.0f} MiB",
                          f"{memory:.2f}" if memory is not None else "–", mark]
                print("| " + " | ".join(str(cell) for cell in cells) + " |", file=out, flush=True)
    return marked


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--tm", required=True, help="the program")
    options.add_argument("--scale", type=float, default=1, help="times the sizes that are built in")
    options.add_argument("--only", action="append", default=[], help="only inputs and commands with this in their name")
    options.add_argument("--rounds", type=int, default=2, help="runs of which the least counts")
    options.add_argument("--instructions", action="store_true", help="count instructions, with valgrind")
    chosen = options.parse_args()
    tm = str(Path(chosen.tm).resolve())
    marked = measure(tm, chosen.scale, chosen.only, chosen.rounds, sys.stdout, chosen.instructions)
    return 1 if marked else 0


if __name__ == "__main__":
    sys.exit(main())
