#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Measures what a model costs on its way to other tools and back, and prints a table in Markdown.

    interchange.py --tm PROGRAM [--elements 2000] [--rounds 3]

Each format that is written is written and read again; those that are only read come from generators here.
Whole processes: the median of the processor time, and the largest peak memory.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

WRITTEN = ["otm", "threat-dragon", "tm-bom", "tm7"]
ONLY_WRITTEN = ["cyclonedx", "cyclonedx-1.7", "reqif", "jira-csv", "jira", "github", "gitlab"]


# ---- Files of formats that are only read: pairs of processes and stores in zones of twenty ---------


def threagile(count):
    assets, zones = [], []
    for i in range(count):
        link = f"\n    communication_links:\n      L{i}: {{target: a{(i + 1) % count}, protocol: https}}"
        assets.append(
            f"  Asset {i}:\n    id: a{i}\n    type: {'datastore' if i % 4 == 0 else 'process'}"
            f"\n    technology: web-server{link}")
    for start in range(0, count, 20):
        inside = ", ".join(f"a{i}" for i in range(start, min(start + 20, count)))
        zones.append(
            f"  Zone {start}: {{id: z{start}, type: network-on-prem, technical_assets_inside: [{inside}]}}")
    return ("threagile_version: 1.0.0\ntitle: Made up\ntechnical_assets:\n" + "\n".join(assets)
            + "\ntrust_boundaries:\n" + "\n".join(zones) + "\n")


def pytm(count):
    zones = [{"name": f"Zone {i}"} for i in range(0, count, 20)]
    elements = [{
        "__class__": "Datastore" if i % 4 == 0 else "Server", "name": f"Element {i}",
        "inBoundary": f"Zone {i - i % 20}"} for i in range(count)]
    flows = [{
        "name": f"Flow {i}", "source": f"Element {i}", "sink": f"Element {(i + 1) % count}",
        "protocol": "HTTPS"} for i in range(count)]
    return json.dumps({"name": "Made up", "boundaries": zones, "elements": elements, "flows": flows})


def threat_composer(count):
    return json.dumps({
        "schema": 1, "applicationInfo": {"name": "Made up"},
        "threats": [{
            "id": f"t{i}", "numericId": i, "statement": f"Somebody does {i}", "status": "threatIdentified",
            "metadata": [{"key": "STRIDE", "value": ["T"]}]} for i in range(count)],
        "mitigations": [{
            "id": f"m{i}", "numericId": i, "content": f"Measure {i}", "status": "mitigationResolved"}
            for i in range(count)],
        "mitigationLinks": [{"mitigationId": f"m{i}", "linkedId": f"t{i}"} for i in range(count)]})


def drawio(count):
    cells = ['<mxCell id="0"/><mxCell id="1" parent="0"/>']
    for start in range(0, count, 20):
        cells.append(
            f'<mxCell id="z{start}" value="Zone {start}" style="swimlane" vertex="1" parent="1">'
            f'<mxGeometry x="0" y="{start * 60}" width="2000" height="1000"/></mxCell>')
    for i in range(count):
        cells.append(
            f'<mxCell id="e{i}" value="Element {i}" style="ellipse" vertex="1" parent="z{i - i % 20}">'
            f'<mxGeometry x="{i % 20 * 90}" y="40" width="60" height="40"/></mxCell>'
            f'<mxCell id="f{i}" value="Flow {i}" edge="1" parent="1" source="e{i}" target="e{(i + 1) % count}"/>')
    return f"<mxGraphModel><root>{''.join(cells)}</root></mxGraphModel>"


def mermaid(count):
    lines = ["flowchart LR"]
    for start in range(0, count, 20):
        lines.append(f'subgraph z{start} ["Zone {start}"]')
        lines += [f'e{i}["Element {i}"]' for i in range(start, min(start + 20, count))]
        lines.append("end")
    lines += [f"e{i} -->|Flow {i}| e{(i + 1) % count}" for i in range(count)]
    return "\n".join(lines) + "\n"


READ = [("threagile", threagile), ("pytm", pytm), ("threat-composer", threat_composer),
        ("draw.io", drawio), ("mermaid", mermaid)]


# ---- Measuring -----------------------------------------------------------------------------------


def sample(command, place):
    with open(os.devnull, "r+b") as nothing:
        process = subprocess.Popen(command, cwd=place, stdin=nothing, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"exit status {process.returncode}: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def figure(command, place, rounds, clean=()):
    samples = []
    for _ in range(rounds):
        for name in clean:
            (place / name).unlink(missing_ok=True)
        samples.append(sample(command, place))
    return f"{statistics.median(s[0] for s in samples):.2f} s", f"{max(s[1] for s in samples):.0f} MiB"


def measure(tm, elements, rounds, out):
    print("| format | file | out | peak | in | peak |\n| --- |" + " ---: |" * 5, file=out)
    with tempfile.TemporaryDirectory(prefix="tm-interchange-") as folder:
        place = Path(folder)
        subprocess.run(
            [sys.executable, Path(__file__).parent / "generate.py", "--elements", str(elements), "--form",
             "tm", "-o", place / "model.tm"], check=True, stdout=subprocess.DEVNULL)
        back = place / "back"
        back.mkdir()
        made = ["back/in.tm", "back/in.import.jsonl", "back/in.import.base"]

        def row(name, source, written):
            read = ("–", "–")
            if name not in ONLY_WRITTEN:
                read = figure([tm, "import", source, "-o", "back"], place, rounds, made)
            size = (place / source).stat().st_size / 1e6
            print(f"| {name} | {size:.1f} MB | {' | '.join(written + read)} |", file=out, flush=True)

        for name in WRITTEN + ONLY_WRITTEN:
            row(name, "in", figure([tm, "export", name, "-o", "in", "model.tm"], place, rounds))
        for name, make in READ:
            (place / "in").write_text(make(elements), encoding="utf-8")
            row(name, "in", ("–", "–"))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--tm", required=True, help="the program")
    options.add_argument("--elements", type=int, default=2_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    measure(str(Path(chosen.tm).resolve()), chosen.elements, chosen.rounds, sys.stdout)


if __name__ == "__main__":
    main()
