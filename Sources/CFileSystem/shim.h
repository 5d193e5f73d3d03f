// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// What Swift's own module of the C library leaves out.

#include <sys/xattr.h>

// Declared by <stdio.h> where `_GNU_SOURCE` is defined, which that module does not do.
int renameat2(int, const char *, int, const char *, unsigned int);
