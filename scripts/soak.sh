# shellcheck shell=bash disable=SC2034,SC2086,SC2154 # a part of gocua, whose names it shares
# Measuring: the programs in vn.gocua.system.bench, and ten thousand visitors at the kiosk.

bench() {
  case ${1-} in
    kiosk) soak "${2-10000}" ;;
    *) test_program vn.gocua.system.bench.Main "$@" ;;
  esac
}

soak() {
  case $1 in
    '' | 0* | *[!0-9]*) die "«$1» không phải là số khách (is not a number of visitors)" ;;
  esac
  find_jdk
  build_if_needed
  use_chromium
  build_system_tests
  cd "$here/tools/system-tests" || exit 1
  become_without_secrets "$java" $java_flags -cp "$system_tests" vn.gocua.system.soak.KioskSoak "$1"
}
