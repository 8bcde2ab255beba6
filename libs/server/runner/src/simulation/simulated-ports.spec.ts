import type { InjectedFailure } from '@millrace/workflow-model';
import { SimulatedPorts } from './simulated-ports';

const real: ConstructorParameters<typeof SimulatedPorts>[0] = {
  sandboxFor: () => {
    throw new Error('not asked for');
  },
  progressOf: () => undefined,
  pretendedAccount: ({ types }) =>
    Promise.resolve({ type: types[0] ?? '', name: 'Team', fields: { baseUrl: 'https://slack.example/api' } }),
};
const failure = (more: Partial<InjectedFailure>): InjectedFailure => ({ nodeId: 'n', kind: 'slow', ...more });
const request = { method: 'GET', url: 'https://a.example/', timeoutMs: 10_000 };

it('gives an account with the open fields of its type and without a secret, so that addresses are whole', async () => {
  const asked = {
    workspaceId: 'w',
    executionId: 'e',
    nodeId: 'n',
    versionId: 'v',
    credentialId: 'c',
    types: ['slack'],
  };
  const account = await new SimulatedPorts(real).credentialFor({ ...asked, mask: {} as never });
  expect(account).toMatchObject({ id: 'c', type: 'slack', fields: { baseUrl: 'https://slack.example/api' } });
  expect(account?.secret('botToken')).toBe('***');
});

it('lets a request wait as long as it would wait, and not as long as its node might take', async () => {
  const ports = new SimulatedPorts(real, failure({ kind: 'timeout' }));
  await expect(ports.httpFor().request(request)).rejects.toMatchObject({ failure: { code: 'HTTP_TIMEOUT' } });
  expect(ports.waitedMs).toBe(10_000);
});

it.each([
  [10_001, 'HTTP_TIMEOUT', 10_000],
  [10_000, 'SIMULATED', 0],
])('a service that takes %i ms: the request ends with %s', async (delayMs, code, waitedMs) => {
  const ports = new SimulatedPorts(real, failure({ delayMs }));
  await expect(ports.httpFor().request(request)).rejects.toMatchObject({ failure: { code } });
  expect(ports.waitedMs).toBe(waitedMs);
});
