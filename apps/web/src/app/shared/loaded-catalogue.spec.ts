import { TestBed } from '@angular/core/testing';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { LoadedCatalogue } from './loaded-catalogue';

let server: FakeServer;
let definitions: LoadedCatalogue;

const traits = { branches: false, joins: 'ANY', trigger: false };
const card = (type: string) => ({
  type,
  version: 1,
  title: type,
  category: 'LOGIC',
  docs: null,
  startsOn: null,
  traits,
});
const TYPES = ['log', 'merge', 'switch'];

beforeEach(async () => {
  server = new FakeServer()
    .signsIn()
    .on('NodeCards', ({ types = TYPES }) => ({
      nodeDefinitions: (types as string[]).filter((type) => TYPES.includes(type)).map(card),
    }))
    .on('NodeDetails', ({ types = TYPES }) => ({
      nodeDefinitions: (types as string[]).map((type) => ({
        type,
        version: 1,
        docs: `About ${type}`,
        paramsSchema: { type: 'object', properties: { message: { default: null } } },
        outputSchema: null,
        traits: { answersCaller: false, effect: 'READ', ignoresInput: true, readsWhen: null },
      })),
    }));
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  definitions = TestBed.inject(LoadedCatalogue);
});

it('cards are there before the schemas are', async () => {
  await definitions.loadCards();
  expect(definitions.catalogue.lookup('merge')).toMatchObject({ category: 'logic', traits: { joins: 'any' } });
  expect(definitions.isDescribed('merge')).toBe(false);
  expect(server.asked('NodeDetails')).toEqual([]);
});

it('the cards of a workflow come without those of other types, and the rest is added to them', async () => {
  await definitions.showCards(['switch', 'log', 'log', 'unheard-of']);
  expect(server.asked('NodeCards')).toEqual([{ types: ['log', 'switch', 'unheard-of'] }]);
  expect(definitions.catalogue.lookup('merge')).toBeUndefined();
  const before = definitions.catalogue.lookup('log');
  await definitions.loadCards();
  expect(
    definitions.catalogue
      .all()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(TYPES);
  expect(definitions.catalogue.lookup('log')).toBe(before);
  await definitions.showCards(['merge', 'unheard-of']);
  expect(server.asked('NodeCards')).toHaveLength(2);
});

it('describes the types of a workflow and asks for each once', async () => {
  await definitions.describe(['log', 'log', 'unheard-of']);
  await definitions.describe(['log', 'switch']);
  expect(server.asked('NodeDetails')).toEqual([{ types: ['log'] }, { types: ['switch'] }]);
  expect(definitions.catalogue.lookup('log')).toMatchObject({
    docs: 'About log',
    paramsSchema: { properties: { message: { default: null } } },
  });
  expect([definitions.isDescribed('merge'), definitions.isDescribed('unheard-of')]).toEqual([false, true]);
});

it('what was described stays the same object when the rest comes', async () => {
  await definitions.describe(['log']);
  const before = definitions.catalogue.lookup('log');
  await definitions.load();
  expect(definitions.catalogue.lookup('log')).toBe(before);
  expect(TYPES.every((type) => definitions.isDescribed(type)) && definitions.isLoaded()).toBe(true);
});

it('a try that failed is made again', async () => {
  server.isReachable = false;
  await expect(definitions.load()).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
  server.isReachable = true;
  await definitions.load();
  expect(definitions.isLoaded()).toBe(true);
});
