#!/usr/bin/env bash
# Install what build.sh made under Wine and use it: commands, window, tests, upgrade, removal.
# Usage: bash resources/windows/check.sh OUT [--twice]
# --twice builds once more first and expects the same bytes. Fails where Wine cannot be had.
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(realpath -m "${1:?Usage: bash resources/windows/check.sh OUT [--twice]}")
bash "$here/../packing/install-tools.sh" python3 python3-pip wine wine64 xvfb x11-utils imagemagick \
    gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 nsis librsvg2-bin
cd "$here/../.."
if [ "${2:-}" = "--twice" ]; then
    again=$(mktemp -d)
    trap 'rm -rf "$again"' EXIT
    bash resources/windows/build.sh "$again"
    diff "$out/SHA256SUMS" "$again/SHA256SUMS"
    echo "built twice: the same bytes"
fi
/usr/bin/python3 -B -m resources.windows.check "$out"
