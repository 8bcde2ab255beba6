import { idNamesOf, rootFieldsOf, sampleOperation } from '@millrace/server-platform/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ProductRig } from './testing/product-rig';
import { routesOf } from './testing/routes';

/*
 * Whatever people send is at most their fault: every field with ids that are none, and every route with ids and bodies that are none.
 */
let rig: ProductRig;
let token: string;

beforeAll(async () => {
  rig = await ProductRig.start();
  token = await rig.tokenOf(await rig.person('odd'));
}, 120_000);
afterAll(() => rig.stop());

const ODD_IDS = ['none', '', '\u0000', '__proto__', '00000000-0000-0000-0000-000000000000', '9'.repeat(300)];

/** JSON that is well-formed and of no use: other types than those that are asked for, keys of prototypes, text that Postgres keeps not. */
const ODD_BODIES = [
  '[]',
  'null',
  '"x"',
  '{"name":{"toString":1},"nodes":[{"id":{"toString":1}}],"edges":{}}',
  '{"email":{"x":1},"password":["a"],"decision":{},"reason":{"toString":1},"payload":{"toString":1}}',
  '{"definition":{"nodes":null},"workflowId":"\\u0000","type":"\\u0000","payload":{"x":"\\ud800"}}',
  '{"tests":[null,1,{"name":"\\u0000"}],"testIds":[1],"cron":"* * *","count":1e9,"values":[]}',
];

/** Every odd id without a body, and every odd body with one of them. */
function attemptsOn(verb: string, path: string): { id: string; body?: string }[] {
  const [first = '', ...ids] = /[:*]/.test(path) ? ODD_IDS.filter((id) => id !== '') : [''];
  const bodies = verb === 'GET' || verb === 'DELETE' ? [] : ODD_BODIES;
  return [{ id: first }, ...ids.map((id) => ({ id })), ...bodies.map((body) => ({ id: first, body }))];
}

it('no GraphQL field takes an id that is none for an error of ours', async () => {
  const { schema } = rig.served.app.get(GraphQLSchemaHost, { strict: false });
  const fields = rootFieldsOf(schema).filter(
    ({ kind, field }) => kind !== 'subscription' && idNamesOf(field).length > 0,
  );
  expect(fields.length).toBeGreaterThan(50);
  const ours: string[] = [];
  for (const root of fields) {
    for (const id of ODD_IDS) {
      const literal = JSON.stringify(id);
      const values = idNamesOf(root.field).map(({ name, isList }) => [name, isList ? `[${literal}]` : literal]);
      const { errors = [] } = await rig.graphql(token, sampleOperation(root, Object.fromEntries(values)));
      if (errors.some(({ extensions }) => extensions['code'] === 'INTERNAL'))
        ours.push(`${root.field.name} ${literal}`);
    }
  }
  expect(ours).toEqual([]);
}, 120_000);

it('no route takes ids and bodies that are none for an error of ours', async () => {
  const ours: string[] = [];
  for (const { method, path } of routesOf(rig.served.app)) {
    const verb = method === 'ALL' ? 'POST' : method;
    for (const { id, body } of attemptsOn(verb, path)) {
      const url = path.replace(/[:*]\w+/g, encodeURIComponent(id));
      for (const who of [token, null]) {
        const call = rig.rest(who, verb, url);
        if (body !== undefined) void call.set('content-type', 'application/json').send(body);
        if ((await call).status === 500) ours.push(`${verb} ${url} ${body ?? ''}`);
      }
    }
  }
  expect(ours).toEqual([]);
}, 120_000);
