@echo off
rem The same as packaging/run for Windows. Written with care, but not tried on a Windows machine yet.
setlocal
set "ENVIRONMENT=%~dp0..\.venv"
if not exist "%ENVIRONMENT%\Scripts\captioner.exe" (
    py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || (
        echo captioner needs Python 3.11 or later, from https://www.python.org/downloads/ 1>&2
        exit /b 1
    )
    py -3 -m venv "%ENVIRONMENT%" || exit /b 1
    "%ENVIRONMENT%\Scripts\python.exe" -m pip install --editable "%~dp0.." 1>&2 || exit /b 1
)
"%ENVIRONMENT%\Scripts\captioner.exe" %*
