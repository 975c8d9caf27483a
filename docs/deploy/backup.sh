#!/usr/bin/env bash
# Writes a backup of the journal of the running system into a file of this machine: docs/deploy/backup.sh FILE
# With cron: a name with the date in it, and a copy of the file on another machine.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "Cách dùng (usage): $0 FILE" >&2
  exit 2
fi
case $1 in /*) file=$1 ;; *) file=$PWD/$1 ;; esac
if [ -e "$file" ]; then
  echo "Đã có tệp $file; không ghi đè. (that file is there already)" >&2
  exit 3
fi
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

umask 077
partial=$(mktemp "$file.XXXXXX")
trap 'rm -f "$partial"' EXIT
docker compose exec -T "${ENGINE:-engine-1}" bash -c '
  umask 077
  inside=/data/backup-$$.zip
  trap "rm -f $inside" EXIT
  java -jar /app/gocua-engine.jar backup "$inside" >&2 && cat "$inside"' >"$partial"
mv -n "$partial" "$file"
sync "$file"
echo "$file"
