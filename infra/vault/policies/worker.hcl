# What a worker may do: read, keep tokens of OAuth fresh, purge what was given with a run. It never writes what people entered.
# MOUNT is replaced by bootstrap.sh. `+` is one segment: nothing below a secret, and no list of them.

# What people entered.
path "MOUNT/data/credentials/+" { capabilities = ["read"] }

# Tokens of OAuth.
path "MOUNT/data/oauth/+"       { capabilities = ["create", "update", "read"] }
path "MOUNT/metadata/oauth/+"   { capabilities = ["read"] }

# Given with one run.
path "MOUNT/data/run/+"         { capabilities = ["read"] }
path "MOUNT/metadata/run/+"     { capabilities = ["delete"] }

# Its own token.
path "auth/token/lookup-self"   { capabilities = ["read"] }
path "auth/token/renew-self"    { capabilities = ["update"] }
path "auth/token/revoke-self"   { capabilities = ["update"] }
