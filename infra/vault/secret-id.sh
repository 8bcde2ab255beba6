#!/bin/sh
# Delivers a new secret id of AppRole: infra/vault/secret-id.sh ROLE FILE [plain]
# FILE gets a token that opens the secret id once, within VAULT_WRAP_TTL (default: 5m): if the process cannot open it, somebody
# else did. Deliver a new one before each start. `plain` writes the secret id itself, for processes that restart by themselves.
set -eu

role=${1:?which role, such as millrace-api}
file=${2:?which file}
path="auth/${VAULT_APPROLE_MOUNT:-approle}/role/$role/secret-id"

umask 077
fresh="$file.$$"
trap 'rm -f "$fresh"' EXIT
if [ "${3:-}" = plain ]; then
  vault write -f -field=secret_id "$path" > "$fresh"
else
  vault write -f -wrap-ttl="${VAULT_WRAP_TTL:-5m}" -field=wrapping_token "$path" > "$fresh"
fi
mv -f "$fresh" "$file"
