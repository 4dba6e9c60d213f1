#!/usr/bin/env bash
# Build the installer and the portable folder for Windows on Debian 12, from packages by name.
# Usage: bash resources/windows/build.sh OUT | --contents
# --contents makes the folder and packs nothing. See README.md beside this file.
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:?Usage: bash resources/windows/build.sh OUT | --contents}
[ "$out" = --contents ] || out=$(realpath -m "$out")
bash "$here/../packing/install-tools.sh" python3 python3-pip git ca-certificates \
    gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 nsis librsvg2-bin
cd "$here/../.."
# Debian's own Python: another one may pack zips with another zlib
exec /usr/bin/python3 -B -m resources.windows.build "$out"
