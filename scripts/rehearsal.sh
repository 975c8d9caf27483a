# shellcheck shell=bash disable=SC2034,SC2086,SC2154 # a part of gocua, whose names it shares
# A made-up campaign with an engine, a kiosk and a data folder of its own.

days=6
speed=8640
teams=36
seed=1
lang='vi'
phones=0
keep=
hold=
folder= # of this rehearsal

read_rehearsal_options() {
  local option
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case $option in
      --keep) keep=yes ;;
      --hold) hold=yes ;;
      --days=* | --speed=* | --teams=* | --seed=* | --phones=* | --lang=*) set_rehearsal_option "${option%%=*}" "${option#*=}" ;;
      --days | --speed | --teams | --seed | --phones | --lang)
        [ $# -gt 0 ] || die "$option: thiếu giá trị (needs a value)"
        set_rehearsal_option "$option" "$1"
        shift
        ;;
      *) die "Không hiểu «$option» (unknown option). Xem (see): ./gocua help" ;;
    esac
  done
}

set_rehearsal_option() {
  case $1=$2 in
    --lang=vi | --lang=en) lang=$2 ;;
    --lang=*) die "$1: «$2» không phải là vi hay en (is neither vi nor en)" ;;
    *= | *=0* | *=*[!0-9]* | *=????????*) die "$1: «$2» không phải là số nguyên dương (is not a whole number above zero)" ;;
    --days=*) days=$2 ;;
    --speed=*) speed=$2 ;;
    --teams=*) teams=$2 ;;
    --seed=*) seed=$2 ;;
    --phones=*) phones=$2 ;;
  esac
}

# Nothing of a real campaign can be reached from here: own store, own secrets, own ports, and of the
# configuration only the campaign and its teams.
lay_out_rehearsal() {
  folder=$(dirname "$GOCUA_DATA")/data-rehearsal/$(date +%Y%m%d-%H%M%S)-$$
  (umask 077 && mkdir -p "$folder/data") || die "Không tạo được thư mục (cannot make the folder) $folder"
  unset GOCUA_LEADER_PASSWORD GOCUA_KIOSK_TOKEN GOCUA_KIOSK_TOKEN_FILE GOCUA_VAULT_KEY_FILE GOCUA_JOURNAL_FILE \
    GOCUA_PUBLIC_URL GOCUA_TRUSTED_PROXIES GOCUA_SCRAPE_TOKEN GOCUA_SCRAPE_TOKEN_FILE GOCUA_CLUSTER_HOST \
    GOCUA_CLUSTER_PORT GOCUA_CLUSTER_MEMBERS GOCUA_EVENTBUS_PORT GOCUA_TLS_CERT GOCUA_TLS_KEY
  engine_scheme=http
  GOCUA_CLOCK=$("$java" $java_flags -jar "$rehearsal_jar" prepare --from "$GOCUA_CONFIG" --to "$folder" \
    --days "$days" --teams "$teams" --speed "$speed" --lang "$lang") || {
    rm -rf "$folder"
    rmdir "$(dirname "$folder")" 2>/dev/null
    exit 2
  }
  take_free_ports
  GOCUA_DATA=$folder/data GOCUA_CONFIG=$folder/config GOCUA_JOURNAL=sqlite
  GOCUA_LEADER_PASSWORD_FILE=$folder/leader-password
  GOCUA_ENGINE_PORT=$engine_port GOCUA_KIOSK_PORT=$kiosk_port
  GOCUA_ENGINE_URL=$(url_of "$engine_host" "$engine_port")
  GOCUA_PHONE_QUOTA=0 # its days are seconds, its hours are ours
  export GOCUA_PHONE_QUOTA GOCUA_CLOCK GOCUA_DATA GOCUA_CONFIG GOCUA_JOURNAL GOCUA_LEADER_PASSWORD_FILE GOCUA_ENGINE_PORT \
    GOCUA_KIOSK_PORT GOCUA_ENGINE_URL
}

take_free_ports() {
  local wanted="$engine_port, $kiosk_port"
  while port_taken "$engine_host" "$engine_port"; do engine_port=$((engine_port + 1)); done
  while [ "$kiosk_port" -eq "$engine_port" ] || port_taken "$kiosk_host" "$kiosk_port"; do
    kiosk_port=$((kiosk_port + 1))
  done
  if [ "$wanted" != "$engine_port, $kiosk_port" ]; then
    say "Cổng $wanted đang bận; diễn tập dùng (those ports are taken; the rehearsal uses) $engine_port, $kiosk_port."
  fi
}

# The phones that are pages in a browser are lived by the system tests' own means, as the benchmarks are.
use_chromium() {
  local browser
  browser=$(find_chromium) ||
    die "Việc này cần Chromium; hãy cài trước. (This needs Chromium; please install it first.)"
  export GOCUA_TEST_CHROMIUM=$browser PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

start_pages() {
  become_without_secrets "$java" $java_flags -cp "$system_tests" \
    vn.gocua.system.rehearsal.RehearsalPages "$engine_port" "$folder/leader-password" "$phones" "$days" "$seed" \
    "$power_cut" "$folder/pages.json" 9>&- >"$folder/pages.log" 2>&1 &
  pages_pid=$!
  say "$pages_pid" >&9
}

# In the middle of it all, more than once: what a power cut does to an engine.
cut_power() {
  rm -f "$power_cut"
  say "  … cắt điện động cơ giữa chừng, rồi bật lại (the engine's power is cut, and comes back)"
  {
    kill -KILL "$engine_pid"
    wait "$engine_pid"
  } 2>/dev/null
  say "-$engine_pid" >&9
  start_engine >/dev/null
}

rehearse() {
  local verdict pages
  pages=()
  read_rehearsal_options "$@"
  find_jdk
  build_if_needed
  if [ "$phones" -gt 0 ]; then
    use_chromium
    build_system_tests
  fi
  settle
  lay_out_rehearsal
  supervise 'stop_rehearsal 130'
  start_engine >/dev/null
  start_kiosk
  say "DIỄN TẬP (rehearsal): mọi số liệu đều là giả định (all figures are made up)" \
    "  Màn hình hội trường (wall)  $(url_of "$kiosk_host" "$kiosk_port")/" \
    "  Điện thoại của tổ (phones)  $(url_of "$engine_host" "$engine_port")/" \
    "  Dữ liệu (data)              $folder"
  if [ "$phones" -gt 0 ]; then
    power_cut=$folder/power-cut
    start_pages
    pages=(--pages "$folder/pages.json")
  fi
  "$java" $java_flags -jar "$rehearsal_jar" --seed "$seed" --lang "$lang" ${pages[@]+"${pages[@]}"} 9>&- &
  client_pid=$!
  say "$client_pid" >&9
  watch
  while [ "$ended" = power-cut ]; do
    cut_power
    watch
  done
  [ "$ended" = client ] || give_up
  say "-$client_pid" >&9
  client_pid=''
  verdict=$code
  if [ "$verdict" -ne 0 ]; then keep=yes; fi
  if [ -n "$hold" ]; then
    say "" "Màn hình vẫn chạy; Ctrl-C để dừng (the screens stay on; Ctrl-C stops them)." \
      "Muốn tập ghi danh điện thoại (to try enrolling a phone): leader / $(cat "$folder/leader-password")"
    on_stop "stop_rehearsal $verdict"
    watch
    give_up
  fi
  stop_rehearsal "$verdict"
}

stop_rehearsal() {
  end_all
  if [ -n "$keep" ]; then
    say "Dữ liệu diễn tập còn ở (the rehearsal's data stays in) $folder"
  else
    rm -rf "$folder"
    rmdir "$(dirname "$folder")" 2>/dev/null
  fi
  exit "$1"
}
