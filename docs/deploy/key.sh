#!/usr/bin/env bash
# Saves a copy of the vault's key into a file, or puts one back where there is none: docs/deploy/key.sh save|put FILE
set -euo pipefail

if [ $# -ne 2 ] || { [ "$1" != save ] && [ "$1" != put ]; }; then
  echo "Cách dùng (usage): $0 save|put FILE" >&2
  exit 2
fi
case $2 in /*) file=$2 ;; *) file=$PWD/$2 ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
umask 077

inside() { docker compose run --rm -T --no-deps --entrypoint bash "${ENGINE:-engine-1}" -c "$1"; }

if [ "$1" = save ]; then
  if [ -e "$file" ]; then
    echo "Đã có tệp $file; không ghi đè. (that file is there already)" >&2
    exit 3
  fi
  partial=$(mktemp "$file.XXXXXX")
  trap 'rm -f "$partial"' EXIT
  inside 'cat "$GOCUA_VAULT_KEY_FILE"' </dev/null >"$partial"
  mv -n "$partial" "$file"
  sync "$file"
  echo "$file"
else
  # A key that is there is never written over.
  inside 'umask 077; set -o noclobber; cat >"$GOCUA_VAULT_KEY_FILE"' <"$file"
fi
