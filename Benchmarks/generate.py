#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Writes a made-up system of any size, the same for every tool.

    generate.py --elements 2000 --form tm -o model.tm

The system depends on the seed and the number of elements alone. It has elements of nine kinds, trust
boundaries three deep around groups of about eight elements and an internet outside, one asset for ten
elements, and three flows for two elements, of which exactly 40 % cross a boundary. Half of the crossing
flows stay in a network, three in ten in a region, the rest go anywhere. Every crossing is declared.

Forms: `tm`; `json`, the same facts as objects and lists; `pytm`, a Python program for pytm. All three
state the same kinds, protocols, encryption, assets and, where the tool knows them, controls.
"""
import argparse
import json
import random
import sys

# How often each kind occurs, in percent.
KINDS = {"person": 8, "partner": 4, "web": 12, "service": 38, "function": 8, "worker": 8,
         "database": 12, "files": 5, "queue": 5}
OUTSIDE = {"person", "partner"}
STORES = {"database", "files"}
# What a flow speaks with the target of some kinds: protocol, port, whether it is encrypted, percent.
SPOKEN = {
    "database": [("sql-tls", 5432, True, 40), ("sql", 5432, False, 60)],
    "files": [("nfs", 2049, False, 100)],
    "queue": [("mqtt", 1883, False, 100)],
}
SPOKEN_ELSE = [("https", 443, True, 65), ("http", 80, False, 30), ("ssh", 22, True, 5)]
CONTROLS = ["isHardened", "sanitizesInput", "encodesOutput", "authenticatesSource", "authorizesSource",
            "isEncryptedAtRest", "tracksExecutionFlow", "handlesResourceConsumption"]
GROUP = 8


class Chance:
    """Choices from one sequence of numbers that is the same on every machine and Python."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def index(self, count):
        return int(self.random() * count)

    def one_of(self, items):
        return items[self.index(len(items))]

    def percent(self, share):
        return self.random() * 100 < share

    def weighted(self, pairs):
        rest = self.random() * sum(weight for _, weight in pairs)
        for item, weight in pairs:
            rest -= weight
            if rest < 0:
                return item
        return pairs[-1][0]

    def some_of(self, items, most):
        return sorted({self.index(len(items)) for _ in range(1 + self.index(most))})


def system(elements, seed):
    chance = Chance(f"drawbridge {seed} {elements}")
    assets = [{
        "id": f"a{i}", "title": f"Asset {i}",
        "level": chance.weighted([("none", 20), ("low", 30), ("medium", 20), ("high", 30)]),
        "personal": chance.percent(25), "secret": chance.percent(10),
    } for i in range(max(4, elements // 10))]
    boundaries, segments = places(elements)
    parent = {b["id"]: b["inside"] for b in boundaries}
    parts = []
    for i in range(elements):
        kind = "person" if i == 0 else chance.weighted(list(KINDS.items()))
        home = chance.one_of(segments)
        if kind in OUTSIDE:
            home = "internet" if chance.percent(75) else home
        elif chance.percent(15):
            # A few stand between the segments of their network, fewer between the networks.
            home = parent[home] if chance.percent(67) else parent[parent[home]]
        parts.append({
            "id": f"e{i}", "title": f"{kind.capitalize()} {i}", "kind": kind, "inside": home,
            "holds": [assets[n]["id"] for n in chance.some_of(assets, 3)] if kind in STORES else [],
            "controls": [c for c in CONTROLS if chance.percent(40)],
        })
    flows = connect(chance, parts, parent, assets)
    return {"title": f"Made-up system of {elements}", "assets": assets, "boundaries": boundaries,
            "elements": parts, "flows": flows}


def places(elements):
    """The boundaries, outer ones first, and the ids of the innermost ones."""
    segments = max(2, -(-elements // GROUP))
    networks = -(-segments // 4)
    regions = -(-networks // 4)
    boundaries = [{"id": "internet", "title": "Internet", "inside": None}]
    boundaries += [{"id": f"r{i}", "title": f"Region {i}", "inside": None} for i in range(regions)]
    boundaries += [{"id": f"n{i}", "title": f"Network {i}", "inside": f"r{i // 4}"}
                   for i in range(networks)]
    boundaries += [{"id": f"s{i}", "title": f"Segment {i}", "inside": f"n{i // 4}"}
                   for i in range(segments)]
    return boundaries, [f"s{i}" for i in range(segments)]


def connect(chance, parts, parent, assets):
    direct, around = {}, {}
    for part in parts:
        direct.setdefault(part["inside"], []).append(part)
        place = part["inside"]
        while place:
            around.setdefault(place, []).append(part)
            place = parent[place]
    # Only groups in which some flow can start and some can end.
    groups = [group for group in direct.values()
              if len(group) > 1 and any(part["kind"] not in OUTSIDE for part in group)
              and any(part["kind"] not in STORES for part in group)]
    flows = []
    while len(flows) < len(parts) * 3 // 2:
        # Two flows in five cross a boundary, spread evenly.
        crosses = len(flows) % 5 in (1, 3) or not groups
        if crosses:
            source = chance.one_of(parts)
            width = chance.weighted([(1, 50), (2, 30), (3, 20)])
            place = source["inside"]
            for _ in range(width):
                place = place and parent[place]
            target = chance.one_of(around[place] if place else parts)
        else:
            source, target = (chance.one_of(group) for group in [chance.one_of(groups)] * 2)
        if target["kind"] in OUTSIDE or source["kind"] in STORES:
            source, target = target, source
        if source is target or crosses != (source["inside"] != target["inside"]):
            continue
        # A store starts no flow, and nobody outside is called.
        if source["kind"] in STORES or target["kind"] in OUTSIDE:
            continue
        spoken = SPOKEN.get(target["kind"], SPOKEN_ELSE)
        protocol, port, encrypted = chance.weighted([(row[:3], row[3]) for row in spoken])
        flows.append({
            "id": f"f{len(flows)}", "title": f"Flow {len(flows)}", "source": source["id"],
            "target": target["id"], "protocol": protocol, "port": port, "encrypted": encrypted,
            "authenticated": chance.weighted([("no", 30), ("password", 30), ("token", 40)]),
            "carries": [assets[n]["id"] for n in chance.some_of(assets, 2)],
            "crosses": crossed(parent, source["inside"], target["inside"]),
        })
    return flows


def crossed(parent, source, target):
    def chain(place):
        found = []
        while place:
            found.append(place)
            place = parent[place]
        return found

    left, right = chain(source), chain(target)
    return [b for b in left if b not in right] + [b for b in reversed(right) if b not in left]


def as_tm(model):
    word = {"person": "external", "partner": "external", "database": "store", "files": "store"}
    lines = [f"model {json.dumps(model['title'])} {{", '  version: "1"', "  method: stride", "}"]
    for asset in model["assets"]:
        lines += [f"asset {asset['id']} {json.dumps(asset['title'])} {{",
                  f"  confidentiality: {asset['level']}"]
        classes = ["pii"] * asset["personal"] + ["credentials"] * asset["secret"]
        if classes:
            lines.append(f"  class: {', '.join(classes)}")
        lines.append("}")
    inner, inside = {}, {}
    for boundary in model["boundaries"]:
        inner.setdefault(boundary["inside"], []).append(boundary)
    for part in model["elements"]:
        inside.setdefault(part["inside"], []).append(part)

    def write(boundary, indent):
        zone = "internet" if boundary["id"] == "internet" else "cloud"
        lines.append(f"{indent}boundary {boundary['id']} {json.dumps(boundary['title'])} {{")
        lines.append(f"{indent}  zone: {zone}")
        for part in inside.get(boundary["id"], []):
            keyword = word.get(part["kind"], "process")
            facts = ["human: yes"] * (part["kind"] == "person")
            if part["holds"]:
                facts.append("holds: " + ", ".join(part["holds"]))
            if keyword == "store" and "isEncryptedAtRest" in part["controls"]:
                facts.append("encrypted: yes")
            heading = f"{indent}  {keyword} {part['id']} {json.dumps(part['title'])}"
            if facts:
                lines.append(heading + " {")
                lines.extend(f"{indent}    {fact}" for fact in facts)
                lines.append(f"{indent}  }}")
            else:
                lines.append(heading)
        for child in inner.get(boundary["id"], []):
            write(child, indent + "  ")
        lines.append(indent + "}")

    for boundary in inner[None]:
        write(boundary, "")
    for flow in model["flows"]:
        lines += [f"flow {flow['id']}: {flow['source']} -> {flow['target']} "
                  f"{json.dumps(flow['title'])} {{", f"  carries: {', '.join(flow['carries'])}"]
        if flow["crosses"]:
            lines.append(f"  crosses: {', '.join(flow['crosses'])}")
        lines.append(f"  protocol: {flow['protocol']}")
        if flow["authenticated"] != "no":
            lines.append(f"  authenticated: {flow['authenticated']}")
        lines += [f"  encrypted: {'yes' if flow['encrypted'] else 'no'}", "}"]
    return "\n".join(lines) + "\n"


def as_pytm(model):
    made = {"person": "Actor", "partner": "ExternalEntity", "web": "Server", "service": "Server",
            "function": "Lambda", "worker": "Process", "database": "Datastore", "files": "Datastore",
            "queue": "Server"}
    secrecy = {"none": "PUBLIC", "low": "RESTRICTED", "medium": "SENSITIVE", "high": "SECRET"}
    lines = ["from pytm import *", f"tm = TM({model['title']!r})", "tm.description = 'made up'"]
    for asset in model["assets"]:
        lines.append(
            f"{asset['id']} = Data({asset['title']!r}, isPII={asset['personal']}, isCredentials="
            f"{asset['secret']}, classification=Classification.{secrecy[asset['level']]})")
    for boundary in model["boundaries"]:
        lines.append(f"{boundary['id']} = Boundary({boundary['title']!r})")
        if boundary["inside"]:
            lines.append(f"{boundary['id']}.inBoundary = {boundary['inside']}")
    for part in model["elements"]:
        name = part["id"]
        lines += [f"{name} = {made[part['kind']]}({part['title']!r})",
                  f"{name}.inBoundary = {part['inside']}"]
        if part["kind"] == "database":
            lines.append(f"{name}.type = DatastoreType.SQL")
        if part["holds"]:
            lines.append(f"{name}.data = [{', '.join(part['holds'])}]")
        lines += [f"{name}.controls.{control} = True" for control in part["controls"]]
    for flow in model["flows"]:
        name = flow["id"]
        lines += [f"{name} = Dataflow({flow['source']}, {flow['target']}, {flow['title']!r})",
                  f"{name}.protocol = {flow['protocol'].upper()!r}",
                  f"{name}.dstPort = {flow['port']}",
                  f"{name}.data = [{', '.join(flow['carries'])}]"]
        if flow["encrypted"]:
            lines += [f"{name}.controls.isEncrypted = True",
                      f"{name}.tlsVersion = TLSVersion.TLSv12"]
    return "\n".join(lines + ["tm.process()", ""])


FORMS = {"tm": as_tm, "pytm": as_pytm, "json": lambda model: json.dumps(model, indent=1) + "\n"}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--elements", type=int, required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--form", choices=sorted(FORMS), required=True)
    options.add_argument("--counts", action="store_true", help="print what there is, as JSON")
    options.add_argument("-o", "--output", required=True)
    chosen = options.parse_args()
    model = system(chosen.elements, chosen.seed)
    with open(chosen.output, "w", encoding="utf-8") as file:
        file.write(FORMS[chosen.form](model))
    if chosen.counts:
        print(json.dumps({
            "elements": len(model["elements"]), "boundaries": len(model["boundaries"]),
            "flows": len(model["flows"]), "crossing": sum(bool(f["crosses"]) for f in model["flows"]),
        }))


if __name__ == "__main__":
    sys.exit(main())
