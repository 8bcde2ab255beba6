import { definitionOf } from '../session/testing/definitions';
import { accountState } from './account-state';

const slot = { id: 'account', types: ['slack'], required: true };
const has = (type: string) => (one: { readonly types: readonly string[] }) => one.types.includes(type);

it('asks for an account only where a node cannot do without', () => {
  expect(accountState(definitionOf({ type: 'code' }), () => false)).toBeUndefined();
  const optional = definitionOf({ type: 'http', credentials: [{ ...slot, required: false }] });
  expect(accountState(optional, () => false)).toBeUndefined();
  const needy = definitionOf({ type: 'slack', credentials: [slot] });
  expect(accountState(needy, has('github'))).toBe('missing');
  expect(accountState(needy, has('slack'))).toBe('ready');
});

it('asks for all that count with the params that a new node has', () => {
  const only = { param: 'auth', is: ['account'] };
  const node = (standard: string) =>
    definitionOf({
      type: 'x',
      paramsSchema: { properties: { auth: { default: standard } } },
      credentials: [{ ...slot, showWhen: only }],
    });
  expect(accountState(node('none'), () => false)).toBeUndefined();
  expect(accountState(node('account'), () => false)).toBe('missing');
});
