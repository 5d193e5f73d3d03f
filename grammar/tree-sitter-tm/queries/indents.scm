; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

[
  (body)
  (group)
  (attribute)
] @indent.begin

[
  "}"
  ")"
] @indent.branch @indent.end

(comment) @indent.ignore

(text) @indent.auto
