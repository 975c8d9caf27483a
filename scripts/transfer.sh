# shellcheck shell=bash disable=SC2034,SC2086,SC2154 # a part of gocua, whose names it shares
# The journal as a whole: moved to another store, backed up, restored. The engine's jar does the work.

transfer() {
  find_jdk
  build_if_needed
  settle
  exec "$java" $java_flags -jar "$engine_jar" "$@"
}
