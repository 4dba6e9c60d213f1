"""What the program is called on a PC: for its window, its installers and the types of its files."""

TITLE = "Sổ Điều phối"
NAME = "SoDieuPhoi"
COMMAND = "sodieuphoi"
PUBLISHER = "CoordApp"
SUMMARY = "Theo dõi kết luận, chỉ đạo và nhiệm vụ của Ban Chỉ đạo"
# AppUserModelID of Windows: what the task bar groups windows by
WINDOWS_APP_ID = "CoordApp.SoDieuPhoi"
# name of the desktop file, by which desktops of Linux know the window
LINUX_APP_ID = "vn.coordapp.SoDieuPhoi"
EXTENSION = "sodp"
# what earlier versions wrote; opened like the other
OLDER_EXTENSION = "db"
