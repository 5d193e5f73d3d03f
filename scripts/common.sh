# shellcheck shell=bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# What the scripts share: messages, and the installation of what is missing. To be sourced.

say() { printf '==> %s\n' "$*"; }

die() {
  printf 'error: %s\n' "$1" >&2
  shift
  if (($# > 0)); then printf '       %s\n' "$@" >&2; fi
  exit 1
}

has_command() { command -v "$1" >/dev/null 2>&1; }

# Whether pkg-config finds a library to build against.
has_package_config() { has_command pkg-config && pkg-config --exists "$1"; }

# Whether the loader finds a shared library, given by the name of its file.
has_shared_library() {
  local cache
  cache=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 1
  [[ $cache == *"$1"* ]]
}

# Packages of Debian and Ubuntu that are to be installed.
missing=()

# need PACKAGE TEST…: notes the package unless the test succeeds.
need() {
  local package=$1
  shift
  if ! "$@"; then missing+=("$package"); fi
}

need_for_building() {
  need git has_command git
  need pkg-config has_command pkg-config
  need libgraphviz-dev has_package_config libgvc
  need libexpat1-dev has_package_config expat
  need libyaml-dev has_package_config yaml-0.1
  need zlib1g-dev has_package_config zlib
}

# The libraries that draw PNG and PDF; the program looks for them when it is asked for these.
need_for_pictures() {
  need librsvg2-2 has_shared_library librsvg-2.so.2
  need libcairo2 has_shared_library libcairo.so.2
}

# Installs what was noted; without anything to install, asks neither for a network nor for rights.
install_missing() {
  if ((${#missing[@]} == 0)); then return; fi
  has_command apt-get || die "this needs: ${missing[*]}" \
    "these are the names in Debian and Ubuntu; install them and run this again"
  local as_root=()
  if ((EUID != 0)); then
    has_command sudo || die "this needs packages, and rights to install them" \
      "as root, run: apt-get update && apt-get install ${missing[*]}" "then run this again"
    as_root=(sudo)
  fi
  say "installing with apt-get: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null ||
    say "apt-get update failed; going on with the lists that are there"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null ||
    die "apt-get could not install: ${missing[*]}" "its messages stand above"
  missing=()
}

# Requires Swift 6.1 or newer.
require_swift() {
  has_command swift || die "swift was not found" \
    "install Swift 6.1 or newer (https://www.swift.org/install/linux/) and put it on the PATH"
  local text version
  text=$(swift --version 2>&1) || die "swift does not run" "$text"
  version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"$text" | head -n 1)
  if [[ -z $version ]]; then die "swift does not say its version" "$text"; fi
  if ((${version%%.*} < 6)) || { ((${version%%.*} == 6)) && ((${version#*.} < 1)); }; then
    die "this is Swift $version, and 6.1 or newer is needed" \
      "https://www.swift.org/install/linux/ has the newest"
  fi
  say "Swift $version"
}

# Whether the toolchain has the static standard library.
has_static_library() {
  local resources
  resources=$(swiftc -print-target-info 2>/dev/null |
    sed -nE 's/.*"runtimeResourcePath" *: *"([^"]*)".*/\1/p') || return 1
  [[ -n $resources && -d ${resources}_static ]]
}
