# One Vault node with file storage: enough for one machine. Initialise and unseal it once: `vault operator init`, `vault operator unseal`.
storage "file" {
  path = "/vault/file"
}

listener "tcp" {
  address       = "0.0.0.0:8200"
  # Secrets and tokens go over this connection, so that Millrace refuses plain http in production. See infra/vault/README.md.
  tls_cert_file = "/vault/tls/server.pem"
  tls_key_file  = "/vault/tls/server-key.pem"
}

disable_mlock = false
ui            = false
