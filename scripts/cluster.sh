# shellcheck shell=bash disable=SC2034,SC2086,SC2154 # a part of gocua, whose names it shares
# Several engines and a kiosk on this machine, as one cluster: for trials and tests.

nodes=3
mongo_uri=
mongo_pid=
node_pids= # of the engines, in order; 0 for one that has ended
cluster_folder=

read_cluster_options() {
  local option
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case $option in
      --nodes=*) nodes=${option#*=} ;;
      --mongo=*) mongo_uri=${option#*=} ;;
      --nodes | --mongo)
        [ $# -gt 0 ] || die "$option: thiếu giá trị (needs a value)"
        if [ "$option" = --nodes ]; then nodes=$1; else mongo_uri=$1; fi
        shift
        ;;
      *) die "Không hiểu «$option» (unknown option). Xem (see): ./gocua help" ;;
    esac
  done
  case $nodes in [2-7]) ;; *) die "--nodes: từ 2 đến 7 (from 2 to 7)" ;; esac
}

# The next port from $1 on that nobody listens on.
free_port() {
  local port=$1
  while port_taken 127.0.0.1 "$port"; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

start_stand_in() {
  local port
  port=$(free_port 27117)
  mongo_uri=mongodb://127.0.0.1:$port/gocua
  become_without_secrets "$java" $java_flags -cp "$system_tests" vn.gocua.testkit.mongo.FakeMongo "$port" 9>&- >"$cluster_folder/mongo-stand-in.log" 2>&1 &
  mongo_pid=$!
  say "$mongo_pid" >&9
  until port_taken 127.0.0.1 "$port"; do
    alive "$mongo_pid" || die "Bản thay thế MongoDB không chạy được (the stand-in did not start): $cluster_folder"
    nap 0.2
  done
  say "CHỈ ĐỂ THỬ: sổ nằm trong bộ nhớ, mất khi dừng. (Trial only: a stand-in for MongoDB keeps the journal in memory and forgets it.)"
}

lay_out_cluster() {
  local port=5701 members='' n
  cluster_folder=$(dirname "$GOCUA_DATA")/data-cluster/$(date +%Y%m%d-%H%M%S)-$$
  (umask 077 && mkdir -p "$cluster_folder/config") || die "Không tạo được thư mục (cannot make the folder) $cluster_folder"
  cp -R "$GOCUA_CONFIG/." "$cluster_folder/config/"
  cluster_ports=
  for ((n = 1; n <= nodes; n++)); do
    port=$(free_port "$port")
    cluster_ports="$cluster_ports $port"
    members="$members${members:+, }127.0.0.1:$port"
    port=$((port + 1))
  done
  printf 'clusterName: gocua-trial-%s\nmembers: [%s]\n' "$$" "$members" >"$cluster_folder/config/hazelcast.yaml"
  if [ -z "${GOCUA_LEADER_PASSWORD:-}${GOCUA_LEADER_PASSWORD_FILE:-}" ]; then
    (umask 077 && od -An -N12 -tx1 /dev/urandom | tr -d ' \n' >"$cluster_folder/leader-password")
    export GOCUA_LEADER_PASSWORD_FILE=$cluster_folder/leader-password
  fi
  if [ -z "${GOCUA_KIOSK_TOKEN:-}${GOCUA_KIOSK_TOKEN_FILE:-}" ]; then
    (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$cluster_folder/kiosk-token")
    export GOCUA_KIOSK_TOKEN_FILE=$cluster_folder/kiosk-token
  fi
  export GOCUA_VAULT_KEY_FILE=${GOCUA_VAULT_KEY_FILE:-$cluster_folder/vault.key}
}

# Starts node n on its own ports and data folder; leaves its address in `node_url`.
start_node() {
  local n=$1 port=$2 http
  http=$(free_port "$3")
  node_url=http://127.0.0.1:$http
  GOCUA_DATA=$cluster_folder/node-$n GOCUA_CONFIG=$cluster_folder/config GOCUA_HOST=127.0.0.1 \
    GOCUA_ENGINE_PORT=$http GOCUA_CLUSTER_PORT=$port GOCUA_JOURNAL=$mongo_uri \
    "$java" $java_flags -Xmx512m -jar "$engine_jar" 9>&- >"$cluster_folder/node-$n.log" 2>&1 &
  engine_pid=$!
  say "$engine_pid" >&9
  node_pids="$node_pids $engine_pid"
  if ! await_ready "$engine_pid" 127.0.0.1 "$http" /health/ready; then
    complain "Động cơ $n không khởi động được (engine $n did not start):" "$(cat "$cluster_folder/node-$n.log")"
    stop_cluster $((code == 0 ? 1 : code))
  fi
  say "  Động cơ $n (engine $n)        $node_url/   pid $engine_pid"
}

stop_cluster() {
  local pid
  trap 'kill -KILL $kiosk_pid $node_pids $mongo_pid 2>/dev/null' INT TERM HUP
  kill "$nap_pid" 2>/dev/null
  end "$kiosk_pid"
  for pid in $node_pids; do kill -TERM "$pid" 2>/dev/null; done
  for pid in $node_pids; do end "$pid"; done
  end "$mongo_pid"
  exit "$1"
}

cluster() {
  local n=0 port http left pid gone=' '
  read_cluster_options "$@"
  find_jdk
  build_if_needed
  [ -n "$mongo_uri" ] || build_system_tests
  settle
  lay_out_cluster
  supervise 'stop_cluster 0'
  [ -n "$mongo_uri" ] || start_stand_in
  http=$engine_port
  for port in $cluster_ports; do
    n=$((n + 1))
    start_node "$n" "$port" "$http"
    [ "$n" -gt 1 ] || GOCUA_ENGINE_URL=$node_url
    http=$((${node_url##*:} + 1))
  done
  engine_pid=
  kiosk_port=$(free_port "$kiosk_port")
  GOCUA_KIOSK_PORT=$kiosk_port GOCUA_DATA=$cluster_folder/kiosk
  export GOCUA_ENGINE_URL GOCUA_KIOSK_PORT GOCUA_DATA
  start_kiosk
  say "  Màn hình hội trường (wall)  $(url_of "$kiosk_host" "$kiosk_port")/" \
    "  Mật khẩu leader (password)  ${GOCUA_LEADER_PASSWORD_FILE:-GOCUA_LEADER_PASSWORD}" \
    "  Dữ liệu, nhật ký (data)     $cluster_folder" \
    "  Thử tắt một động cơ bằng kill -9; Ctrl-C dừng tất cả (kill an engine and watch; Ctrl-C stops all)"
  while :; do
    left=0
    for pid in $node_pids; do
      if alive "$pid"; then
        left=$((left + 1))
      else
        case $gone in
          *" $pid "*) ;;
          *)
            gone="$gone$pid "
            say "  Một động cơ đã dừng (an engine has ended): pid $pid"
            ;;
        esac
      fi
    done
    if [ "$left" -eq 0 ]; then
      complain "Không còn động cơ nào (no engine is left)."
      stop_cluster 1
    fi
    alive "$kiosk_pid" || stop_cluster 1
    nap 0.5
  done
}
