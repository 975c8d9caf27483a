#!/usr/bin/env bash
# Makes the journal of a backup, in a MongoDB that has none yet; stops the engines first:
# docs/deploy/restore.sh FILE [--unverified] [--without-vault]
set -euo pipefail

if [ $# -lt 1 ] || [ ! -r "$1" ]; then
  echo "Cách dùng (usage): $0 FILE [--unverified] [--without-vault]" >&2
  exit 2
fi
case $1 in /*) file=$1 ;; *) file=$PWD/$1 ;; esac
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

docker compose stop engine-1 engine-2
docker compose run --rm -T mongo-init </dev/null
docker compose run --rm -T --no-deps --entrypoint bash engine-1 -c '
  inside=/data/restore-$$.zip
  trap "rm -f $inside" EXIT
  umask 077
  cat >"$inside" && java -jar /app/gocua-engine.jar restore "$inside" "$@"' restore "$@" <"$file"
echo "Hãy chạy lại động cơ (start the engines again): docker compose up --detach"
