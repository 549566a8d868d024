# Copyright (c) Prosumeter contributors.
# Licensed under the MIT license. See LICENSE in the repository root.
#
# Sourced by ./prosumeter and ./test: finds the repository and a fitting .NET SDK.

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Debian without libicu: the products run invariant anyway, the SDK must too.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

# The SDK and NuGet keep their caches under HOME, which a service or a bare container may lack.
use_some_home() {
  [ -n "${HOME:-}" ] || HOME="$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)"
  if [ -z "$HOME" ] || [ ! -w "$HOME" ]; then
    HOME="$root/artifacts/home"
    mkdir -p "$HOME"
  fi
  export HOME
}

# Puts the .NET SDK that global.json asks for on the path, or says what to install and ends.
require_dotnet() {
  use_some_home
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    command -v dotnet >/dev/null 2>&1 && break
    [ -n "$place" ] && [ -x "$place/dotnet" ] && PATH="$place:$PATH"
  done
  local wanted
  wanted="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")"
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "The .NET SDK is missing. Install the .NET SDK $wanted or a newer 10.0 one: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 69
  fi
  if ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    echo "No fitting .NET SDK. Installed: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ')." >&2
    echo "Install the .NET SDK $wanted or a newer 10.0 one: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 69
  fi
}
