"""What the desktops of Linux read: menu entry, file type, icons, description."""

from datetime import UTC, datetime
from pathlib import Path

from coordapp.identity import LINUX_APP_ID
from resources.packing import icon, identity

APP_ID = LINUX_APP_ID
_SIZES = (16, 24, 32, 48, 64, 128, 256)

_DESKTOP = f"""\
[Desktop Entry]
Type=Application
Name={identity.TITLE}
Comment={identity.SUMMARY}
Exec={identity.COMMAND} %f
Icon={identity.COMMAND}
Terminal=false
Categories=Office;ProjectManagement;
MimeType={identity.MIME_TYPE};
StartupWMClass=coordapp
"""

_MIME = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{identity.MIME_TYPE}">
    <comment>{identity.FILE_TYPE_TITLE}</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="{identity.COMMAND}-register"/>
    <glob pattern="*.{identity.EXTENSION}"/>
  </mime-type>
</mime-info>
"""

_METAINFO = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{APP_ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>LicenseRef-proprietary</project_license>
  <name>{identity.TITLE}</name>
  <summary>{identity.SUMMARY}</summary>
  <developer id="vn.coordapp"><name>{identity.PUBLISHER}</name></developer>
  <description>
    <p>Sổ nhiệm vụ, hội nghị, kết luận và văn bản của cơ quan điều phối, dùng không cần mạng, trên một tệp.</p>
  </description>
  <launchable type="desktop-id">{APP_ID}.desktop</launchable>
  <provides>
    <mediatype>{identity.MIME_TYPE}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{{version}}" date="{{day}}"/>
  </releases>
</component>
"""


def put(share: Path, *, epoch: int) -> None:
    """Write all of it under `usr/share`."""
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    metainfo = _METAINFO.format(version=identity.version(), day=day)
    _write(share / "applications" / f"{APP_ID}.desktop", _DESKTOP.encode())
    _write(share / "mime" / "packages" / f"{identity.COMMAND}.xml", _MIME.encode())
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo.encode())
    icons = share / "icons" / "hicolor"
    for drawing, place, name in (
        ("program", "apps", identity.COMMAND),
        ("register", "mimetypes", f"{identity.COMMAND}-register"),
    ):
        for size in _SIZES:
            _write(icons / f"{size}x{size}" / place / f"{name}.png", icon.png(drawing, size))
        large = icon.drawing(drawing, max(_SIZES)).read_bytes()
        _write(icons / "scalable" / place / f"{name}.svg", large)


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
