import { fieldOf } from './param-fields';
import { inMode, modeOf, modesOf, reference, textOf, typed } from './value-mode';

const place = { name: 'it', path: ['it'], required: false };
const plain = fieldOf({ type: 'string' }, {}, { ...place, isRaw: false });

describe('how a value is written', () => {
  it('is told by the value itself', () => {
    expect(modeOf('text')).toBe('fixed');
    expect(modeOf('a {{ b }}')).toBe('template');
    expect(modeOf({ $expr: 'a.b' })).toBe('expression');
    expect(modeOf({ $expr: 'a', more: 1 })).toBe('fixed');
  });

  it('may be any of three, unless the param is code, handed over as it is, or CEL', () => {
    expect(modesOf(plain)).toEqual(['fixed', 'template', 'expression']);
    expect(modesOf(fieldOf({ ui: { control: 'code' } }, {}, { ...place, isRaw: false }))).toEqual(['fixed']);
    expect(modesOf(fieldOf({ type: 'string' }, {}, { ...place, isRaw: true }))).toEqual(['fixed']);
    expect(modesOf(fieldOf({ ui: { control: 'expression', language: 'cel' } }, {}, { ...place, isRaw: true }))).toEqual(
      ['expression'],
    );
  });

  it('keeps a path when it goes from template to expression and back', () => {
    expect(inMode('{{ trigger.items[0].id }}', 'expression')).toEqual({ $expr: 'trigger.items[0].id' });
    expect(inMode({ $expr: 'trigger.items[0].id' }, 'template')).toBe('{{ trigger.items[0].id }}');
  });

  it('joins text and data of a template to one expression', () => {
    expect(inMode('Order {{ trigger.id }}!', 'expression')).toEqual({ $expr: '"Order " + string(trigger.id) + "!"' });
  });

  it('keeps a literal, and takes the known value when it becomes fixed', () => {
    expect(inMode('abc', 'template')).toBe('abc');
    expect(inMode(5, 'expression')).toEqual({ $expr: '5' });
    expect(inMode('{{ trigger.id }}', 'fixed', 'ord_1')).toBe('ord_1');
    expect(inMode('{{ trigger.id }}', 'fixed')).toBeUndefined();
    expect(inMode({ $expr: 'a + b' }, 'template')).toBeUndefined();
    expect(inMode({ $expr: '"text"' }, 'template')).toBe('text');
    expect(inMode(undefined, 'expression')).toBeUndefined();
  });

  it('begins an expression with = and a template with braces', () => {
    expect(typed('= a.b')).toEqual({ mode: 'expression', value: { $expr: 'a.b' } });
    expect(typed('x {{')).toEqual({ mode: 'template', value: 'x {{' });
    expect(typed('a = b')).toEqual({ mode: 'fixed', value: 'a = b' });
  });

  it('shows values as text', () => {
    expect([textOf(undefined), textOf('a'), textOf(5), textOf({ $expr: 'b' }), textOf([1])]).toEqual([
      '',
      'a',
      '5',
      'b',
      '[1]',
    ]);
  });

  it('names a path as the mode does', () => {
    expect(reference('a.b', 'expression')).toBe('a.b');
    expect(reference('a.b', 'template')).toBe('{{ a.b }}');
  });
});
