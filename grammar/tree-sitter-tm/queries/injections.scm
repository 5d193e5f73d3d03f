; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

((comment) @injection.content
  (#set! injection.language "comment"))
