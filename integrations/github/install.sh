#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
#
# Puts `tm` on the path of the steps that follow.
#
# VERSION, CHECKSUM, ACTION_REPOSITORY: see action.yml.

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
# shellcheck source=integrations/github/common.sh
source "$here/common.sh"
# shellcheck source=scripts/common.sh
source "$top/scripts/common.sh"

[[ $(uname -s) == Linux ]] || fail "tm runs on Linux only: give the job \`runs-on: ubuntu-latest\`"

own_version=$(sed -nE 's/^ *static let text = "([0-9.]+)"$/\1/p' \
  "$top/Sources/TMCommandLine/Console/ToolVersion.swift")
version=${VERSION:-$own_version}
folder=${RUNNER_TEMP:?}/drawbridge
mkdir -p "$folder/bin"

# The repository that the releases belong to: that of the action, also where the runner does not say it.
repository=${ACTION_REPOSITORY:-}
if [[ -z $repository && $top =~ /_actions/([^/]+/[^/]+)/ ]]; then repository=${BASH_REMATCH[1]}; fi

fetch() { curl --fail --silent --show-error --location --proto '=https' --retry 3 --output "$2" "$1"; }

# Whether the tarball of the release was there; it is unpacked only if its checksum is right.
install_release() {
  local name url expected actual
  name=drawbridge-$version-linux-$(uname -m).tar.gz
  url=${GITHUB_SERVER_URL:-https://github.com}/$repository/releases/download/v$version
  if [[ -z $repository ]] || ! fetch "$url/$name" "$folder/$name"; then return 1; fi
  expected=$CHECKSUM
  if [[ -z $expected ]]; then
    fetch "$url/SHA256SUMS" "$folder/SHA256SUMS" || fail "the release $version has no SHA256SUMS"
    expected=$(awk -v name="$name" '$2 == name { print $1 }' "$folder/SHA256SUMS")
  fi
  actual=$(sha256sum "$folder/$name" | cut -d ' ' -f 1)
  [[ $actual == "$expected" ]] || fail "$name has the SHA-256 $actual, and should have ${expected:-one}"
  tar -xzf "$folder/$name" -C "$folder" --strip-components=1 --no-same-owner
}

install_source() {
  say "building tm from $top; this takes some minutes"
  need_for_building
  install_missing
  require_swift
  local build=(swift build -c release --product tm --package-path "$top" --scratch-path "$folder/build")
  if has_static_library; then build+=(--static-swift-stdlib); fi
  "${build[@]}"
  ln -sf "$("${build[@]}" --show-bin-path)/tm" "$folder/bin/tm"
}

# The libraries of Graphviz, which place the elements of a diagram.
need_for_running() {
  need libgvc6 has_shared_library libgvc.so.6
  need libcgraph6 has_shared_library libcgraph.so.6
  need libcdt5 has_shared_library libcdt.so.5
}

case $version in
  installed)
    command -v tm >/dev/null || fail "there is no tm on the path"
    tm --version
    exit 0
    ;;
  source) install_source ;;
  *)
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] ||
      fail "the version \`$version\` is none: write it as in 0.1.0, or \`source\` or \`installed\`"
    [[ $CHECKSUM =~ ^([0-9a-f]{64})?$ ]] || fail "the checksum is none: write 64 hexadecimal digits"
    need_for_running
    install_missing
    if ! install_release; then
      [[ -z $VERSION ]] || fail "there is no release $version for $(uname -m) in ${repository:-an unknown repository}"
      command_line notice "there is no release $version for $(uname -m): tm is built from source"
      install_source
    fi
    ;;
esac

"$folder/bin/tm" --version
printf '%s\n' "$folder/bin" >>"$GITHUB_PATH"
