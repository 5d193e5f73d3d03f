// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

policy {
  missing-boundary: error
  accept: score < 4.0, category is denial-of-service and score < 7.0
  require: because on accepted
}
