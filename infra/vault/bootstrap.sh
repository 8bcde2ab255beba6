#!/bin/sh
# Sets HashiCorp Vault up for Millrace, with the `vault` command and the rights of an administrator (VAULT_ADDR, VAULT_TOKEN).
# May be run again at any time: it adds what is missing, and puts policies and roles back to what they are here.
#
#   VAULT_KV_MOUNT       where secrets are kept (default: millrace)
#   VAULT_APPROLE_MOUNT  where AppRole is mounted (default: approle)
#   VAULT_TOKEN_TTL      how long a token lives (default: 20m), VAULT_TOKEN_MAX_TTL with renewals (default: 4h)
#   VAULT_SECRET_ID_TTL  how long a secret id opens (default: 24h)
#   VAULT_BOUND_CIDRS    addresses that may log in and use tokens, between commas (default: all)
#   VAULT_AUDIT_FILE     file of Vault's own audit log; no device is added without one
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
mount=${VAULT_KV_MOUNT:-millrace}
approle=${VAULT_APPROLE_MOUNT:-approle}
cidrs=${VAULT_BOUND_CIDRS:-}

say() { printf '%s\n' "$*"; }

# has LIST NAME: whether the JSON of `vault … list` holds the mount.
has() { printf '%s' "$1" | grep -q "\"$2/\""; }

if has "$(vault secrets list -format=json)" "$mount"; then
  say "secrets: $mount/ is there"
else
  vault secrets enable -path="$mount" -version=2 kv
fi
# Five versions, and no write that does not say which version it replaces.
vault write "$mount/config" max_versions=5 cas_required=true

for name in api worker; do
  sed "s#MOUNT/#$mount/#g" "$here/policies/$name.hcl" | vault policy write "millrace-$name" -
done

if has "$(vault auth list -format=json)" "$approle"; then
  say "auth: $approle/ is there"
else
  vault auth enable -path="$approle" approle
fi

# role NAME POLICIES
role() {
  vault write "auth/$approle/role/$1" \
    token_policies="$2" \
    token_no_default_policy=true \
    token_type=service \
    token_ttl="${VAULT_TOKEN_TTL:-20m}" \
    token_max_ttl="${VAULT_TOKEN_MAX_TTL:-4h}" \
    secret_id_ttl="${VAULT_SECRET_ID_TTL:-24h}" \
    token_bound_cidrs="$cidrs" \
    secret_id_bound_cidrs="$cidrs"
}
role millrace-api millrace-api
role millrace-worker millrace-worker
# For an api that performs runs itself (MILLRACE_WORKERS=in-process): it needs both.
role millrace millrace-api,millrace-worker

if [ -n "${VAULT_AUDIT_FILE:-}" ]; then
  if has "$(vault audit list -format=json 2>/dev/null || printf '{}')" file; then
    say "audit: file/ is there"
  else
    vault audit enable file file_path="$VAULT_AUDIT_FILE"
  fi
fi

for name in millrace-api millrace-worker millrace; do
  say "VAULT_ROLE_ID of $name: $(vault read -field=role_id "auth/$approle/role/$name/role-id")"
done
say "Next: infra/vault/secret-id.sh millrace-api FILE, and FILE in VAULT_SECRET_ID_FILE of the api; likewise for the worker."
