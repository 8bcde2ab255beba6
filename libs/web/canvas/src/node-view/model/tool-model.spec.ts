import { argumentNames, fixedValue, newTool, toolLook, withKind } from './tool-model';

it('makes tools whose names no other has', () => {
  const first = newTool('http', []);
  expect(first).toEqual({ kind: 'http', name: 'call_api', description: '', values: { method: 'GET' } });
  expect(newTool('http', [first])['name']).toBe('call_api_2');
});

it('says what a tool does, and what it still needs', () => {
  const call = { kind: 'http', name: 'find', description: 'Finds.', values: { method: 'GET', url: 'https://x.test' } };
  expect(toolLook(call)).toEqual({ kind: 'http', icon: 'globe', summary: 'HTTP call · GET https://x.test' });
  expect(toolLook({ ...call, values: {} }).missing).toBe('It needs a URL.');
  expect(toolLook({ ...call, description: '' }).missing).toBe('Say when the agent is to use it.');
  expect(toolLook({ ...call, name: '1 x' }).missing).toContain('letters');
  expect(toolLook({ ...call, name: '' }).missing).toBe('It needs a name.');
  expect(toolLook(call, [call, { name: 'find' }]).missing).toContain('Another tool');
  expect(toolLook({ kind: 'workflow', name: 'a', description: 'b' }).missing).toBe('Choose the workflow.');
  expect(toolLook({ kind: 'action', name: 'a', description: 'b' }).missing).toBe('Choose the node.');
});

it('keeps name, description and schema when the kind changes', () => {
  const tool = { kind: 'action', name: 'a', description: 'b', action: 'log', parameters: {}, values: { x: 1 } };
  expect(withKind(tool, 'workflow')).toEqual({ kind: 'workflow', name: 'a', description: 'b', parameters: {} });
});

it('takes objects and lists as values, templates as texts', () => {
  expect(fixedValue('{"a":1}')).toEqual({ a: 1 });
  expect(fixedValue('[1]')).toEqual([1]);
  expect(fixedValue('{{ args.id }}')).toBe('{{ args.id }}');
  expect(fixedValue('{ not JSON')).toBe('{ not JSON');
  expect(fixedValue('7')).toBe('7');
});

it('knows what the model gives', () => {
  expect(argumentNames({ parameters: { properties: { id: {}, city: {} } } })).toEqual(['id', 'city']);
  expect(argumentNames({})).toEqual([]);
});
