import { applyEdit } from './edit/apply-edit';
import { invertEdit } from './edit/invert-edit';
import { diffDocuments } from './diff/diff-documents';
import { fromExchange } from './exchange/from-exchange';
import { toExchange } from './exchange/to-exchange';
import { parseDocument } from './parse-document';
import { lookup } from './testing/catalogue';
import { documentOf } from './testing/documents';
import { workflowSettingsSchema } from './workflow-settings';
import type { WorkflowSettings } from './workflow-settings';

const full: WorkflowSettings = {
  timezone: 'Europe/Berlin',
  timeoutMs: 60_000,
  errorWorkflowId: 'other',
  concurrency: { limit: 3, key: '{{trigger.body.customer}}', onLimit: 'cancel-previous' },
  priority: 'high',
  pauseAfterFailures: 5,
  retention: { days: 30, runs: 1_000, bytes: 5_000_000 },
  publishNeedsGreenTests: true,
};

/** Problems of a document with these settings, as places. */
function complaints(settings: unknown): readonly string[] {
  const { problems } = parseDocument({ id: 'w', name: 'W', nodes: [], edges: [], settings });
  return problems.map(({ message }) => message);
}

describe('settings of a workflow', () => {
  it('are complete without any of the keys', () => {
    expect(workflowSettingsSchema.parse({})).toEqual({ timezone: 'UTC' });
  });

  it('keep every key', () => {
    expect(workflowSettingsSchema.parse(full)).toEqual(full);
  });

  it('let runs over the limit wait unless told otherwise', () => {
    expect(workflowSettingsSchema.parse({ concurrency: { limit: 1 } }).concurrency).toEqual({
      limit: 1,
      onLimit: 'queue',
    });
  });

  it.each([['fixed'], ['{{trigger.id}}'], [{ $expr: 'trigger.id' }]])('take %j as a concurrency key', (key) => {
    expect(complaints({ concurrency: { limit: 1, key } })).toEqual([]);
  });

  it.each([[''], ['  '], [5], [null], [{}], [{ $expr: '' }], [{ $expr: 'a', b: 1 }], [['a']], ['x'.repeat(2_001)]])(
    'refuse %j as a concurrency key and say what one is',
    (key) => {
      const [message = ''] = complaints({ concurrency: { limit: 1, key } });
      expect(message).toContain('settings.concurrency.key must be text, a template or an expression');
    },
  );

  it.each([
    [{ concurrency: { limit: 0 } }, 'settings.concurrency.limit'],
    [{ concurrency: { limit: 10_001 } }, 'settings.concurrency.limit'],
    [{ concurrency: {} }, 'settings.concurrency.limit'],
    [{ concurrency: { limit: 1, onLimit: 'explode' } }, 'settings.concurrency.onLimit'],
    [{ priority: 'urgent' }, 'settings.priority'],
    [{ pauseAfterFailures: 0 }, 'settings.pauseAfterFailures'],
    [{ retention: { days: 0 } }, 'settings.retention.days'],
    [{ retention: { days: 1.5 } }, 'settings.retention.days'],
    [{ retention: { runs: 0 } }, 'settings.retention.runs'],
    [{ retention: { bytes: 1 } }, 'settings.retention.bytes'],
    [{ publishNeedsGreenTests: 'yes' }, 'settings.publishNeedsGreenTests'],
  ])('refuse %j and name the place', (settings, place) => {
    expect(complaints(settings).join()).toContain(place);
  });
});

describe('settings in a document', () => {
  const before = documentOf(['a'], []);
  const edit = { kind: 'setWorkflowSettings' as const, settings: full };
  const after = applyEdit(before, edit);

  it('are set and taken back as one step', () => {
    expect(after.settings).toBe(full);
    expect(applyEdit(after, invertEdit(before, edit))).toEqual(before);
  });

  it('show in the diff place by place', () => {
    const limited = { ...full, concurrency: { limit: 4, onLimit: 'queue' as const } };
    const diff = diffDocuments(after, applyEdit(after, { kind: 'setWorkflowSettings', settings: limited }));
    expect(diff.settings).toEqual(
      expect.arrayContaining([
        { path: ['concurrency', 'limit'], before: 3, after: 4 },
        { path: ['concurrency', 'key'], before: '{{trigger.body.customer}}' },
        { path: ['concurrency', 'onLimit'], before: 'cancel-previous', after: 'queue' },
      ]),
    );
    expect(diff.settings).toHaveLength(3);
  });

  it('survive the exchange form, like those of nodes', () => {
    const settings = { onError: 'stop', alwaysOutput: true };
    const document = documentOf(
      [
        { id: 't', type: 'manual-trigger' },
        { id: 'a', settings },
      ],
      ['t>a'],
      {
        settings: full,
      },
    );
    expect(fromExchange(JSON.parse(JSON.stringify(toExchange(document))), lookup)).toEqual({
      document,
      problems: [],
    });
  });
});
