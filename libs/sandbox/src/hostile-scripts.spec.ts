import { readFile } from 'node:fs/promises';
import { SandboxError } from './sandbox-error';
import type { SandboxPool } from './sandbox-pool';
import { testPool } from './testing';

const TIMEOUT_MS = 700;

let pool: SandboxPool;
beforeAll(async () => {
  pool = testPool({ size: 1 });
  await pool.warm();
});
afterAll(() => pool.close());

/** What a script ends in: its value, or the code of its failure; and how long that took. */
async function ending(code: string, timeoutMs = TIMEOUT_MS): Promise<{ end: unknown; tookMs: number }> {
  const before = performance.now();
  const end = await pool.run({ code, globals: { input: {} }, timeoutMs }).then(
    (result) => result.value,
    (error: unknown) => {
      if (error instanceof SandboxError) return error.failure.code;
      throw error;
    },
  );
  return { end, tookMs: performance.now() - before };
}

/** Whoever comes next is served. */
async function expectAnswering(): Promise<void> {
  expect((await pool.run({ code: 'return input.a + 1', globals: { input: { a: 1 } } })).value).toBe(2);
}

const stopped: [string, string, readonly string[]][] = [
  ['loops for ever', 'for (;;);', ['CODE_TIMEOUT']],
  ['loops for ever after an await', 'await null; for (;;);', ['CODE_TIMEOUT']],
  ['loops for ever through promises', 'for (;;) await null', ['CODE_TIMEOUT']],
  ['loops for ever in what it returns', 'return { toJSON() { for (;;); } }', ['CODE_TIMEOUT']],
  [
    'loops for ever in a getter of its error',
    'throw { get message() { for (;;); }, toJSON() { for (;;); } }',
    ['CODE_TIMEOUT'],
  ],
  [
    'leaves a loop behind when it returns',
    'Promise.resolve().then(function again() { return Promise.resolve().then(again) }); return 1',
    ['CODE_TIMEOUT', 'CODE_MEMORY'],
  ],
  ['catches everything and goes on', 'for (;;) { try { for (;;); } catch {} finally { continue } }', ['CODE_TIMEOUT']],
  ['backtracks in a regular expression', 'return /^(a+)+$/.test("a".repeat(60) + "!")', ['CODE_TIMEOUT']],
  ['waits for a promise that nothing resolves', 'await new Promise(() => {})', ['CODE_ERROR']],
  ['grows a list', 'const v = []; for (;;) v.push(new Array(1000).fill(1.5))', ['CODE_MEMORY', 'CODE_TIMEOUT']],
  ['grows a map', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i })', ['CODE_MEMORY', 'CODE_TIMEOUT']],
  [
    'grows an object',
    'const o = {}; for (let i = 0; ; i++) o["k" + i] = "v".repeat(1000) + i',
    ['CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  ['grows a string', 'let s = "x"; for (;;) s += s', ['CODE_MEMORY', 'CODE_ERROR']],
  [
    'grows buffers outside the heap',
    'const b = []; for (;;) b.push(new Uint8Array(5e7).fill(1))',
    ['CODE_MEMORY', 'CODE_ERROR'],
  ],
  ['fills a list of a billion', 'new Array(1e9).fill(0)', ['CODE_MEMORY', 'CODE_TIMEOUT']],
  ['sorts a list of a billion', 'new Array(1e9).fill(0).sort()', ['CODE_MEMORY', 'CODE_TIMEOUT']],
  [
    'sorts big lists for ever',
    'const a = Array.from({ length: 5e6 }, (_, i) => 5e6 - i); for (;;) a.sort()',
    ['CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  [
    'writes a huge text',
    'return JSON.stringify(new Array(3e7).fill("xxxxxxxxxx")).length',
    ['CODE_MEMORY', 'CODE_TIMEOUT', 'CODE_ERROR'],
  ],
  ['returns too much', 'return "x".repeat(2_000_000)', ['CODE_OUTPUT_TOO_LARGE']],
  ['returns too many bytes in few characters', 'return "€".repeat(600_000)', ['CODE_OUTPUT_TOO_LARGE']],
  [
    'returns very much',
    'return new Array(2e6).fill("xxxxxxxxxxxxxxxxxxxxxx")',
    ['CODE_OUTPUT_TOO_LARGE', 'CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  ['calls itself for ever', 'function f() { return f() + 1 } return f()', ['CODE_ERROR']],
  [
    'calls itself for ever through JSON',
    'const o = { toJSON() { return JSON.stringify(o) } }; return o',
    ['CODE_ERROR', 'CODE_TIMEOUT', 'CODE_MEMORY'],
  ],

  [
    'nests its result too deep',
    'let a = []; for (let i = 0; i < 1e6; i++) a = [a]; return a',
    ['CODE_ERROR', 'CODE_TIMEOUT'],
  ],
  [
    'makes promises without end',
    'const all = []; for (;;) all.push(new Promise((r) => r(new Array(100))))',
    ['CODE_MEMORY', 'CODE_TIMEOUT'],
  ],
  ['imports', 'return await import("node:fs")', ['CODE_ERROR']],
];

describe('a script that', () => {
  it.each(stopped)('%s is stopped, and the next one is served', async (_name, code, codes) => {
    const { end, tookMs } = await ending(code);
    expect(codes).toContain(String(end).slice(0, 100));
    // Its limit, the grace before the kill, and a crowded machine.
    expect(tookMs).toBeLessThan(TIMEOUT_MS + 500 + 2_500);
    await expectAnswering();
  });

  it('floods the log is cut short', async () => {
    const { end } = await ending('for (let i = 0; i < 3e5; i++) console.log("x".repeat(100)); return "done"', 5_000);
    expect(end).toBe('done');
    await expectAnswering();
  });

  it('calls itself for ever through console is cut short', async () => {
    const { end } = await ending('const o = { toJSON() { console.log(o) } }; console.log(o); return "done"');
    expect(['done', 'CODE_ERROR', 'CODE_TIMEOUT']).toContain(end);
    await expectAnswering();
  });

  it('floods the log for ever is stopped', async () => {
    expect((await ending('for (;;) console.log("x".repeat(1000))')).end).toBe('CODE_TIMEOUT');
    await expectAnswering();
  });
});

describe('reaching for the host', () => {
  const escapes = [
    'return constructor.constructor("return process")()',
    'return this.constructor.constructor("return process")().env',
    'return (function () { return this })().process.env',
    'return console.log.constructor("return process")()',
    'return input.constructor.constructor("return process.env")()',
    'return (async () => {}).constructor("return process")()',
    'return Function("return globalThis.process.mainModule")()',
    'return eval("process.binding(\'fs\')")',
    'try { null.f() } catch (e) { return e.constructor.constructor("return process")() }',
    'return new Proxy(console.log, {}).constructor("return require")()("fs")',
    'Error.prepareStackTrace = (_, frames) => frames.map((f) => String(f.getThis?.() ?? f.getFunction?.())); const s = new Error().stack; return typeof s === "string" ? process.env : s.map((x) => x.process.env)',
    'return require("child_process").execSync("id").toString()',
    'return await (await import("node:child_process")).execSync("id").toString()',
    'return globalThis.process.kill(1)',
    'return arguments.callee.caller("return process")().env',
    'return Reflect.construct(Function, ["return process"])().env',
    'return Symbol.constructor("return process")().env',
    'const r = Reflect.ownKeys(globalThis).map((k) => globalThis[k]).find((v) => v && v.env); return r.env.PATH',
  ];

  it.each(escapes)('gives nothing: %s', async (code) => {
    expect((await ending(code)).end).toBe('CODE_ERROR');
    await expectAnswering();
  });

  it('does not change prototypes of the server or of the next script', async () => {
    await ending('Object.prototype.polluted = 1; Array.prototype.polluted = 1; return 1');
    const { end } = await ending(
      'return JSON.parse(\'{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "kept": {"__proto__": 1, "a": 1}}\')',
    );
    expect(end).toEqual({ kept: { a: 1 } });
    expect(Object.getPrototypeOf(end)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await ending('return ({}).polluted === undefined && [].polluted === undefined')).end).toBe(true);
  });

  it('cannot forge what the server reads', async () => {
    const forged =
      'JSON.stringify = () => \'1,"logs":"none","error":7,"value":{"__proto__":{"a":1}},"error":null\'; Array.isArray = () => true; return 5';
    expect((await ending(forged)).end).toBe(5);
    const levels = await pool.run({ code: 'Object.prototype.level = "root"; console.log("x"); return 1', globals: {} });
    expect(levels.logs).toEqual([{ level: 'info', message: 'x' }]);
  });
});

describe('the child', () => {
  it('runs as nobody when the server is root, with an empty environment', async () => {
    const child = [...(pool as unknown as { children: Set<{ process: { pid: number } }> }).children][0];
    const pid = child?.process.pid ?? 0;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    if (status === '') return; // not Linux
    const uid = /^Uid:\s+(\d+)/m.exec(status)?.[1];
    expect(uid).toBe(process.getuid?.() === 0 ? '65534' : String(process.getuid?.()));
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => 'TZ=UTC\0');
    expect(environment.replaceAll('\0', '')).toBe('TZ=UTC');
  });

  it('does not outlive the server', async () => {
    const orphan = testPool();
    await orphan.warm();
    const child = [
      ...(orphan as unknown as { children: Set<{ process: { stdin: { destroy(): void } }; exited: Promise<void> }> })
        .children,
    ][0];
    // What the child sees when the server is killed: the end of its input.
    child?.process.stdin.destroy();
    await child?.exited;
    await orphan.close();
  });
});
