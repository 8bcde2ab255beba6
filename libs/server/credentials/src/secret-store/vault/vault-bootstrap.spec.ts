import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const infra = path.resolve(__dirname, '../../../../../../infra/vault');
const folder = mkdtempSync(path.join(tmpdir(), 'millrace-bootstrap-'));
const log = path.join(folder, 'log');
const state = path.join(folder, 'state');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the vault command: writes down what it is asked, remembers what was enabled. */
const standIn = `#!/bin/sh
printf '%s\\n' "$*" >> "${log}"
case "$1 $2" in
  "secrets list" | "auth list" | "audit list")
    printf '{'; grep "^$1 " "${state}" 2>/dev/null | sed 's#.* \\(.*\\)#"\\1/":{},#'; printf '"x":{}}' ;;
  "secrets enable" | "auth enable")
    printf '%s %s\\n' "$1" "$(printf '%s' "$3" | sed 's/-path=//')" >> "${state}" ;;
  "audit enable") printf 'audit file\\n' >> "${state}" ;;
  "policy write") sed 's/^/    /' >> "${log}" ;;
  "read -field=role_id") printf 'the-role-id' ;;
  "write -f") printf 'the-%s' "$4" ;;
esac
`;

function run(script: string, args: readonly string[] = [], env: Record<string, string> = {}): string {
  const command = path.join(folder, 'vault');
  writeFileSync(command, standIn);
  chmodSync(command, 0o755);
  writeFileSync(log, '');
  const saved = { PATH: `${folder}:${process.env['PATH']}` };
  return execFileSync('sh', [path.join(infra, script), ...args], { env: { ...saved, ...env }, encoding: 'utf8' });
}

const asked = (): string => readFileSync(log, 'utf8');

it('enables what is missing, writes policies for the mount, and tells the role ids', () => {
  const told = run('bootstrap.sh', [], { VAULT_KV_MOUNT: 'team-kv', VAULT_AUDIT_FILE: '/vault/audit.log' });
  expect(asked()).toContain('secrets enable -path=team-kv -version=2 kv');
  expect(asked()).toContain('write team-kv/config max_versions=5 cas_required=true');
  expect(asked()).toContain('auth enable -path=approle approle');
  expect(asked()).toContain('audit enable file file_path=/vault/audit.log');
  expect(asked()).toContain('path "team-kv/data/credentials/+"');
  expect(asked()).not.toMatch(/path "MOUNT/);
  for (const role of ['millrace-api', 'millrace-worker', 'millrace']) {
    expect(told).toContain(`VAULT_ROLE_ID of ${role}: the-role-id`);
  }
  expect(asked()).toMatch(
    /role\/millrace-api token_policies=millrace-api token_no_default_policy=true token_type=service token_ttl=20m/,
  );
});

it('run again, it enables nothing and puts policies and roles back', () => {
  run('bootstrap.sh', [], { VAULT_KV_MOUNT: 'team-kv', VAULT_AUDIT_FILE: '/vault/audit.log' });
  expect(asked()).not.toMatch(/ enable /);
  expect(asked()).toContain('policy write millrace-worker -');
  expect(asked()).toContain('write auth/approle/role/millrace token_policies=millrace-api,millrace-worker');
});

it('delivers a wrapped secret id, or a plain one when asked, for its owner only', () => {
  const file = path.join(folder, 'secret-id');
  run('secret-id.sh', ['millrace-api', file]);
  expect(asked()).toContain('write -f -wrap-ttl=5m -field=wrapping_token auth/approle/role/millrace-api/secret-id');
  expect(readFileSync(file, 'utf8')).toBe('the--field=wrapping_token');
  expect(statSync(file).mode & 0o077).toBe(0);
  run('secret-id.sh', ['millrace-worker', file, 'plain']);
  expect(asked()).toContain('write -f -field=secret_id auth/approle/role/millrace-worker/secret-id');
});

it('leaves the old file when Vault gives nothing', () => {
  const file = path.join(folder, 'kept');
  writeFileSync(file, 'old');
  expect(() => run('secret-id.sh', ['millrace-api', file], { PATH: '/nowhere' })).toThrow();
  expect(readFileSync(file, 'utf8')).toBe('old');
});
