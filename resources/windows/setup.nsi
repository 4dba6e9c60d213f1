; The installer, for one user and without any right of an administrator.
; build.py gives TREE_FILES (what is packed) and the words of the program as definitions.
Unicode true
Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 16
SetDatablockOptimize on
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\${NAME}.exe"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt runs on
!define STILL_OPEN 4 ; exit codes, said in the handbook of administrators
!define TOO_OLD 5

Name "${TITLE}"
OutFile "${OUT_FILE}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${TITLE} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=1066 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt ${TITLE}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" ""

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${TITLE} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài cho riêng tài khoản Windows này, không cần quyền quản trị và không cần mạng.$\r$\n$\r$\nDữ liệu đã có được giữ nguyên. Hãy đóng ${TITLE} nếu đang mở, rồi bấm Tiếp theo."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${TITLE}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; A library that a running program has loaded cannot be opened for writing.
!macro RefuseWhileOpen
    ${If} ${FileExists} "$INSTDIR\${PYTHON_DLL}"
        ${Do}
            ClearErrors
            FileOpen $0 "$INSTDIR\${PYTHON_DLL}" a
            ${IfNot} ${Errors}
                FileClose $0
                ${ExitDo}
            ${EndIf}
            MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE} đang mở. Hãy đóng mọi cửa sổ của chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY +3
            SetErrorLevel ${STILL_OPEN}
            Quit
        ${Loop}
    ${EndIf}
!macroend

!macro Shortcut file
    CreateShortcut "${file}" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0
    ; the same identity as the running window, or a pinned shortcut and the window stand apart
    !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
    ${If} $0 P<> 0
        ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
        ${If} $1 P<> 0
            ${IPersistFile::Load} $1 '("${file}",${STGM_READWRITE})'
            ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
            ${If} $2 P<> 0
                System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
                System::Call '*(&w64 "${APP_ID}")p.r4'
                System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r5'
                ${IPropertyStore::SetValue} $2 '($3,$5)'
                ${IPropertyStore::Commit} $2 ""
                System::Free $3
                System::Free $4
                System::Free $5
                ${IUnknown::Release} $2 ""
            ${EndIf}
            ${IPersistFile::Save} $1 '("${file}",1)'
            ${IUnknown::Release} $1 ""
        ${EndIf}
        ${IUnknown::Release} $0 ""
    ${EndIf}
!macroend

!macro TellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
    ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
        MessageBox MB_OK|MB_ICONSTOP "${TITLE} cần Windows 10 bản 1809 hoặc mới hơn. Hãy nhờ người quản trị cập nhật Windows." /SD IDOK
        SetErrorLevel ${TOO_OLD}
        Quit
    ${EndIf}
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $0 != ""
    ${AndIf} $1 = 1
        MessageBox MB_YESNO|MB_ICONQUESTION "Máy này đang có ${TITLE} $0, mới hơn bản ${VERSION} này. Bản cũ có thể không mở được tệp của bản mới.$\r$\n$\r$\nVẫn cài bản cũ hơn?" /SD IDYES IDYES +2
        Quit
    ${EndIf}
FunctionEnd

Section
    SetShellVarContext current
    !insertmacro RefuseWhileOpen
    ; what an older version had and this one has not would still be loaded
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
        ExecWait '"$INSTDIR\uninstall.exe" /S /upgrade _?=$INSTDIR'
    ${EndIf}
    !define PUT
    !include "${TREE_FILES}"
    !undef PUT
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateDirectory "$SMPROGRAMS"
    !insertmacro Shortcut "$SMPROGRAMS\${TITLE}.lnk"
    !insertmacro Shortcut "$DESKTOP\${TITLE}.lnk"

    WriteRegStr HKCU "${CLASSES}\.${EXTENSION}" "" "${FILE_TYPE}"
    WriteRegStr HKCU "${CLASSES}\.${EXTENSION}" "Content Type" "${MIME_TYPE}"
    WriteRegStr HKCU "${CLASSES}\.${EXTENSION}\OpenWithProgids" "${FILE_TYPE}" ""
    WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "${FILE_TYPE_TITLE}"
    WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "AppUserModelID" "${APP_ID}"
    WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,1"
    WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
    ; "Open with" also offers the program for the files of earlier versions
    WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe" "FriendlyAppName" "${TITLE}"
    WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe\SupportedTypes" ".${EXTENSION}" ""
    WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe\SupportedTypes" ".db" ""
    WriteRegStr HKCU "${CLASSES}\Applications\${NAME}.exe\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
    WriteRegStr HKCU "${PATHS_KEY}" "" "$INSTDIR\${NAME}.exe"

    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${NAME}.exe,0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    !insertmacro TellExplorer
SectionEnd

Section Uninstall
    SetShellVarContext current
    !insertmacro RefuseWhileOpen
    ; only what the installer wrote, file by file: whatever a person put here stays
    !include "${TREE_FILES}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    ${GetParameters} $0
    ${GetOptions} $0 "/upgrade" $1
    ${If} ${Errors}
        Delete "$SMPROGRAMS\${TITLE}.lnk"
        Delete "$DESKTOP\${TITLE}.lnk"
        ReadRegStr $0 HKCU "${CLASSES}\.${EXTENSION}" ""
        ${If} $0 == "${FILE_TYPE}"
            DeleteRegKey HKCU "${CLASSES}\.${EXTENSION}"
        ${EndIf}
        DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
        DeleteRegKey HKCU "${CLASSES}\Applications\${NAME}.exe"
        DeleteRegKey HKCU "${PATHS_KEY}"
        DeleteRegKey HKCU "${UNINSTALL_KEY}"
        !insertmacro TellExplorer
    ${EndIf}
SectionEnd
