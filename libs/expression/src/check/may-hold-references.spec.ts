import type { NodeDefinitionData } from '@millrace/workflow-model';
import { mayHoldReferences } from './may-hold-references';

const definition: NodeDefinitionData = {
  type: 'x',
  version: 1,
  title: '',
  description: '',
  category: 'logic',
  inputs: [],
  outputs: [],
  traits: {},
  rawParams: ['code', 'sample', 'field', 'plain'],
  paramsSchema: {
    type: 'object',
    properties: {
      code: { ui: { control: 'code' } },
      sample: { ui: { control: 'json' } },
      field: { ui: { control: 'expression' } },
      evaluated: { ui: { control: 'code' } },
    },
  },
};

describe('a param may hold references', () => {
  it.each(['field', 'plain', 'evaluated', 'unheard-of'])(
    'when it is evaluated, by the runner or by the node: %s',
    (param) => {
      expect(mayHoldReferences(definition, param)).toBe(true);
    },
  );

  it('when nobody knows the definition', () => {
    expect(mayHoldReferences(undefined, 'code')).toBe(true);
  });

  it.each(['code', 'sample'])('unless it is raw code or raw data: %s', (param) => {
    expect(mayHoldReferences(definition, param)).toBe(false);
  });

  it('unless it is a raw param of a trigger, which has nothing before it', () => {
    expect(mayHoldReferences({ ...definition, traits: { trigger: true } }, 'field')).toBe(false);
    expect(mayHoldReferences({ ...definition, traits: { trigger: true } }, 'evaluated')).toBe(true);
  });
});
