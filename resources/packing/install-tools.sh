#!/usr/bin/env bash
# Install the Debian packages that are named and missing. Usage: bash install-tools.sh PACKAGE…
set -eu

missing=""
for name in "$@"; do
    dpkg -s "$name" 2>/dev/null | grep -q '^Status: install ok installed' || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Please install as administrator: apt-get install$missing" >&2
        exit 1
    fi
    as_root="sudo -n"
fi
echo "Installing:$missing"
$as_root apt-get -qq update
# shellcheck disable=SC2086 # the names are words
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends $missing >/dev/null
