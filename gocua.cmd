@echo off
rem Go Cua's one command on Windows: finds a JDK 25, builds tools\cli where it is missing or old, starts it. Untried.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*") do call :try "%%~d"
if not defined JDK (
  echo Go Cua needs JDK 25 or newer; this machine has none. 1>&2
  echo   winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  echo Set JAVA_HOME if it is installed elsewhere. 1>&2
  exit /b 1
)
if exist "%HERE%\pom.xml" (
  "%JDK%\bin\java" "%HERE%\tools\cli\src\main\java\vn\gocua\cli\Build.java" "%HERE%" || exit /b 1
)
"%JDK%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dgocua.home="%HERE%" -jar "%HERE%\tools\cli\target\gocua-cli.jar" %*
exit /b %ERRORLEVEL%

rem Takes the JDK in a folder if it is 25 or newer and none is taken yet.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims=. " %%v in ('"%~1\bin\javac" -version 2^>^&1') do if %%v GEQ 25 set "JDK=%~1"
exit /b 0
