#!/usr/bin/env bash
# Install the Debian package, use it, look at its window, and remove it again.
# Usage: bash resources/linux/check.sh OUT     as administrator
set -eu

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(realpath -m "${1:?Usage: bash resources/linux/check.sh OUT}")
bash "$here/../packing/install-tools.sh" python3 xvfb x11-utils imagemagick desktop-file-utils \
    shared-mime-info appstream
cd "$here/../.."
exec /usr/bin/python3 -B -m resources.linux.check "$out"
