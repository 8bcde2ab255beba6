import { effectOf } from './node-effect';

const http = {
  traits: { effect: 'write', readsWhen: { param: 'method', is: ['GET', 'HEAD'], default: 'GET' } },
} as const;

describe('effectOf', () => {
  it('takes a node that may be repeated at will for harmless', () => {
    expect(effectOf({ traits: { pure: true } }, { config: {} })).toBe('none');
    expect(effectOf({ traits: { repeatable: true } }, { config: {} })).toBe('none');
    expect(effectOf({ traits: { trigger: true } }, { config: {} })).toBe('none');
    expect(effectOf({ traits: { container: true } }, { config: {} })).toBe('none');
  });

  it('believes what the definition says', () => {
    expect(effectOf({ traits: { effect: 'read' } }, { config: {} })).toBe('read');
    expect(effectOf({ traits: { effect: 'write', repeatable: true } }, { config: {} })).toBe('write');
  });

  it('fears the worst of one that says nothing', () => {
    expect(effectOf({ traits: {} }, { config: {} })).toBe('write');
  });

  it('looks at the param that decides, and at its default', () => {
    expect(effectOf(http, { config: { method: 'HEAD' } })).toBe('read');
    expect(effectOf(http, { config: {} })).toBe('read');
    expect(effectOf(http, { config: { method: 'POST' } })).toBe('write');
  });

  it('fears the worst of a param that is only known at run time', () => {
    expect(effectOf(http, { config: { method: '{{ input.method }}' } })).toBe('write');
    expect(effectOf(http, { config: { method: { $expr: '"GET"' } } })).toBe('write');
  });
});
