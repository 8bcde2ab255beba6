import type { NodeDefinitionData } from './node-definition';
import { tellsUsage } from './tells-usage';

const giving = (outputSchema?: object): NodeDefinitionData => ({ type: 'x', outputSchema }) as NodeDefinitionData;

it('a node that gives tokens under usage tells what models took', () => {
  const usage = { type: 'object', properties: { inputTokens: { type: 'number' } } };
  expect(tellsUsage(giving({ type: 'object', properties: { text: {}, usage } }))).toBe(true);
});

it.each([
  undefined,
  giving(),
  giving({ type: 'object' }),
  giving({ properties: { usage: {} } }),
  giving({ properties: { usage: { properties: { disk: {} } } } }),
  giving({ properties: [] }),
])('others do not: %j', (definition) => {
  expect(tellsUsage(definition)).toBe(false);
});
