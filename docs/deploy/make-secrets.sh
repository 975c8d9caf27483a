#!/usr/bin/env bash
# Makes ./secrets beside docker-compose.yml: passwords, tokens and MongoDB's key. What is there already stays as it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Only the folder's owner gets in. The files themselves are open, because each container reads them as a user of its own.
mkdir -p secrets
chmod 700 secrets
umask 022

random() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

keep() {
  if [ -s "secrets/$1" ]; then
    echo "  còn nguyên (kept)   secrets/$1"
    cat >/dev/null
  else
    cat >"secrets/$1"
    chmod 444 "secrets/$1"
    echo "  đã tạo (made)       secrets/$1"
  fi
}

head -c 756 /dev/urandom | base64 | tr -d '\n' | keep mongo-key
random 24 | keep mongo-root-password
printf 'mongodb://gocua:%s@mongo-1:27017,mongo-2:27017,mongo-3:27017/gocua?replicaSet=gocua' "$(random 24)" | keep journal-uri
random 8 | keep leader-password
random 24 | keep kiosk-token

echo "Mật khẩu của tài khoản «leader» ở trong secrets/leader-password. (the password of the account «leader» is in there)"
