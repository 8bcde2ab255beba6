# What an api process may do: write, purge, see which version is newest. It never reads a value.
# MOUNT is replaced by bootstrap.sh. `+` is one segment: nothing below a secret, and no list of them.

# What people enter.
path "MOUNT/data/credentials/+"     { capabilities = ["create", "update"] }
path "MOUNT/metadata/credentials/+" { capabilities = ["read", "delete"] }
path "MOUNT/destroy/credentials/+"  { capabilities = ["update"] }

# Tokens of OAuth: removed with their credential. Workers write them.
path "MOUNT/metadata/oauth/+"       { capabilities = ["read", "delete"] }
path "MOUNT/destroy/oauth/+"        { capabilities = ["update"] }

# Given with one run.
path "MOUNT/data/run/+"             { capabilities = ["create", "update"] }
path "MOUNT/metadata/run/+"         { capabilities = ["read", "delete"] }

# Its own token.
path "auth/token/lookup-self"       { capabilities = ["read"] }
path "auth/token/renew-self"        { capabilities = ["update"] }
path "auth/token/revoke-self"       { capabilities = ["update"] }
