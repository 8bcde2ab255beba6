import type { Json } from './json';
import type { NodeDefinitionData } from './node-definition';
import { traitsOf } from './node-traits';

const definition = {
  traits: { repeatable: true, branches: true, pureUnless: { param: 'mode', is: ['javascript'] } },
} as unknown as NodeDefinitionData;
const traits = (mode?: Json) => traitsOf(definition, { config: mode === undefined ? {} : { mode } });

describe('the traits of a configured node', () => {
  it('are pure while the param is absent or another literal', () => {
    expect(traits()).toEqual({ branches: true, pure: true, repeatable: false });
    expect(traits('fields')).toEqual({ branches: true, pure: true, repeatable: false });
  });

  it('are those of the definition when the param is named, or only known at run time', () => {
    const asDefined = { repeatable: true, branches: true };
    expect(traits('javascript')).toEqual(asDefined);
    expect(traits('{{ trigger.mode }}')).toEqual(asDefined);
    expect(traits({ $expr: 'trigger.mode' })).toEqual(asDefined);
  });

  it('are the very object of the definition when nothing depends on the config', () => {
    const plain = { traits: { pure: true } } as unknown as NodeDefinitionData;
    expect(traitsOf(plain, { config: {} })).toBe(plain.traits);
  });
});
