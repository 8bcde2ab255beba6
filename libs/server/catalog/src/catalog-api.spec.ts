import 'reflect-metadata';
import { createGraphqlModule, HealthModule } from '@millrace/server-platform';
import { startTestApp, type TestApp } from '@millrace/server-platform/testing';
import supertest from 'supertest';
import { CatalogApiModule } from './catalog.module';

let world: TestApp;

beforeAll(async () => {
  world = await startTestApp({ imports: [CatalogApiModule, createGraphqlModule(), HealthModule.forRoot('1.2.3')] });
});
afterAll(() => world.stop());

const ask = async (query: string) => (await supertest(world.server).post('/graphql').send({ query })).body;

describe('nodeDefinitions', () => {
  it('gives every node as data: ports, params schema, traits, docs and icon', async () => {
    const { data } = await ask(`{ nodeDefinitions {
      type version aliases title description category keywords inputs { id label description } outputs { id }
      dynamicOutputs { param idKey } paramsSchema rawParams outputSchema summary
      traits { trigger suspends joins pure repeatable container branches terminal } startsOn timeoutMs credentials { id title types required showWhen }
      deprecated docs icon
    } }`);
    const types = data.nodeDefinitions.map(({ type }: { type: string }) => type);
    expect(types).toEqual([...types].sort());
    expect(types).toEqual(
      expect.arrayContaining(['manual-trigger', 'webhook-trigger', 'http-request', 'condition', 'code']),
    );
    for (const definition of data.nodeDefinitions) {
      expect(definition).toMatchObject({
        paramsSchema: { type: 'object' },
        docs: expect.any(String),
        icon: expect.stringContaining('<svg'),
        traits: { trigger: expect.any(Boolean), joins: null === definition.traits.joins ? null : expect.any(String) },
      });
    }
    expect(data.nodeDefinitions.find(({ type }: { type: string }) => type === 'webhook-trigger')).toMatchObject({
      category: 'TRIGGER',
      startsOn: 'WEBHOOK',
      inputs: [],
      traits: { trigger: true },
    });
  });

  it('can be asked for one category', async () => {
    const { data } = await ask('{ nodeDefinitions(category: TRIGGER) { category } }');
    expect(new Set(data.nodeDefinitions.map(({ category }: { category: string }) => category))).toEqual(
      new Set(['TRIGGER']),
    );
  });

  it('can be asked for some types', async () => {
    const { data } = await ask('{ nodeDefinitions(types: ["log", "condition", "nope"]) { type } }');
    expect(data.nodeDefinitions).toEqual([{ type: 'condition' }, { type: 'log' }]);
  });
});

describe('nodeDefinition', () => {
  it('finds one node by type, alias and version', async () => {
    const { data } = await ask(`{
      byType: nodeDefinition(type: "http-request") { type version }
      byAlias: nodeDefinition(type: "system/http-request", version: 1) { type version }
      unknown: nodeDefinition(type: "nope") { type }
      future: nodeDefinition(type: "http-request", version: 99) { type }
    }`);
    expect(data).toEqual({
      byType: { type: 'http-request', version: 1 },
      byAlias: { type: 'http-request', version: 1 },
      unknown: null,
      future: null,
    });
  });
});

describe('GET /api/catalogue/nodes', () => {
  it('gives the same over REST', async () => {
    const { body } = await supertest(world.server).get('/api/catalogue/nodes').expect(200);
    expect(body.items.length).toBeGreaterThan(15);
    const one = await supertest(world.server).get('/api/catalogue/nodes?type=HTTP%20Request').expect(200);
    expect(one.body.items).toMatchObject([{ type: 'http-request' }]);
    const none = await supertest(world.server).get('/api/catalogue/nodes?type=nope').expect(404);
    expect(none.body.error.code).toBe('NODE_TYPE_NOT_FOUND');
  });
});

it('counts the nodes for /status', async () => {
  const { body } = await supertest(world.server).get('/status');
  expect(JSON.stringify(body)).toMatch(/"functions":\{"builtin":\d+\}/);
});
