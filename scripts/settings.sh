# shellcheck shell=bash disable=SC2034,SC2154 # a part of gocua, whose names it shares
# The settings that the script itself has to know: folders, addresses, ports.

absolute() {
  case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s\n' "$PWD/${1#./}" ;; esac
}

# An address that one can connect to, for one that is listened on.
reachable() {
  case $1 in 0.0.0.0 | '') echo 127.0.0.1 ;; :: | '[::]') echo ::1 ;; *) printf '%s\n' "$1" ;; esac
}

url_of() {
  case $1 in *:*) printf 'http://[%s]:%s\n' "$1" "$2" ;; *) printf 'http://%s:%s\n' "$1" "$2" ;; esac
}

settle() {
  GOCUA_DATA=$(absolute "${GOCUA_DATA:-$here/data}")
  GOCUA_CONFIG=$(absolute "${GOCUA_CONFIG:-$here/config}")
  engine_host=$(reachable "${GOCUA_HOST:-127.0.0.1}")
  engine_port=${GOCUA_ENGINE_PORT:-8080}
  kiosk_host=$(reachable "${GOCUA_KIOSK_HOST:-127.0.0.1}")
  kiosk_port=${GOCUA_KIOSK_PORT:-8090}
  : "${GOCUA_ENGINE_URL:=$(url_of "$engine_host" "$engine_port")}"
  export GOCUA_DATA GOCUA_CONFIG GOCUA_ENGINE_URL
}
