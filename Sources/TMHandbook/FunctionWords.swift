// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// What the words of `function` mean: which questions are asked, and of whom, hangs on them.
enum FunctionWords {
  /// A sentence about what has the function.
  static func sentence(of word: String) -> String? { meanings[word].map { "It \($0)." } }

  private static let meanings: [String: String] = [
    "therapy": "treats a patient: doses, paces, ventilates, stimulates",
    "measurement": "measures something of a patient or of a process",
    "alarm": "raises or passes on alarms that somebody has to act on",
    "emergency-stop":
      "ends a movement, dose or process at once, whoever asks for it; of a flow, the press of that button",
    "interlock":
      "keeps a machine from running while a state is unsafe: a door contact, a safety controller, a light curtain",
    "radiation": "makes or controls radiation",
    "motion": "moves an axis, a table, an arm, a valve or a drive",
    "calibration": "sets what measured or given values are compared with",
    "update": "brings or installs software",
    "emergency-access": "lets somebody in past the usual rights in an emergency, and says so",
    "clinical-display": "shows values or pictures that somebody treats by",
    "service-access":
      "is there for service: an engineering workstation, a jump host, a remote session; who works there has the rights of service",
    "authentication": "checks who somebody is, for others: an identity provider, a directory",
    "logging": "records what happened",
    "browser":
      "runs pages of others for whoever sits in front of it: a web browser, a single-page application in it, a renderer of pages",
    "build": "makes software from sources: a pipeline, a compiler, a packager",
    "signing": "signs software or documents with a key of its own",
    "commands":
      "runs commands of an operating system, such as a shell, a converter or scripts, with arguments that it is given; "
      + "that a controller gives or takes set points is no such command: say `content: command` of those",
    "machine-learning": "decides by a model that was trained",
    "language-model": "answers text by a language model",
    "agent": "acts by itself, with tools and rights, on what a language model says",
    "clock": "gives the time to others",
    "reverse-proxy":
      "stands in front of services and only passes requests on: a gateway, a load balancer, a cache at the edge; "
      + "who may do what, and what content does, is asked of the services behind it",
    "de-identification": "takes from data what names a person",
  ]
}
