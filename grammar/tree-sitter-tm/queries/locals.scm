; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

; A declaration names what other places speak of; a body is a scope, from which names outside can be seen.
(source_file) @local.scope

(body) @local.scope

(declaration
  id: (name) @local.definition)

(flow
  id: (name) @local.definition)

(import
  id: (name) @local.definition)

(flow
  source: (name) @local.reference)

(flow
  target: (name) @local.reference)

(property
  value: (name) @local.reference)
