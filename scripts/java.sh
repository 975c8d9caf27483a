# shellcheck shell=bash disable=SC2034,SC2154 # a part of gocua, whose names it shares
# Finds a JDK 25 and Maven, or says what to install.

java=
jdk=     # home of the JDK in use
jdk_old= # a JDK that is too old, named when there is no other
mvn=
# What a jar's manifest can't say: that Hazelcast may still reach for sun.misc.Unsafe without a warning at
# every start, and that the terminal reads UTF-8 whatever the locale.
java_flags="--sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

real_path() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in /*) path=$target ;; *) path=$(dirname "$path")/$target ;; esac
  done
  printf '%s\n' "$path"
}

java_homes() {
  local java
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v 25+ 2>/dev/null; fi
  if java=$(command -v java); then
    java=$(real_path "$java")
    printf '%s\n' "${java%/bin/java}"
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${SDKMAN_DIR:-${HOME:-/nowhere}/.sdkman}"/candidates/java/* "${HOME:-/nowhere}"/.jdks/*
}

java_major() {
  local major=
  if [ -r "$1/release" ]; then major=$(sed -n 's/^JAVA_VERSION="*\([0-9]*\).*/\1/p' "$1/release"); fi
  if [ -z "$major" ]; then major=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | sed -n 1p); fi
  printf '%s\n' "${major:-0}"
}

# Java 25 itself is preferred to a newer one: the build treats every compiler warning as an error.
find_jdk() {
  local home major found=0
  while IFS= read -r home; do
    [ -x "$home/bin/javac" ] || continue
    major=$(java_major "$home")
    if [ "$major" -ge 25 ]; then
      if [ -z "$jdk" ] || [ "$major" -eq 25 ]; then
        jdk=$home
        found=$major
      fi
      if [ "$found" -eq 25 ] || [ "$home" = "${JAVA_HOME:-}" ]; then break; fi
    elif [ -z "$jdk_old" ]; then
      jdk_old="Java $major ($home)"
    fi
  done <<HOMES
$(java_homes)
HOMES
  if [ -z "$jdk" ]; then
    if [ -n "$jdk_old" ]; then
      complain "Gõ Cửa cần JDK 25 trở lên; máy này chỉ có $jdk_old." \
        "Gõ Cửa needs JDK 25 or newer; this machine has only $jdk_old."
    else
      complain "Gõ Cửa cần JDK 25 trở lên; máy này chưa có." "Gõ Cửa needs JDK 25 or newer; this machine has none."
    fi
    die "  Debian, Ubuntu:  apt install temurin-25-jdk   (https://adoptium.net/installation/linux)" \
      "  macOS:           brew install openjdk@25" \
      "  SDKMAN:          sdk install java 25-tem" \
      "Đặt JAVA_HOME nếu đã cài ở nơi khác.  Set JAVA_HOME if it is installed elsewhere."
  fi
  java=$jdk/bin/java
}

find_mvn() {
  local candidate
  for candidate in "$(command -v mvn)" "${MAVEN_HOME:-/nowhere}/bin/mvn" "${M2_HOME:-/nowhere}/bin/mvn" \
    /usr/share/maven/bin/mvn /opt/maven/bin/mvn /opt/apache-maven*/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn \
    "${SDKMAN_DIR:-${HOME:-/nowhere}/.sdkman}/candidates/maven/current/bin/mvn"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      mvn=$candidate
      return
    fi
  done
  die "Cần Maven 3.8.6 trở lên để dựng Gõ Cửa; máy này chưa có." \
    "Maven 3.8.6 or newer is needed to build Gõ Cửa; this machine has none." \
    "  Debian, Ubuntu:  apt install maven" \
    "  macOS:           brew install maven" \
    "  SDKMAN:          sdk install maven"
}
