import { Config, readConfig } from '@millrace/server-platform';
import { triggersConfig } from '../triggers.config';
import { WebhookKeys } from './webhook-keys';

const JWT_SECRET_KEY = 'j'.repeat(64);
const keysWith = (env: Record<string, string> = {}): WebhookKeys =>
  new WebhookKeys(readConfig({ JWT_SECRET_KEY, ...env }, [triggersConfig]) as Config);
const id = '0190a000-0000-7000-8000-000000000001';
const other = '0190a000-0000-7000-8000-000000000002';

describe('WebhookKeys', () => {
  it('gives back what it sealed, and seals it differently every time', () => {
    const keys = keysWith();
    const [one, two] = [keys.seal(id, 'whsec_ü'), keys.seal(id, 'whsec_ü')];
    expect([keys.unseal(id, one), keys.unseal(id, two)]).toEqual(['whsec_ü', 'whsec_ü']);
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('whsec');
  });

  it('gives nothing back to another webhook or with another key of the instance', () => {
    const sealed = keysWith().seal(id, 'secret');
    expect(keysWith().unseal(other, sealed)).toBeNull();
    expect(keysWith({ MILLRACE_WEBHOOK_KEY: 'w'.repeat(32) }).unseal(id, sealed)).toBeNull();
  });

  it('gives nothing back when one bit differs, a part is missing, or the form is unknown', () => {
    const keys = keysWith();
    const sealed = keys.seal(id, 'secret');
    for (const at of [0, 1, 13, sealed.length - 1]) {
      const damaged = Buffer.from(sealed);
      damaged[at]! ^= 1;
      expect(keys.unseal(id, damaged)).toBeNull();
    }
    for (const length of [0, 1, 28]) expect(keys.unseal(id, sealed.subarray(0, length))).toBeNull();
  });

  it('derives another key for every webhook and issue, the same each time', () => {
    const keys = keysWith();
    const all = [keys.signingKey(id, 1), keys.signingKey(id, 2), keys.signingKey(other, 1)];
    expect(new Set(all).size).toBe(3);
    expect(keysWith().signingKey(id, 1)).toBe(all[0]);
    expect(all[0]).toMatch(/^[\w-]{43}$/);
  });

  it('has a name that follows from the key of webhooks, else from that of sessions', () => {
    const own = { MILLRACE_WEBHOOK_KEY: 'w'.repeat(32) };
    expect(keysWith().name).toBe(keysWith().name);
    expect(keysWith(own).name).not.toBe(keysWith().name);
    expect(keysWith({ ...own, JWT_SECRET_KEY: 'k'.repeat(64) }).name).toBe(keysWith(own).name);
  });
});
