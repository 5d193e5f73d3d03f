# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""Reads a model of another tool without this program, and prints what is in it as JSON.

    read_back.py FILE

Elements are [kind, title, box around], flows [source, target], boundaries [title], threats [title, state],
each sorted. Kinds are those of the format; a format without kinds gives "component".
"""

import json
import re
import sys
import xml.etree.ElementTree as tree

import yaml


def plain(text):
    """One line, as a person reads it."""
    text = (text or "").replace("\\n", " ").replace("\\r", " ")
    return re.sub(r"\s+", " ", text).strip()


def inside(box, point):
    return box[0] <= point[0] <= box[0] + box[2] and box[1] <= point[1] <= box[1] + box[3]


def around(box, boxes):
    """The title of the smallest box that holds the middle of another."""
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    found = [(b[2] * b[3], title) for title, b in boxes if inside(b, middle)]
    return min(found)[1] if found else ""


def state(word):
    word = re.sub("[^a-z]", "", word.lower())
    if word in ("mitigated", "implemented"):
        return "mitigated"
    if word in ("na", "notapplicable"):
        return "not-applicable"
    return "open"


def read_threat_dragon(document):
    elements, flows, boundaries, threats = [], [], [], []
    for diagram in document["detail"].get("diagrams", []):
        cells = diagram.get("cells") or diagram.get("diagramJson", {}).get("cells") or []
        titles, boxes, drawn = {}, [], []
        for cell in cells:
            data = cell.get("data") or cell
            kind = data.get("type") or {
                "process": "tm.Process", "store": "tm.Store", "actor": "tm.Actor", "flow": "tm.Flow",
                "trust-boundary-box": "tm.BoundaryBox",
            }.get(cell.get("shape"), "")
            attrs = cell.get("attrs", {})
            title = data.get("name") or attrs.get("text", {}).get("text") or ""
            box = None
            if "position" in cell and "size" in cell:
                box = (cell["position"]["x"], cell["position"]["y"],
                       cell["size"]["width"], cell["size"]["height"])
            found = list(data.get("threats", []))
            if data is not cell:
                found += cell.get("threats", [])
            if kind in ("tm.Process", "tm.Store", "tm.Actor"):
                titles[cell["id"]] = plain(title)
                drawn.append((kind, plain(title), box))
            elif kind == "tm.BoundaryBox" or cell.get("shape") == "trust-boundary-box":
                boxes.append((plain(title), box))
                found = []
            elif kind != "tm.Flow":
                found = []
            threats += [[plain(t.get("title")), state(t.get("status", ""))] for t in found]
        elements += [[k, t, around(b, boxes)] for k, t, b in drawn]
        boundaries += [[t] for t, _ in boxes]
        for cell in cells:
            data = cell.get("data") or cell
            if data.get("type") != "tm.Flow" and cell.get("shape") != "flow":
                continue
            ends = [cell.get(e, {}).get("cell") or cell.get(e, {}).get("id")
                    for e in ("source", "target")]
            if all(e in titles for e in ends):
                flows.append([titles[e] for e in ends])
    return elements, flows, boundaries, threats


def read_otm(document):
    titles, elements, flows, boundaries, threats = {}, [], [], [], []
    zones = {z["id"]: plain(z["name"]) for z in document.get("trustZones") or []}
    components = {c["id"]: c for c in document.get("components") or []}
    names = {t["id"]: plain(t["name"]) for t in document.get("threats") or []}

    def zone(component, depth=0):
        parent = component.get("parent") or {}
        if "trustZone" in parent or depth > 50:
            return zones.get(parent.get("trustZone"), "")
        outer = components.get(parent.get("component"))
        return zone(outer, depth + 1) if outer else ""

    for component in components.values():
        titles[component["id"]] = plain(component["name"])
        elements.append(["component", plain(component["name"]), zone(component)])
    for flow in document.get("dataflows") or []:
        ends = [flow.get("source"), flow.get("destination")]
        if all(e in titles for e in ends):
            flows.append([titles[e] for e in ends])
    for place in list(components.values()) + list(document.get("dataflows") or []):
        for threat in place.get("threats") or []:
            threats.append([names.get(threat["threat"], plain(threat["threat"])),
                            state(threat["state"])])
    return elements, flows, [[z] for z in zones.values()], threats


def read_tm7(root):
    def local(node):
        return node.tag.split("}")[-1]

    def child(node, *names):
        for name in names:
            node = next((c for c in node if local(c) == name), None)
            if node is None:
                return None
        return node

    def text(node, name):
        found = child(node, name)
        return found.text or "" if found is not None else ""

    kind_of = {"StencilEllipse": "process", "StencilRectangle": "external",
               "StencilParallelLines": "store"}
    elements, flows, boundaries, threats, lines = [], [], [], [], set()
    for surface in child(root, "DrawingSurfaceList"):
        titles, boxes, drawn = {}, [], []
        for pair in list(child(surface, "Borders")) + list(child(surface, "Lines")):
            value = child(pair, "Value")
            shape = next(v for k, v in value.attrib.items() if k.endswith("}type"))
            title = ""
            for attribute in child(value, "Properties"):
                if text(attribute, "DisplayName") == "Name":
                    title = plain(text(attribute, "Value"))
            if shape in kind_of and text(value, "GenericTypeId") != "GE.A":
                box = tuple(float(text(value, n) or 0) for n in ("Left", "Top", "Width", "Height"))
                titles[text(value, "Guid")] = title
                drawn.append((kind_of[shape], title, box))
            elif shape == "BorderBoundary":
                box = tuple(float(text(value, n) or 0) for n in ("Left", "Top", "Width", "Height"))
                boxes.append((title, box))
            elif shape == "Connector":
                lines.add(text(value, "Guid"))
                flows.append((text(value, "SourceGuid"), text(value, "TargetGuid")))
        elements += [[k, t, around(b, boxes)] for k, t, b in drawn]
        boundaries += [[t] for t, _ in boxes]
        flows = [[titles[e] for e in f] if all(e in titles for e in f) else f for f in flows]
    flows = [f for f in flows if isinstance(f, list)]
    for pair in child(root, "ThreatInstances"):
        value = child(pair, "Value")
        if text(value, "FlowGuid") not in lines:
            continue
        fields = {text(p, "Key"): text(p, "Value") for p in child(value, "Properties")}
        title = fields.get("Title") or text(value, "Title")
        threats.append([plain(re.sub("<[^>]*>", " ", title)), state(text(value, "State"))])
    return elements, flows, boundaries, threats


def main():
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        content = file.read()
    if content.lstrip().startswith("<"):
        found = read_tm7(tree.fromstring(content))
    else:
        document = yaml.safe_load(content) if "otmVersion" in content else json.loads(content)
        found = read_otm(document) if "otmVersion" in document else read_threat_dragon(document)
    names = ("elements", "flows", "boundaries", "threats")
    print(json.dumps({n: sorted(f) for n, f in zip(names, found)}))


main()
