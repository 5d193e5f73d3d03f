// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What holds of any input has a module of its own, which the fuzzing builds without the tests; to the tests it is
// a part of their support.
@_exported import TMProperties
