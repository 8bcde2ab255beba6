import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type JsonObject, type Problem } from '@millrace/workflow-model';
import { DocumentChecks } from './document-checks';
import { startWorkflowsApp, type WorkflowsApp } from './testing/workflows-app';

let world: WorkflowsApp;
let checks: DocumentChecks;

beforeAll(async () => {
  world = await startWorkflowsApp();
  checks = world.get(DocumentChecks);
});
afterAll(() => world.stop());

/** What is wrong with one node behind a manual trigger, or with a trigger. */
function problemsOf(type: string, config: JsonObject, enabled = true): readonly Problem[] {
  const node = { id: 'it', type, label: 'It', config, enabled };
  const isTrigger = type.endsWith('-trigger');
  const { document } = checks.read({
    name: 'Spec',
    nodes: isTrigger ? [node] : [{ id: 'start', type: 'manual-trigger', label: 'Start' }, node],
    edges: isTrigger ? [] : [{ id: 'e', source: 'start', target: 'it' }],
  });
  return checks.problemsOf(document).filter(({ nodeId }) => nodeId === 'it');
}

describe('rules over several params', () => {
  it.each<[string, string, JsonObject, (string | number)[]]>([
    ['two durations of a timer', 'timer', { durationMinutes: 5, duration: 'PT5M' }, ['durationMinutes']],
    ['no duration of a timer', 'timer', {}, ['durationMinutes']],
    ['two timeouts of an approval', 'approval-gate', { timeoutHours: 1, timeout: 'PT1H' }, ['timeout']],
    ['a condition without operator', 'condition', { field: 'status' }, ['operator']],
    ['a cron that cannot be read', 'schedule-trigger', { cron: '99 * * * *' }, ['cron']],
    ['a zone that nobody knows', 'schedule-trigger', { timezone: 'Mars/Base' }, ['timezone']],
  ])('tell of %s', (_name, type, config, path) => {
    const problems = problemsOf(type, config);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'INVALID_PARAM', severity: 'error', nodeId: 'it', path }),
    ]);
    expect(problems[0]?.message).toContain('"It"');
  });

  it('say nothing of params that a run decides', () => {
    expect(problemsOf('timer', { durationMinutes: '{{trigger.minutes}}', duration: 'PT5M' })).toEqual([]);
    expect(problemsOf('approval-gate', { message: '{{trigger.text}}', timeoutHours: 1, timeout: 'PT1H' })).toEqual([]);
    expect(problemsOf('timer', { duration: { $expr: 'trigger.wait' }, until: '18:00' })).toEqual([]);
  });

  it('judge nodes whose raw params hold templates, as a run does', () => {
    expect(
      problemsOf('condition', { field: '{{trigger.status}}', operator: 'equals', value: '{{trigger.other}}' }),
    ).toEqual([]);
    expect(problemsOf('condition', { field: '{{trigger.status}}' })).toHaveLength(1);
  });

  it('say nothing where something is told already', () => {
    for (const [type, config] of [
      ['http-request', {}],
      ['log', { message: 'a', level: 'shout' }],
      ['condition', { field: 'a', operator: 'wobbles', value: 1 }],
      ['switch', { rules: 'none' }],
      ['timer', { duration: '{{' }],
    ] as const) {
      const places = problemsOf(type, config).map(({ path }) => JSON.stringify(path));
      expect({ type, config, none: places.length === 0 }).toEqual({ type, config, none: false });
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('only warn for a disabled node', () => {
    expect(problemsOf('timer', {}, false)).toEqual([expect.objectContaining({ severity: 'warning' })]);
  });

  it('pass over types that nobody knows', () => {
    expect(problemsOf('tymer', {}).map(({ code }) => code)).toEqual(['UNKNOWN_TYPE']);
  });
});

describe('the examples', () => {
  const names = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(names.map(({ name }) => name))('%s can run, once its accounts are chosen', (name) => {
    const { document } = checks.read(JSON.parse(readFileSync(`examples/${name}/workflow.json`, 'utf8')));
    const problems = checks.problemsOf(document);
    const needsAccounts = existsSync(`examples/${name}/accounts.json`);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ code }) => code !== 'CREDENTIAL_REQUIRED')).toEqual([]);
    expect(errors.length > 0).toBe(needsAccounts);
  });
});
