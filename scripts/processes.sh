# shellcheck shell=bash disable=SC2034,SC2086,SC2154 # a part of gocua, whose names it shares
# Starts, watches and ends the engine, the kiosk and the rehearsal's client.

engine_options= # how the engine is started
engine_pid= # the processes started here, while they run
kiosk_pid=
client_pid=
pages_pid=
nap_pid=
code=0 # how the process that ended last has ended
ended= # … and which one it was
power_cut=/nowhere/ # a file that asks for the engine to be killed, in a rehearsal

# Secrets that concern the engine alone.
engine_secrets="GOCUA_LEADER_PASSWORD GOCUA_LEADER_PASSWORD_FILE GOCUA_VAULT_KEY_FILE GOCUA_JOURNAL GOCUA_JOURNAL_FILE \
  GOCUA_SCRAPE_TOKEN GOCUA_SCRAPE_TOKEN_FILE GOCUA_TLS_KEY"
kiosk_secrets="GOCUA_KIOSK_TOKEN GOCUA_KIOSK_TOKEN_FILE"

# Becomes a command that is told nothing of them: for a subshell, or with `&`, whose process the command then is.
become_without_engine_secrets() {
  unset $engine_secrets
  exec "$@"
}

# … and nothing of the kiosk's either.
become_without_secrets() {
  unset $engine_secrets $kiosk_secrets
  exec "$@"
}

# Ends the children at once when this script itself is killed outright: its end of the pipe closes with it.
# Nothing acknowledged is lost by that; an engine nobody watches would keep its port and its data folder.
guard() {
  local pid pids=
  trap '' INT TERM HUP
  while read -r pid; do pids="$pids $pid"; done
  for pid in $pids; do
    case " $pids " in *" -$pid "*) ;; *) kill -KILL "$pid" ;; esac
  done
}

alive() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }

nap() {
  become_without_secrets sleep "$1" 9>&- &
  nap_pid=$!
  wait "$nap_pid" 2>/dev/null
}

# Sends SIGTERM, and SIGKILL to what is still there after 15 seconds.
end() {
  local pid=$1 tenths=0
  [ -n "$pid" ] || return 0
  kill -TERM "$pid" 2>/dev/null
  while alive "$pid"; do
    if [ "$tenths" -eq 150 ]; then kill -KILL "$pid" 2>/dev/null; fi
    tenths=$((tenths + 1))
    nap 0.1
  done
  say "-$pid" >&9
}

# The readers go before what they read from. A second Ctrl-C ends everything at once.
end_all() {
  trap 'kill -KILL $client_pid $pages_pid $kiosk_pid $engine_pid 2>/dev/null' INT TERM HUP
  kill "$nap_pid" 2>/dev/null
  end "$client_pid"
  end "$pages_pid"
  end "$kiosk_pid"
  end "$engine_pid"
  client_pid='' pages_pid='' kiosk_pid='' engine_pid=''
}

stop() {
  end_all
  exit "$1"
}

# From here on nothing started is left behind: a signal runs a command, and the guard waits for worse.
supervise() {
  exec 9> >(guard 2>/dev/null)
  on_stop "$1"
}

on_stop() {
  # shellcheck disable=SC2064 # meant to expand now
  trap "say ''; $1" INT TERM HUP
}

# Prints the status code of a GET; fails if nothing answers. An engine that speaks HTTPS listens when it is ready:
# without curl, which can ask it, that has to do.
http_status() {
  local status host=${1#[}
  host=${host%]}
  if [ "${4:-http}" = https ]; then
    if command -v curl >/dev/null; then
      curl -sk -m 5 -o /dev/null -w '%{http_code}' "$(url_of "$host" "$2" https)$3" 9>&-
    else
      port_taken "$host" "$2" && echo 200
    fi
    return
  fi
  (
    exec 3<>"/dev/tcp/$host/$2" || exit 1
    printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&3
    IFS=' ' read -r -t 5 _ status _ <&3 || exit 1
    printf '%s\n' "$status"
  ) 2>/dev/null 9>&-
}

port_taken() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null 9>&-; }

# Waits until `GET path` answers 200. If the process ends first, it has said why: `code` is its exit code.
await_ready() {
  local pid=$1 host=$2 port=$3 path=$4 scheme=${5:-http} started=$SECONDS told=10
  while alive "$pid"; do
    if [ "$(http_status "$host" "$port" "$path" "$scheme")" = 200 ]; then return 0; fi
    if [ $((SECONDS - started)) -ge "$told" ]; then
      say "  … vẫn đang khởi động ($((SECONDS - started)) giây) / still starting"
      told=$((told + 10))
    fi
    nap 0.2
  done
  wait "$pid"
  code=$?
  return 1
}

start_engine() {
  "$java" $java_flags -jar "$engine_jar" $engine_options 9>&- &
  engine_pid=$!
  say "$engine_pid" >&9
  await_ready "$engine_pid" "$engine_host" "$engine_port" /health/ready "$engine_scheme" || fail
}

# What the kiosk says on standing up is one line, which is said here in its place among the others.
start_kiosk() {
  become_without_engine_secrets "$java" $java_flags -jar "$kiosk_jar" 9>&- >/dev/null &
  kiosk_pid=$!
  say "$kiosk_pid" >&9
  await_ready "$kiosk_pid" "$kiosk_host" "$kiosk_port" /health/live || fail
  await_feed
}

# A kiosk serves its screens without the engine too, and they say so; whoever started it should know at once.
await_feed() {
  local tries=0
  while alive "$kiosk_pid" && [ "$(http_status "$kiosk_host" "$kiosk_port" /health/ready)" != 200 ]; do
    tries=$((tries + 1))
    if [ "$tries" -eq 50 ]; then
      complain "Màn hình chưa nối được với động cơ ở $GOCUA_ENGINE_URL; xem $GOCUA_DATA/logs/kiosk.log và GOCUA_ENGINE_URL." \
        "The kiosk has not reached the engine there yet; see that log, and GOCUA_ENGINE_URL."
      return
    fi
    nap 0.2
  done
}

fail() {
  end_all
  exit $((code == 0 ? 1 : code))
}

# Whether a port stays taken: what was killed a moment ago may still be letting go of it.
port_stays_taken() {
  local tries
  for tries in 1 2 3 4 5; do
    port_taken "$1" "$2" || return 1
    [ "$tries" -eq 5 ] || nap 0.3
  done
}

# Before anything is started: whatever is wrong with the screens' settings is better known now.
check_kiosk() {
  (become_without_engine_secrets "$java" $java_flags -jar "$kiosk_jar" check) || exit $?
}

refuse_taken_ports() {
  if [ "$engine_host:$engine_port" = "$kiosk_host:$kiosk_port" ]; then
    complain "GOCUA_ENGINE_PORT và GOCUA_KIOSK_PORT đều là $engine_port. Hãy đặt hai cổng khác nhau." \
      "GOCUA_ENGINE_PORT and GOCUA_KIOSK_PORT are both $engine_port. Give them different ports."
    exit 2
  fi
  if port_stays_taken "$engine_host" "$engine_port"; then
    if [ "$(http_status "$engine_host" "$engine_port" /api/v1/campaign "$engine_scheme")" = 200 ]; then
      complain "Gõ Cửa đang chạy ở $(url_of "$engine_host" "$engine_port" "$engine_scheme")/ rồi. Hãy tắt nó trước, hoặc đặt GOCUA_ENGINE_PORT và GOCUA_DATA khác." \
        "Gõ Cửa is already running there. Stop it first, or set another GOCUA_ENGINE_PORT and GOCUA_DATA."
      exit 3
    fi
    refuse_port "$engine_port" GOCUA_ENGINE_PORT
  fi
  if port_stays_taken "$kiosk_host" "$kiosk_port"; then refuse_port "$kiosk_port" GOCUA_KIOSK_PORT; fi
}

refuse_port() {
  complain "Cổng $1 đã có chương trình khác dùng. Hãy tắt chương trình ấy, hoặc đặt $2 sang cổng khác." \
    "Port $1 is taken by another program. Stop it, or set $2 to another port."
  exit 4
}

# Returns when one of the processes has ended, with `code` and `ended` telling which and how.
watch() {
  while alive "$engine_pid" && alive "$kiosk_pid" && { [ -z "$client_pid" ] || alive "$client_pid"; } &&
    [ ! -e "$power_cut" ]; do
    nap 0.5
  done
  if [ -e "$power_cut" ]; then
    ended=power-cut
    return
  fi
  if [ -n "$client_pid" ] && ! alive "$client_pid"; then
    ended=client
    wait "$client_pid"
  elif ! alive "$engine_pid"; then
    ended=engine
    wait "$engine_pid"
  else
    ended=kiosk
    wait "$kiosk_pid"
  fi
  code=$?
}

give_up() {
  case $ended in
    engine) complain "Động cơ đã dừng đột ngột (mã $code); dừng nốt phần còn lại. Nhật ký: $GOCUA_DATA/logs" \
      "The engine has stopped by itself (code $code); stopping the rest. Logs: $GOCUA_DATA/logs" ;;
    kiosk) complain "Phần màn hình đã dừng đột ngột (mã $code); dừng nốt phần còn lại. Nhật ký: $GOCUA_DATA/logs" \
      "The kiosk has stopped by itself (code $code); stopping the rest. Logs: $GOCUA_DATA/logs" ;;
  esac
  fail
}
