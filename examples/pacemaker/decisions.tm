// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// One rating and decision for threats that are alike; the triage of a single threat wins.
