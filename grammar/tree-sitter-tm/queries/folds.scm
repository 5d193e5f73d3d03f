; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

(body) @fold

(group) @fold

(attribute) @fold

(text) @fold
