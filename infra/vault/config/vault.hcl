# One Vault node with file storage: enough for one machine. Initialise and unseal it once: `vault operator init`, `vault operator unseal`.
storage "file" {
  path = "/vault/file"
}

listener "tcp" {
  address     = "0.0.0.0:8200"
  # Only the compose network reaches this port. Put certificates here before you open it any wider.
  tls_disable = true
}

disable_mlock = false
ui            = false
