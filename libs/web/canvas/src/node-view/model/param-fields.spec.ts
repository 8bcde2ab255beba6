import type { JsonObject } from '@millrace/workflow-model';
import { coreDefinitions as definitions } from '../testing/core-definitions';
import type { ParamField } from './param-field';
import { fieldOf, fieldsOf, isShown, rowsOf } from './param-fields';

function fieldsOfType(type: string): readonly ParamField[] {
  const definition = definitions.find((each) => each.type === type);
  if (definition === undefined) throw new Error(`no ${type}`);
  const { paramsSchema: schema, rawParams } = definition;
  return fieldsOf({ schema, root: schema, ...(rawParams && { rawParams }) });
}

function one(property: JsonObject): ParamField {
  return fieldOf(property, {}, { name: 'it', path: ['it'], required: false, isRaw: false });
}

describe('the params of a node as fields', () => {
  it('gives every param of every core node a control that the form has', () => {
    const known = new Set([
      'text',
      'textarea',
      'code',
      'json',
      'number',
      'toggle',
      'select',
      'multi-select',
      'key-values',
      'list',
      'form-fields',
      'conditions',
      'expression',
      'duration',
      'date-time',
      'cron',
      'timezone',
      'object',
      'model',
      'options',
      'schema',
      'tools',
      'workflow-input',
    ]);
    const odd = definitions.flatMap(({ type }) =>
      fieldsOfType(type)
        .filter(({ control }) => !known.has(control))
        .map(({ name }) => `${type}.${name}`),
    );
    expect(odd).toEqual([]);
  });

  it('has a control of its own for models, schemas and the tools of an agent', () => {
    const controls = fieldsOfType('ai-agent').map(({ name, control }) => [name, control]);
    expect(controls).toContainEqual(['aiModel', 'model']);
    expect(controls).toContainEqual(['aiSchema', 'schema']);
    expect(controls).toContainEqual(['tools', 'tools']);
  });

  it('takes title, help, default, placeholder and whether it is required from the schema', () => {
    const [method, url] = fieldsOfType('http-request');
    expect(method).toMatchObject({ name: 'method', control: 'select', defaultValue: 'GET', required: false });
    expect(url).toMatchObject({ title: 'URL', required: true, placeholder: 'https://api.example.com/orders' });
    expect(url?.help).toMatch(/^Whole address/);
  });

  it('offers the examples of a select without an enum, and its labels where there are none', () => {
    expect(fieldsOfType('http-request')[0]?.options.map(({ value }) => value)).toContain('PATCH');
    const fallback = fieldsOfType('switch').find(({ name }) => name === 'fallback');
    expect(fallback?.options).toContainEqual({ value: 'error', label: 'Fail the node' });
  });

  it('leaves what the conditions builder writes to the builder', () => {
    expect(fieldsOfType('condition').map(({ name }) => name)).toEqual(['conditions', 'caseSensitive', 'looseTypes']);
  });

  it('follows references, and what stands beside them wins', () => {
    const root = { $defs: { size: { type: 'number', title: 'Size' } } };
    const field = fieldOf({ $ref: '#/$defs/size', title: 'Width' }, root, {
      name: 'w',
      path: ['w'],
      required: true,
      isRaw: false,
    });
    expect(field).toMatchObject({ control: 'number', title: 'Width', required: true });
  });

  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'boolean' }, 'toggle'],
    [{ type: 'integer' }, 'number'],
    [{ enum: ['a', 'b'] }, 'select'],
    [{ type: 'array', items: { enum: ['a'] } }, 'multi-select'],
    [{ type: 'array', items: { type: 'string' } }, 'list'],
    [{ type: 'object', properties: { a: {} } }, 'object'],
    [{ type: 'object', additionalProperties: {} }, 'key-values'],
    [{ anyOf: [{ type: 'string' }, { type: 'array', items: {} }] }, 'list'],
    [{}, 'json'],
  ] as readonly (readonly [JsonObject, string])[])('chooses a control for %j by its type', (schema, control) => {
    expect(one(schema).control).toBe(control);
  });

  it('knows which params are handed over unevaluated', () => {
    expect(fieldsOfType('code').find(({ name }) => name === 'code')?.isRaw).toBe(true);
    expect(fieldsOfType('code').find(({ name }) => name === 'timeoutMs')?.isRaw).toBe(false);
  });

  it('puts quotes where the schema writes code marks', () => {
    expect(one({ description: 'Such as `a.b`.' }).help).toBe('Such as “a.b”.');
  });

  it('names a param without a title by its name', () => {
    expect(one({}).title).toBe('It');
    expect(fieldOf({}, {}, { name: 'hmacHeader', path: [], required: false, isRaw: false }).title).toBe('Hmac header');
  });
});

describe('when a param is shown', () => {
  const field = one({ ui: { showWhen: { param: 'mode', is: ['a', true] } } });

  it('follows the value of the other param', () => {
    expect(isShown(field, () => 'a')).toBe(true);
    expect(isShown(field, () => true)).toBe(true);
    expect(isShown(field, () => 'b')).toBe(false);
    expect(isShown(field, () => undefined)).toBe(false);
  });

  it('can ask that the other param holds none of some values', () => {
    const unless = one({ ui: { showWhen: { param: 'method', isNot: ['GET', 'HEAD'] } } });
    expect([isShown(unless, () => 'POST'), isShown(unless, () => 'GET'), isShown(unless, () => undefined)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is shown while the other param is only known at run time', () => {
    expect(isShown(field, () => '{{ trigger.mode }}')).toBe(true);
    expect(isShown(field, () => ({ $expr: 'trigger.mode' }))).toBe(true);
  });
});

describe('rows', () => {
  it('lets a short choice lead the text after it', () => {
    const [first] = rowsOf(fieldsOfType('http-request'));
    expect(first?.layout).toBe('lead');
    expect(first?.fields.map(({ name }) => name)).toEqual(['method', 'url']);
  });

  it('puts two short fields beside each other and toggles under each other', () => {
    const rows = rowsOf(fieldsOfType('data-cleaner').filter(({ advanced }) => !advanced));
    expect(rows.find(({ fields }) => fields[0]?.name === 'trim')?.layout).toBe('switches');
    const timer = rowsOf(fieldsOfType('timer'))[0];
    expect(timer?.layout).toBe('even');
  });

  it('loses no field', () => {
    for (const { type } of definitions) {
      const fields = fieldsOfType(type);
      expect(rowsOf(fields).flatMap((row) => row.fields)).toEqual(fields);
    }
  });
});
