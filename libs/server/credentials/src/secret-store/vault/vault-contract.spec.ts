import { ContractReplay, otherAnswers, patternOf, recordedExchanges } from '../testing/contract-replay';
import { FAKE_ROOT_TOKEN, FakeVault } from '../testing/fake-vault';
import { judgeAnswer, type VaultVerdict } from './vault-answer';

/*
 * 55 exchanges with a real Vault. The fake answers each as the real one did; with VAULT_ADDR, VAULT_TOKEN (root) and
 * VAULT_UNSEAL_KEY set, a real and empty server is asked the same. It is sealed and unsealed on the way.
 */
const env = process.env;
const isReal = env['VAULT_ADDR'] !== undefined;

/** Newer servers say these in another way. */
const differsByVersion = new Set([
  'no token',
  'method not allowed',
  'login bad secret id',
  'login bad role id',
  'health',
  'health sealed',
]);
const needsUnsealKey = new Set(['seal', 'health sealed', 'read sealed', 'login sealed', 'unseal', 'read after unseal']);

describe('the recorded exchanges', () => {
  let fake: FakeVault;
  let replay: ContractReplay;
  let realReplay: ContractReplay | null = null;

  beforeAll(async () => {
    fake = await FakeVault.start();
    replay = new ContractReplay({ address: fake.address, rootToken: FAKE_ROOT_TOKEN, unsealKey: 'any' });
    if (isReal) {
      realReplay = new ContractReplay({
        address: env['VAULT_ADDR'] ?? '',
        rootToken: env['VAULT_TOKEN'] ?? '',
        unsealKey: env['VAULT_UNSEAL_KEY'] ?? '',
      });
    }
  });
  afterAll(async () => {
    await replay.close();
    await realReplay?.close();
    await fake.stop();
  });

  it('are all there', () => {
    expect(recordedExchanges).toHaveLength(55);
  });

  it.each(recordedExchanges)('the fake answers "$name" as the real Vault did', async (exchange) => {
    const answer = await replay.send(exchange);
    expect(answer).toEqual(patternOf(exchange.response));
  });

  const onReal = recordedExchanges.filter(
    ({ name }) => isReal && (!needsUnsealKey.has(name) || env['VAULT_UNSEAL_KEY'] !== undefined),
  );
  for (const exchange of onReal) {
    it(`the server under VAULT_ADDR answers "${exchange.name}" as the recorded one did`, async () => {
      const answer = await realReplay?.send(exchange);
      if (differsByVersion.has(exchange.name)) return;
      expect(answer).toMatchObject(patternOf(exchange.response) as object);
    });
  }
});

describe('what an answer means', () => {
  const meanings: readonly (readonly [string, VaultVerdict['kind'] | string])[] = [
    ['write without cas', 'bug'],
    ['create cas=0', 'ok'],
    ['create again cas=0 (lost race)', 'CONFLICT'],
    ['read missing version', 'NOT_FOUND'],
    ['list empty', 'NOT_FOUND'],
    ['soft delete latest', 'ok'],
    ['read soft-deleted', 'CREDENTIAL_DELETED'],
    ['read destroyed', 'CREDENTIAL_DESTROYED'],
    ['read metadata after purge', 'NOT_FOUND'],
    ['kv1-style path on kv2', 'SECRETS_MISCONFIGURED'],
    ['unknown mount', 'SECRETS_MISCONFIGURED'],
    ['bad json', 'bug'],
    ['data not a map', 'bug'],
    ['unwrap second time', 'bug'],
    ['login bad secret id', 'bug'],
    ['denied path', 'denied'],
    ['no token', 'bug'],
    ['invalid token', 'denied'],
    ['method not allowed', 'bug'],
    ['path traversal raw', 'bug'],
    ['read sealed', 'unavailable'],
    ['login sealed', 'unavailable'],
    ['standby with X-Vault-No-Request-Forwarding, or leader lost', 'unavailable'],
    ['raft election in progress', 'unavailable'],
    ['uninitialised health', 'unavailable'],
    ['rate limit quota', 'unavailable'],
    ['body over 32 MiB', 'bug'],
    ['plain HTTP to TLS port', 'SECRETS_MISCONFIGURED'],
    ['transit decrypt wrong context', 'SECRETS_MISCONFIGURED'],
    ['token without role after max_ttl', 'denied'],
  ];

  it.each(meanings)('"%s" is %s', (name, meaning) => {
    const { response } = [...recordedExchanges, ...otherAnswers].find((exchange) => exchange.name === name) ?? {};
    expect(response).toBeDefined();
    const verdict = judgeAnswer(response ?? { status: 0, body: null });
    expect(verdict.kind === 'failed' ? verdict.code : verdict.kind).toBe(meaning);
  });

  it('a write that met an election or a broken gateway may have been carried out; one that met a seal was not', () => {
    const election = { errors: ['local node not active but active cluster node not found'] };
    expect(judgeAnswer({ status: 500, body: election })).toMatchObject({ applied: 'maybe' });
    expect(judgeAnswer({ status: 502, body: '<html>' })).toMatchObject({ applied: 'maybe' });
    expect(judgeAnswer({ status: 503, body: { errors: ['Vault is sealed'] } })).toMatchObject({ applied: 'no' });
    expect(judgeAnswer({ status: 429, body: {} })).toMatchObject({ applied: 'no' });
  });

  it('never quotes what was answered, because answers quote what was sent', () => {
    const body = { errors: [`error converting input s3cr3t for field "data": '' expected a map, got 'string'`] };
    for (const status of [301, 400, 403, 404, 405, 413, 500, 502, 503]) {
      expect(JSON.stringify(judgeAnswer({ status, body }))).not.toContain('s3cr3t');
    }
  });
});
