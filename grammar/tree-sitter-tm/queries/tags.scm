; SPDX-FileCopyrightText: The Drawbridge authors
; SPDX-License-Identifier: Apache-2.0

(declaration
  keyword: (keyword)
  id: [
    (name)
    (path)
  ] @name) @definition.class

(flow
  id: [
    (name)
    (path)
  ] @name) @definition.function

(flow
  source: [
    (name)
    (path)
  ] @name) @reference.class

(flow
  target: [
    (name)
    (path)
  ] @name) @reference.class
