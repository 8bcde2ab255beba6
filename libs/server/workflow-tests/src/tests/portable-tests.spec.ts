import { Client } from 'pg';
import { TestsRig, orders } from '../testing/tests-rig';
import { PortableTests } from './portable-tests';
import { StoredTests, type StoredTest } from './stored-tests';

let rig: TestsRig;
let workflowId: string;
let statements: string[] = [];
const { query } = Client.prototype;

beforeAll(async () => {
  rig = await TestsRig.start();
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    statements.push(typeof first === 'string' ? first : (first.text ?? 'other'));
    return Reflect.apply(query, this, given);
  } as typeof query;
}, 90_000);
afterAll(async () => {
  Client.prototype.query = query;
  await rig.stop();
});
beforeEach(async () => {
  workflowId = await rig.workflow(orders());
});

const replace = (tests: readonly object[]) => rig.get(PortableTests).replace(rig.actor, workflowId, tests);
const stored = () => rig.get(StoredTests).list(rig.actor, workflowId);
const byName = async () => new Map((await stored()).map((test) => [test.name, test]));
const many = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ name: `Number ${index}`, trigger: { index }, ...more }));

it('replaces as many tests as there may be with three statements', async () => {
  await replace(many(200));
  const changed = many(100, { startAt: '2026-03-01T08:00:00.000Z' });
  const fresh = many(100).map((test) => ({ ...test, name: `Another ${test.name}` }));
  statements = [];
  await replace([...changed, ...fresh]);

  expect(statements.filter((text) => /^\s*(insert|update|delete)/i.test(text))).toHaveLength(3);
  expect((await stored()).map(({ name }) => name)).toHaveLength(200);
});

it('keeps what is as it was, changes what is not, and forgets what is gone', async () => {
  await replace([{ name: 'Same' }, { name: 'changed', trigger: 1 }, { name: 'Gone' }]);
  const before = await byName();
  await replace([{ name: 'New' }, { name: 'Changed', trigger: 2 }, { name: 'Same' }]);
  const after = await byName();

  expect([...after.keys()]).toEqual(['Changed', 'New', 'Same']);
  expect(after.get('Same')).toEqual(before.get('Same'));
  const { id, hash, spec, revision } = after.get('Changed') as StoredTest;
  expect({ id, revision, trigger: spec.trigger }).toEqual({ id: before.get('changed')?.id, revision: 2, trigger: 2 });
  expect(hash).not.toBe(before.get('changed')?.hash);
});

it('takes texts of every kind as they are', async () => {
  const trigger = { text: 'a"b\\c,{}\n\u0000é😀', null: null };
  await replace([{ name: 'It\'s {"odd"}, isn\\t it?', trigger }]);

  expect(await stored()).toMatchObject([{ name: 'It\'s {"odd"}, isn\\t it?', spec: { trigger } }]);
});

it('changes nothing when one of them cannot be read', async () => {
  await replace([{ name: 'There' }]);
  await expect(replace([{ name: 'New' }, { name: ' ' }])).rejects.toMatchObject({ code: 'TEST_INVALID' });
  expect([...(await byName()).keys()]).toEqual(['There']);
});
