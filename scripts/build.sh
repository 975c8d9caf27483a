# shellcheck shell=bash disable=SC2034,SC2154 # a part of gocua, whose names it shares
# Builds the programs' jars when they are missing or older than their sources or common's.

# A jar that Maven found unchanged keeps its old date, so the last good build leaves a stamp of its own.
stale() {
  local module jar stamp=$here/target/.built
  for module in engine kiosk tools/rehearsal; do
    jar=$here/$module/target/gocua-${module##*/}.jar
    if [ ! -f "$jar" ] || [ ! -d "$here/$module/target/lib" ]; then return 0; fi
    if [ -f "$stamp" ] && [ "$stamp" -nt "$jar" ]; then jar=$stamp; fi
    if [ -n "$(find "$here/pom.xml" "$here/$module/pom.xml" "$here/$module/src/main" "$here"/common/*/pom.xml \
      "$here"/common/*/src/main -newer "$jar" -print)" ]; then
      return 0
    fi
  done
  return 1
}

# Tells what a growing log is about, as long as the process lives that writes it.
narrate() {
  local pid=$1 log=$2 line rest='' files=0 last=
  exec 8<"$log"
  while [ -z "$last" ]; do
    alive "$pid" || last=yes
    while IFS= read -r line <&8; do
      line=$rest$line rest=
      case $line in
        *"Downloaded from "*)
          files=$((files + 1))
          if [ $((files % 100)) -eq 0 ]; then say "  … đã tải $files tệp thư viện ($files library files fetched)"; fi
          ;;
        *"[INFO] Building Gõ Cửa "*)
          line=${line#*Building }
          say "  ${line%% [0-9]*}"
          ;;
      esac
    done
    rest=$rest$line
    [ -n "$last" ] || nap 0.5
  done
  exec 8<&-
}

# One build at a time in one work tree; a lock whose owner has died is nobody's.
hold_build_lock() {
  local lock=$here/target/.build-lock owner
  mkdir -p "$here/target"
  while ! ln -s "$$" "$lock" 2>/dev/null; do
    owner=$(readlink "$lock")
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -f "$lock"
    else
      sleep 1
    fi
  done
  trap 'rm -f "$here/target/.build-lock"' EXIT
}

release_build_lock() {
  trap - EXIT
  rm -f "$here/target/.build-lock"
}

build_if_needed() {
  stale || return 0
  find_mvn
  say "Đang dựng Gõ Cửa; lần đầu phải tải thư viện, có thể mất vài phút." \
    "Building Gõ Cửa; the first time it fetches its libraries, which can take some minutes."
  hold_build_lock
  if stale; then build; fi
  release_build_lock
}

# The errors of a log, without Maven's advice to those who know it. Ends the script.
show_build_errors() {
  grep '^\[ERROR\] .*[^ ]' "$1" | grep -vE '\[Help 1\]|^\[ERROR\] (To see|Re-run|For more|After correcting|  mvn <args>)' |
    uniq | sed -n 1,20p >&2
  die "Chưa dựng được. Toàn bộ nhật ký: $1" "The build failed. The whole log: $1"
}

# Without the system tests, which ship nothing.
build() {
  local log=$here/target/build.log pid status started=$SECONDS
  : >"$here/target/.building"
  : >"$log"
  (cd "$here" && JAVA_HOME=$jdk become_without_secrets "$mvn" -B -Dstyle.color=never -Dmaven.test.skip=true -pl '!tools/system-tests' package) >"$log" 2>&1 &
  pid=$!
  # shellcheck disable=SC2064 # meant to expand now
  trap "kill $pid 2>/dev/null; say '' 'Đã dừng (stopped).'; exit 130" INT TERM HUP
  narrate "$pid" "$log"
  wait "$pid"
  status=$?
  trap - INT TERM HUP
  [ "$status" -eq 0 ] || show_build_errors "$log"
  mv "$here/target/.building" "$here/target/.built"
  say "  xong sau $((SECONDS - started)) giây (done in $((SECONDS - started)) s)"
}
