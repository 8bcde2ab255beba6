import { NodeError } from '@millrace/node-sdk';
import { ScriptedSandbox, TestSignal, testNode } from '@millrace/node-sdk/testing';
import { SandboxPool } from '@millrace/sandbox';
import path from 'node:path';
import { codeNode } from './code.executor';

const childFile = path.resolve(__dirname, '../../../../sandbox/src/child/sandbox-child.mjs');
let sandbox: SandboxPool;
beforeAll(() => {
  sandbox = new SandboxPool({ childFile, size: 1 });
});
afterAll(() => sandbox.close());

const run = (code: string, trial: Parameters<typeof testNode>[1] = {}) =>
  testNode(codeNode, { sandbox, ...trial, params: { code, ...trial.params } });

describe('code', () => {
  it('gives what the code returns', async () => {
    const result = await run(
      'const total = input.lines.reduce((sum, line) => sum + line.price, 0);\nreturn { total };',
      {
        input: { lines: [{ price: 2 }, { price: 3.5 }] },
      },
    );
    expect(result.main).toEqual({ total: 5.5 });
  });

  it('sees the input, the trigger and the data of other nodes', async () => {
    const result = await run('return [input, trigger.id, nodes.FetchData.title]', {
      input: [1],
      trigger: { id: 7 },
      nodes: { FetchData: { title: 'Hi' } },
    });
    expect(result.main).toEqual([[1], 7, 'Hi']);
  });

  it('sees the item and the number of its turn inside a loop', async () => {
    const roots = { item: { no: 'A' }, index: 2 };
    expect((await run('return [item.no, index]', { roots })).main).toEqual(['A', 2]);
  });

  it('may use any of these names for its own variables', async () => {
    const own = 'const item = 1; const index = 2; let input = 3; return [item, index, input]';
    expect((await run(own)).main).toEqual([1, 2, 3]);
    expect((await run(own, { roots: { item: 'a', index: 0 } })).main).toEqual([1, 2, 3]);
    expect((await run('return typeof item')).main).toBe('undefined');
  });

  it('may await, and gives null when it returns nothing', async () => {
    expect((await run('return await Promise.resolve(input)', { input: 'a' })).main).toBe('a');
    expect((await run('const a = 1;')).main).toBeNull();
  });

  it('does not fill in templates: braces are JavaScript', async () => {
    expect((await run('return `{{ trigger.id }}`', { trigger: { id: 1 } })).main).toBe('{{ trigger.id }}');
  });

  it('puts what the code logs into the log of the run', async () => {
    const result = await run('console.log("start", input); console.warn("careful"); return 1', { input: { a: 1 } });
    expect(result.logs).toEqual([
      { level: 'info', message: 'start {"a":1}' },
      { level: 'warn', message: 'careful' },
    ]);
  });

  it('fails with message and line, and keeps the log', async () => {
    const result = await run('console.log("before");\n\ninput.nobody.there();', { input: {} });
    expect(result.failure).toMatchObject({ code: 'CODE_ERROR', fault: 'user', details: { line: 3 } });
    expect(result.failure?.message).toMatch(/^TypeError: Cannot read properties of undefined .* \(line 3\)$/);
    expect(result.logs).toEqual([{ level: 'info', message: 'before' }]);
  });

  it('is stopped at its time limit', async () => {
    const result = await run('for (;;);', { params: { timeoutMs: '50' } });
    expect(result.failure).toMatchObject({ code: 'CODE_TIMEOUT', fault: 'user' });
    expect(result.failure?.message).toContain('50 ms');
  });

  it('is stopped at its memory limit', async () => {
    const result = await run('const all = []; for (;;) all.push(new Array(10_000).fill(0.5))');
    expect(['CODE_MEMORY', 'CODE_TIMEOUT']).toContain(result.failure?.code);
  });

  it('may not return more than a megabyte', async () => {
    expect((await run('return "x".repeat(1_100_000)')).failure?.code).toBe('CODE_OUTPUT_TOO_LARGE');
  });

  it('is stopped when the run is cancelled', async () => {
    const signal = new TestSignal();
    signal.abort();
    expect((await run('return 1', { signal })).failure?.code).toBe('CODE_CANCELLED');
  });

  it('copies only what the code names into the sandbox', async () => {
    const scripted = new ScriptedSandbox();
    const trial = { sandbox: scripted, input: { a: 1 }, trigger: { b: 2 }, nodes: { C: 3 } };
    await run('return input.a', trial);
    await run('return Object.keys(nodes).concat(trigger)', trial);
    expect(scripted.requests.map((request) => request.globals)).toEqual([
      { input: { a: 1 } },
      { trigger: { b: 2 }, nodes: { C: 3 } },
    ]);
    expect(scripted.requests[0]).toMatchObject({ timeoutMs: 10_000 });
  });

  it('passes other failures of the sandbox on', async () => {
    const failure = { code: 'SANDBOX_UNAVAILABLE', fault: 'transient', message: 'later' } as const;
    const scripted = new ScriptedSandbox(() => {
      throw new NodeError(failure);
    });
    expect((await run('return 1', { sandbox: scripted })).failure).toEqual(failure);
  });

  it('needs code, and at most ten seconds', async () => {
    expect((await testNode(codeNode, { params: {} })).failure?.code).toBe('INVALID_PARAMS');
    expect((await run('')).failure?.code).toBe('INVALID_PARAMS');
    expect((await run('return 1', { params: { timeoutMs: 10_001 } })).failure?.code).toBe('INVALID_PARAMS');
  });
});
