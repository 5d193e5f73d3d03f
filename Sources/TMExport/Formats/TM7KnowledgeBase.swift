// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMInterchange
import TMThreats

/// The template that a `.tm7` file carries: the kinds of stencils, and a threat type for each category.
///
/// Of the tool's core template only the ids of stencils and attributes are there, in words of our own. Its
/// pictures, and its threat types with the conditions that make the tool list threats by itself, are not: the
/// threats of the file are those of the model.
struct TM7KnowledgeBase {
  /// A kind of stencil beside the generic ones.
  struct Stencil: Hashable {
    let id: String
    let name: String
    /// The generic kind: `GE.P`.
    let parent: String
  }

  private(set) var stencils: [Stencil] = []
  private var known: [String: Stencil] = [:]
  let categories: [ThreatCategory]

  init(categories: [ThreatCategory]) { self.categories = categories }

  static let generic: [(id: String, name: String, shape: String)] = [
    ("GE.P", "Generic Process", "Ellipse"),
    ("GE.EI", "Generic External Interactor", "Rectangle"),
    ("GE.DS", "Generic Data Store", "ParallelLines"), ("GE.DF", "Generic Data Flow", "Line"),
    ("GE.TB.L", "Generic Trust Line Boundary", "LineBoundary"),
    ("GE.TB.B", "Generic Trust Border Boundary", "BorderBoundary"),
    ("GE.A", "Free Text Annotation", "Annotation"),
  ]

  /// Flows of the core template, by the protocols of the language.
  private static let core = [
    "http": "SE.DF.TMCore.HTTP", "https": "SE.DF.TMCore.HTTPS", "ipsec": "SE.DF.TMCore.IPsec",
    "smb": "SE.DF.TMCore.SMB", "udp": "SE.DF.TMCore.UDP",
  ]

  /// The stencil of a name, made where there is none yet.
  mutating func stencil(named name: String, of parent: String) -> Stencil {
    let key = "\(parent) \(name)"
    if let found = known[key] { return found }
    let coreID = parent == "GE.DF" ? Self.core[name] : nil
    let stencil = Stencil(
      id: coreID ?? StableUUID.of("tm:stencil:\(key)"), name: name, parent: parent)
    known[key] = stencil
    stencils.append(stencil)
    return stencil
  }

  /// The ids of user-defined threats of the core template for STRIDE.
  static func type(of category: ThreatCategory) -> String {
    ThreatCategory.stride.contains(category)
      ? "\(category.abbreviation)U" : "TM.\(category.abbreviation)"
  }

  /// What is violated, as a sentence; empty where the model does not say it.
  static func property(of category: ThreatCategory) -> String {
    category.violatedProperty.map { "Violates \($0)." } ?? ""
  }

  static func name(of category: ThreatCategory) -> String {
    category.rawValue.split(separator: "-").enumerated().map { index, word in
      let isSmall = word == "of" && index > 0
      return isSmall ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  // MARK: - Writing

  func write(id: String, to writer: inout XMLWriter) {
    writer.element(
      "KnowledgeBase",
      [
        ("z:Id", id), ("xmlns:a", TM7Namespace.knowledgeBase),
        ("xmlns:z", TM7Namespace.serialization),
      ]
    ) { writer in
      writer.element("a:GenericElements") { writer in
        for kind in Self.generic {
          Self.write(kind.id, kind.name, parent: "ROOT", shape: kind.shape, to: &writer)
        }
      }
      writer.element("a:Manifest") { writer in
        writer.element("a:Author", text: TM7Mark.author)
        writer.element("a:Id", text: StableUUID.of("tm:knowledge-base"))
        writer.element("a:Name", text: "Drawbridge")
        writer.element("a:Version", text: "1.0.0.0")
      }
      writer.element("a:StandardElements") { writer in
        for stencil in stencils {
          let shape = Self.generic.first { $0.id == stencil.parent }?.shape ?? "Ellipse"
          Self.write(
            stencil.id, stencil.name, parent: stencil.parent, shape: shape, to: &writer)
        }
      }
      writer.element("a:ThreatCategories") { writer in
        for category in categories {
          writer.element("a:ThreatCategory") { writer in
            writer.element("a:IsExtension", text: "false")
            writer.element("a:Id", text: category.abbreviation)
            writer.empty("a:LongDescription")
            writer.element("a:Name", text: Self.name(of: category))
            writer.element(
              "a:ShortDescription", text: Self.property(of: category))
          }
        }
      }
      Self.writeFields(to: &writer)
      writer.element("a:ThreatTypes") { writer in
        for category in categories { Self.write(typeOf: category, to: &writer) }
      }
    }
  }

  private static func write(
    _ id: String, _ name: String, parent: String, shape: String, to writer: inout XMLWriter
  ) {
    writer.element("a:ElementType") { writer in
      writer.element("a:IsExtension", text: "false")
      writer.empty("a:Attributes")
      writer.empty(
        "a:AvailableToBaseModels",
        [("xmlns:b", "\(TM7Namespace.root).ExternalStorage.OM")])
      writer.empty("a:Behavior", [("i:nil", "true")])
      writer.element("a:Description", text: name)
      writer.element("a:Hidden", text: "false")
      writer.element("a:Id", text: id)
      writer.element("a:ImageLocation", text: "Centered on stencil")
      writer.empty("a:ImageSource")
      writer.empty("a:ImageStream", [("i:nil", "true")])
      writer.element("a:Name", text: name)
      writer.element("a:ParentId", text: parent)
      writer.element("a:Representation", text: shape)
      writer.empty("a:Shape", [("i:nil", "true")])
    }
  }

  /// What the tool's own list of threats has columns for.
  private static func writeFields(to writer: inout XMLWriter) {
    let fields: [(name: String, label: String, id: String, values: [String])] = [
      ("Title", "Title", "ac0f9ea8-3b39-4ce9-bac2-6787124d7b48", []),
      ("UserThreatCategory", "Category", "", []),
      (
        "UserThreatShortDescription", "Short Description", "5d3b996b-aed5-4d95-8cf6-617bb67bf042",
        []
      ),
      ("UserThreatDescription", "Description", "cf377f97-9dea-42d6-ae63-b097c4a8ec4d", []),
      ("StateInformation", "Justification", "0406a684-e06e-4643-ba21-0f63104d9131", []),
      ("InteractionString", "Interaction", "d64f8926-f09d-4d67-a86f-fb4ad5036451", []),
      ("PossibleMitigations", "Possible Mitigations", StableUUID.of("tm:possible-mitigations"), []),
      (
        "Priority", "Priority", "bc9c6e2a-15d0-4863-9cac-589e51e4ca1e",
        ["Not Selected", "High", "Medium", "Low"]
      ),
    ]
    // What only an import reads is in no column.
    let hidden = TM7Mark.all.map { ($0, $0, StableUUID.of("tm:\($0)"), [String]()) }
    writer.element("a:ThreatMetaData") { writer in
      writer.element("IsPriorityUsed", text: "true")
      writer.element("IsStatusUsed", text: "true")
      writer.element("PropertiesMetaData") { writer in
        for field in fields + hidden {
          writer.element("ThreatMetaDatum") { writer in
            writer.element("Name", text: field.name)
            writer.element("Label", text: field.label)
            writer.element("HideFromUI", text: TM7Mark.all.contains(field.name) ? "true" : "false")
            writer.element("Values", [("xmlns:b", TM7Namespace.arrays)]) { writer in
              if field.values.isEmpty { writer.empty("b:string") }
              for value in field.values { writer.element("b:string", text: value) }
            }
            if field.id.isEmpty {
              writer.empty("Id", [("i:nil", "true")])
            } else {
              writer.element("Id", text: field.id)
            }
          }
        }
      }
    }
  }

  private static func write(typeOf category: ThreatCategory, to writer: inout XMLWriter) {
    writer.element("a:ThreatType") { writer in
      writer.element("a:IsExtension", text: "false")
      writer.element("a:Category", text: category.abbreviation)
      writer.element("a:Description", text: Self.property(of: category))
      writer.element("a:GenerationFilters") { writer in
        writer.empty("a:Exclude")
        // True of nothing: the tool makes no threats of its own out of it.
        writer.element("a:Include", text: "source is 'ROOT'")
      }
      writer.element("a:Id", text: type(of: category))
      writer.empty("a:PropertiesMetaData")
      writer.empty("a:RelatedCategory")
      writer.element("a:ShortTitle", text: name(of: category))
    }
  }
}

/// The namespaces of the format.
enum TM7Namespace {
  static let root = "http://schemas.datacontract.org/2004/07/ThreatModeling"
  static let model = "\(root).Model"
  static let abstracts = "\(root).Model.Abstracts"
  static let knowledgeBase = "\(root).KnowledgeBase"
  static let arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
  static let serialization = "http://schemas.microsoft.com/2003/10/Serialization/"
  static let instance = "http://www.w3.org/2001/XMLSchema-instance"
  static let schema = "http://www.w3.org/2001/XMLSchema"
}
