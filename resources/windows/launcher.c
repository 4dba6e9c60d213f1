/* Starts the program inside this process, with the Python that lies beside it.
 *
 * Built twice: with CONSOLE for the command line, without it for the window. */
#include <windows.h>
#include <shobjidl.h>
#include <wchar.h>

#ifndef PYTHON_DLL
#error "PYTHON_DLL names the library of Python"
#endif

typedef int (*python_main)(int, wchar_t **);

static void tell(const wchar_t *text)
{
#ifdef CONSOLE
    DWORD written;
    HANDLE stream = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(stream, text, (DWORD)wcslen(text), &written, NULL)) {
        char narrow[4096];
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL);
        if (size > 1)
            WriteFile(stream, narrow, (DWORD)size - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, TITLE, MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

/* Gives the path of a file beside the program, valid until the next call; NULL where too long. */
static wchar_t *beside(const wchar_t *file)
{
    static wchar_t path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, 32768);
    wchar_t *name = wcsrchr(path, L'\\');
    if (length == 0 || length >= 32700 || name == NULL)
        return NULL;
    wcscpy(name + 1, file);
    return path;
}

/* The portable folder carries a note; its settings and registers then lie beside the program. */
static void use_folder_beside(void)
{
    const wchar_t *note = beside(PORTABLE_NOTE);
    if (note != NULL && GetFileAttributesW(note) != INVALID_FILE_ATTRIBUTES)
        SetEnvironmentVariableW(HOME_VARIABLE, beside(PORTABLE_DATA));
}

static python_main find_python(void)
{
    const wchar_t *path = beside(PYTHON_DLL);
    HMODULE library = path ? LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH) : NULL;
    return library ? (python_main)(void *)GetProcAddress(library, "Py_Main") : NULL;
}

static int start(int count, wchar_t **given)
{
    /* a library that lies beside an opened document must never be taken for ours */
    SetDllDirectoryW(L"");
    SetCurrentProcessExplicitAppUserModelID(APP_ID);
    use_folder_beside();
    python_main run = find_python();
    if (run == NULL) {
        tell(L"Không tìm thấy hoặc không mở được " PYTHON_DLL L" trong thư mục của chương trình.\n\n"
             L"Hãy cài đặt lại Sổ Điều phối, hoặc giải nén lại toàn bộ bản mang theo. "
             L"Dữ liệu của anh/chị không bị ảnh hưởng.\n");
        return 3;
    }
    /* -B: nothing is written into the folder of the program, so that it can be removed whole */
    wchar_t *first[] = {given[0], L"-B", L"-X", L"utf8", L"-m", L"coordapp"};
    int known = (int)(sizeof first / sizeof *first);
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
                              (SIZE_T)(known + count) * sizeof *all);
    if (all == NULL)
        return 3;
    for (int i = 0; i < known; i++)
        all[i] = first[i];
    for (int i = 1; i < count; i++)
        all[known + i - 1] = given[i];
    int code = run(known + count - 1, all);
#ifndef CONSOLE
    /* Python ends with 1 on an error that nothing caught, and has no stream to tell it on */
    if (code == 1)
        tell(L"Sổ Điều phối dừng vì một lỗi của chương trình khi khởi động.\n\n"
             L"Hãy cài đặt lại. Nếu vẫn lỗi, gửi người hỗ trợ tệp nhật ký trong thư mục "
             L"%LOCALAPPDATA%\\CoordApp\\logs. Dữ liệu của anh/chị không bị ảnh hưởng.");
#endif
    return code;
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE own, HINSTANCE other, PWSTR line, int show)
{
    (void)own, (void)other, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
