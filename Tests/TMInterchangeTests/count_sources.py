# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""Counts what stands in models of other tools, as a second opinion on what is imported.

Prints a line of JSON for each file: its name, and how many elements, flows, boundaries, threats, requirements and
verifications it has.
"""

import json
import sys
import xml.etree.ElementTree as tree

import yaml


def local(name):
    return name.split("}")[-1].split(":")[-1]


def descend(node, *names):
    for name in names:
        node = next((child for child in node if local(child.tag) == name), None)
        if node is None:
            return []
    return list(node)


def tm7(root):
    kinds = {}
    for surface in descend(root, "DrawingSurfaceList"):
        for part in ("Borders", "Lines"):
            for pair in descend(surface, part):
                value = next(child for child in pair if local(child.tag) == "Value")
                kind = next((local(v) for k, v in value.attrib.items() if local(k) == "type"), "")
                generic = next((c.text for c in value if local(c.tag) == "GenericTypeId"), "")
                if generic == "GE.A":
                    kind = "annotation"
                kinds[kind] = kinds.get(kind, 0) + 1
    return {
        "elements": sum(kinds.get(k, 0) for k in ("StencilEllipse", "StencilRectangle", "StencilParallelLines")),
        "flows": kinds.get("Connector", 0),
        "boundaries": kinds.get("BorderBoundary", 0) + kinds.get("LineBoundary", 0),
        "threats": len(descend(root, "ThreatInstances")),
    }


def tb7(root):
    return {"threats": len(descend(root, "ThreatTypes"))}


def dragon(model):
    shapes = {
        "process": "tm.Process", "store": "tm.Store", "actor": "tm.Actor", "flow": "tm.Flow",
        "trust-boundary-box": "tm.BoundaryBox", "trust-boundary-curve": "tm.Boundary",
        "trust-broundary-curve": "tm.Boundary", "trust-boundary": "tm.Boundary",
    }
    counts = {"elements": 0, "flows": 0, "boundaries": 0, "threats": 0}
    for diagram in model["detail"].get("diagrams") or []:
        cells = (diagram.get("diagramJson") or diagram).get("cells") or []
        for cell in cells:
            facts = cell.get("data") or cell
            kind = facts.get("type") or shapes.get(cell.get("shape"), "")
            if kind in ("tm.Process", "tm.Store", "tm.Actor"):
                counts["elements"] += 1
            elif kind == "tm.Flow":
                counts["flows"] += 1
            elif kind in ("tm.Boundary", "tm.BoundaryBox"):
                counts["boundaries"] += 1
            counts["threats"] += len(facts.get("threats") or [])
    metadata = model.get("modelMetadata") or {}
    counts["requirements"] = len(metadata.get("requirements") or [])
    counts["verifications"] = len(metadata.get("validation") or [])
    return counts


def otm(model):
    parts = (model.get("components") or []) + (model.get("dataflows") or [])
    return {
        "elements": len(model.get("components") or []),
        "flows": len(model.get("dataflows") or []),
        "boundaries": len(model.get("trustZones") or []),
        "threats": sum(len(part.get("threats") or []) for part in parts),
    }


def threagile(model):
    flows = 0
    known = {asset["id"] for asset in model["technical_assets"].values()}
    for asset in model["technical_assets"].values():
        for link in (asset.get("communication_links") or {}).values():
            sent = set(link.get("data_assets_sent") or [])
            received = set(link.get("data_assets_received") or [])
            # A link to nothing is one thing that is lost.
            flows += 2 if link["target"] in known and received and sent != received else 1
    risks = (model.get("individual_risk_categories") or {}).values()
    return {
        "elements": len(model["technical_assets"]),
        "flows": flows,
        "boundaries": len(model.get("trust_boundaries") or {}),
        "threats": sum(len(risk.get("risks_identified") or {}) for risk in risks)
        + len(model.get("risk_tracking") or {}),
        "requirements": len(model.get("security_requirements") or {}),
    }


def pytm(model):
    elements = {e["name"] for key in ("elements", "actors", "assets") for e in model.get(key) or []
                if e.get("__class__") not in ("Boundary", "Dataflow", "Data")}
    return {
        "elements": len(elements),
        "flows": len(model["flows"]),
        "boundaries": len(model.get("boundaries") or []),
        "threats": sum(len(e.get("findings") or []) for key in ("elements", "flows") for e in model.get(key) or []),
    }


def tmbom(model):
    elements = model["actors"] + model["components"] + model["data_stores"]
    zones = {zone["symbolic_name"] for zone in model["trust_zones"]}
    zones |= {element["trust_zone"] for element in elements if element.get("trust_zone")}
    return {
        "elements": len(elements),
        "flows": len(model["data_flows"]),
        "boundaries": len(zones),
        "threats": sum(max(1, len(t.get("components_affected") or [])) for t in model.get("threats") or []),
    }


def count(path):
    with open(path, "rb") as file:
        data = file.read()
    if data.lstrip()[:1] == b"<":
        root = tree.fromstring(data)
        return tb7(root) if local(root.tag) == "KnowledgeBase" else tm7(root)
    model = json.loads(data) if data.lstrip()[:1] == b"{" else yaml.safe_load(data)
    if "otmVersion" in model:
        return otm(model)
    if "technical_assets" in model:
        return threagile(model)
    if "detail" in model:
        return dragon(model)
    if "trust_zones" in model:
        return tmbom(model)
    return pytm(model)


for path in sys.argv[1:]:
    print(json.dumps({"file": path, **count(path)}))
