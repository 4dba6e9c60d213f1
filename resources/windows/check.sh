#!/usr/bin/env bash
# Install what build.sh made under Wine and use it: commands, window, upgrade, removal.
# Usage: bash resources/windows/check.sh OUT [--tests]     Fails where Wine cannot be had.
# --tests runs the tests of the layers without a window by the Windows Python too.
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(realpath -m "${1:?Usage: bash resources/windows/check.sh OUT [--tests]}")
bash "$here/../packing/install-tools.sh" python3 python3-pip wine wine64 xvfb x11-utils imagemagick \
    gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 nsis librsvg2-bin
cd "$here/../.."
# in the place of this shell, so that a signal to end reaches who started Wine
exec /usr/bin/python3 -B -m resources.windows.check "$out" "${@:2}"
