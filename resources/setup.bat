@echo off
rem Prepare the program on Windows: .venv and packages. Safe to run again.
rem Usage: resources\setup.bat [--dev]
setlocal
cd /d "%~dp0.."

set "TARGET=."
if "%~1"=="--dev" set "TARGET=.[dev]"
set "STAMP=.venv\coordapp-setup"

set "HASH="
for /f "skip=1 delims=" %%h in ('certutil -hashfile setup.cfg SHA256') do if not defined HASH set "HASH=%%h"
set "WANTED=%CD% %TARGET% %HASH%"

set "FOUND="
if exist "%STAMP%" set /p FOUND=<"%STAMP%"
if exist .venv\Scripts\python.exe if "%FOUND%"=="%WANTED%" (
    echo Ready: .venv is up to date.
    exit /b 0
)

if not exist .venv\Scripts\python.exe (
    echo Creating .venv
    py -3.13 -m venv .venv 2>nul || py -3.12 -m venv .venv 2>nul || py -3 -m venv .venv 2>nul || python -m venv .venv
)
if not exist .venv\Scripts\python.exe (
    echo Python 3.11 or newer is needed: https://www.python.org/downloads/
    exit /b 1
)
.venv\Scripts\python.exe -c "import sys; sys.exit(sys.version_info < (3, 11))"
if errorlevel 1 (
    echo Python 3.11 or newer is needed.
    exit /b 1
)

echo Installing packages
.venv\Scripts\python.exe -m pip install --quiet --disable-pip-version-check --editable "%TARGET%"
if errorlevel 1 exit /b 1
>"%STAMP%" echo %WANTED%
echo Ready: .venv\Scripts\python.exe main.py
