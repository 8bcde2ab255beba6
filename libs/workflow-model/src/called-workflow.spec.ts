import { calledIdOf, calledInputParam } from './called-workflow';
import type { JsonObject } from './json';

const paramsSchema: JsonObject = {
  properties: { wait: {}, workflowId: { ui: { options: 'workflows' } }, input: { ui: { control: 'workflow-input' } } },
};

describe('the workflow that a node runs', () => {
  it('is the one that was chosen', () => {
    expect(calledIdOf({ paramsSchema }, { config: { workflowId: 'w1' } })).toBe('w1');
    expect(calledIdOf({ paramsSchema }, { config: { wait: true } })).toBeUndefined();
    expect(calledIdOf({ paramsSchema: {} }, { config: { workflowId: 'w1' } })).toBeUndefined();
  });

  it('is unknown while a template decides', () => {
    expect(calledIdOf({ paramsSchema }, { config: { workflowId: '{{ trigger.id }}' } })).toBeUndefined();
  });

  it('gets what one param holds', () => {
    expect(calledInputParam({ paramsSchema })).toBe('input');
    expect(calledInputParam({ paramsSchema: {} })).toBeUndefined();
  });
});
