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
  local scheme=${3:-http}
  case $1 in *:*) printf '%s://[%s]:%s\n' "$scheme" "$1" "$2" ;; *) printf '%s://%s:%s\n' "$scheme" "$1" "$2" ;; esac
}

# A setting: the variable, else the file's key, else the default.
setting() {
  local value
  eval "value=\${$1:-}"
  if [ -z "$value" ] && [ -r "$GOCUA_CONFIG/$2" ]; then
    value=$(sed -n "s/^$3:[[:space:]]*//p" "$GOCUA_CONFIG/$2" |
      sed -e 's/[[:space:]]*#.*$//' -e "s/^[\"']//" -e "s/[\"']$//" -e 1q)
  fi
  printf '%s\n' "${value:-$4}"
}

# What is made from here on, the data, the logs and the backups, is its owner's alone; a build before it may be everybody's.
settle() {
  umask 077
  GOCUA_CONFIG=$(absolute "${GOCUA_CONFIG:-$here/config}")
  GOCUA_DATA=$(absolute "$(setting GOCUA_DATA engine.yaml data "$here/data")")
  engine_host=$(reachable "$(setting GOCUA_HOST engine.yaml host 127.0.0.1)")
  engine_port=$(setting GOCUA_ENGINE_PORT engine.yaml enginePort 8080)
  engine_scheme=http
  if [ -n "$(setting GOCUA_TLS_CERT engine.yaml tlsCert '')" ]; then engine_scheme=https; fi
  kiosk_host=$(reachable "$(setting GOCUA_KIOSK_HOST kiosk.yaml host 127.0.0.1)")
  kiosk_port=$(setting GOCUA_KIOSK_PORT kiosk.yaml port 8090)
  GOCUA_ENGINE_URL=$(setting GOCUA_ENGINE_URL kiosk.yaml engineUrl "$(url_of "$engine_host" "$engine_port" "$engine_scheme")")
  # The screens name the same contact as the engine.
  GOCUA_SECURITY_CONTACT=$(setting GOCUA_SECURITY_CONTACT engine.yaml securityContact '')
  export GOCUA_DATA GOCUA_CONFIG GOCUA_ENGINE_URL GOCUA_SECURITY_CONTACT
}
