#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Writes a made-up bill of materials, vulnerabilities, and a model that declares some of the components.

    generate_software.py --components 5000 --vulnerabilities 50000 --folder made-up

Writes `sbom.cdx.json`, `nvd.json`, `osv.json` and `model.tm`. The NVD file has entries of the size that
the API answers with, about 3.8 kB each; each names a product of the bill, or, three times in four, one
that is not in it. The model declares one component in ten, in elements of ten each.
"""
import argparse
import json
import random
from pathlib import Path

VECTORS = [
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, "CRITICAL"),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", 7.5, "HIGH"),
    ("CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", 5.5, "MEDIUM"),
]


class Maker:
    def __init__(self, components, seed):
        self.components = components
        self.chance = random.Random(seed)

    def version(self, index):
        return f"{index % 7}.{index % 13}.{index % 29}"

    def component(self, index):
        version = self.version(index)
        return {
            "type": "library", "bom-ref": f"c{index}", "name": f"library-{index}", "version": version,
            "cpe": f"cpe:2.3:a:vendor{index % 400}:library-{index}:{version}:*:*:*:*:*:*:*",
            "purl": f"pkg:npm/library-{index}@{version}"}

    def product(self):
        """A component of the bill one time in four, else one that nobody has."""
        index = int(self.chance.random() * self.components)
        return index if self.chance.random() < 0.25 else index + self.components

    def nvd(self, number):
        index = self.product()
        vector, score, severity = VECTORS[number % 3]
        text = f"A flaw in library-{index} lets somebody do what nobody meant. " * 12
        match = {
            "vulnerable": True,
            "criteria": f"cpe:2.3:a:vendor{index % 400}:library-{index}:*:*:*:*:*:*:*:*",
            "versionEndExcluding": f"{number % 7}.{number % 13}.0",
            "matchCriteriaId": "00000000-0000-0000-0000-000000000000"}
        return {"cve": {
            "id": f"CVE-2030-{number:06d}", "sourceIdentifier": "security@example.org",
            "published": "2030-01-01T00:00:00.000", "lastModified": "2030-01-02T00:00:00.000",
            "vulnStatus": "Analyzed",
            "descriptions": [{"lang": "en", "value": text}, {"lang": "es", "value": text}],
            "metrics": {"cvssMetricV31": [{
                "source": "nvd@nist.gov", "type": "Primary", "exploitabilityScore": 3.9,
                "impactScore": 5.9, "cvssData": {
                    "version": "3.1", "vectorString": vector, "baseScore": score,
                    "baseSeverity": severity, "attackVector": "NETWORK"}}]},
            "weaknesses": [{"source": "nvd@nist.gov", "type": "Primary", "description": [
                {"lang": "en", "value": f"CWE-{number % 900 + 1}"}]}],
            "configurations": [{"nodes": [{
                "operator": "OR", "negate": False, "cpeMatch": [match, dict(match), dict(match)]}]}],
            "references": [
                {"url": f"https://example.org/{number}/{place}", "source": "security@example.org",
                 "tags": ["Patch", "Vendor Advisory"]} for place in range(8)]}}

    def osv(self, number):
        index = self.product()
        return {
            "id": f"OSV-2030-{number:06d}", "modified": "2030-01-01T00:00:00Z",
            "aliases": [f"CVE-2030-{number:06d}"], "summary": f"A flaw in library-{index}",
            "severity": [{"type": "CVSS_V3", "score": VECTORS[number % 3][0]}],
            "affected": [{
                "package": {"ecosystem": "npm", "name": f"library-{index}"},
                "ranges": [{"type": "SEMVER", "events": [
                    {"introduced": "0"}, {"fixed": f"{number % 7}.{number % 13}.0"}]}]}]}

    def model(self):
        lines = ['model "Made-up software"', ""]
        declared = list(range(0, self.components, 10))
        for start in range(0, len(declared), 10):
            lines.append(f'process part-{start} "Part {start}" {{')
            for index in declared[start:start + 10]:
                version = self.version(index)
                lines.append(
                    f'  component library-{index} "library-{index}" {{ version: "{version}"; '
                    f'purl: "pkg:npm/library-{index}@{version}"; '
                    f'cpe: "cpe:2.3:a:vendor{index % 400}:library-{index}:{version}:*:*:*:*:*:*:*" }}')
            lines.append("}")
        return "\n".join(lines) + "\n"


def write_list(path, head, entries, tail):
    """Entry by entry, so that a large file needs no large memory."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(head)
        for number, entry in enumerate(entries):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(entry, indent=1))
        file.write(tail)


def write(folder, components, vulnerabilities, seed=1):
    maker = Maker(components, seed)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.tm").write_text(maker.model(), encoding="utf-8")
    write_list(
        folder / "sbom.cdx.json",
        '{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [',
        (maker.component(index) for index in range(components)), "\n]}\n")
    write_list(
        folder / "nvd.json", '{"format": "NVD_CVE", "version": "2.0", "vulnerabilities": [',
        (maker.nvd(number) for number in range(vulnerabilities)), "\n]}\n")
    write_list(
        folder / "osv.json", '{"vulns": [',
        (maker.osv(number) for number in range(vulnerabilities)), "\n]}\n")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--components", type=int, default=5_000)
    options.add_argument("--vulnerabilities", type=int, default=50_000)
    options.add_argument("--folder", default="made-up")
    chosen = options.parse_args()
    write(chosen.folder, chosen.components, chosen.vulnerabilities)


if __name__ == "__main__":
    main()
