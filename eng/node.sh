# Copyright (c) Prosumeter contributors.
# Licensed under the MIT license. See LICENSE in the repository root.
#
# Sourced by ./prosumeter and ./test: npm fetches the plotting library of the HTML report when the tool is built for the first time.

# Installs Node.js where it is missing and may be installed; where it may not, the build says what to do.
provide_node() {
  command -v npm >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Node.js with npm ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs npm; } >/dev/null || true
  fi
}
