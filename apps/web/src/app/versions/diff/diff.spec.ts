import { diffDocuments, type WorkflowDocument } from '@millrace/workflow-model';
import { parseDocument } from '@millrace/workflow-model/checks';
import { changeListOf, countMarks } from './change-list';
import { mergedPicture } from './merged-picture';

const made = (parts: object): WorkflowDocument =>
  parseDocument({ id: 'w', name: 'Orders', nodes: [], edges: [], ...parts }).document as WorkflowDocument;
const fetch = { id: 'fetch', type: 'http-request', label: 'Fetch', config: { url: 'https://a.example' } };
const log = { id: 'log', type: 'log', label: 'Log', config: {} };
const mail = { id: 'mail', type: 'output', label: 'Mail', config: {} };
const before = made({ nodes: [fetch, log], edges: [{ id: 'e1', source: 'fetch', target: 'log' }] });
const after = made({
  name: 'Orders of today',
  nodes: [{ ...fetch, position: { x: 50, y: 0 }, config: { url: 'https://b.example', method: 'POST' } }, mail],
  edges: [{ id: 'e2', source: 'fetch', target: 'mail' }],
});
const diff = diffDocuments(before, after);

describe('two versions in one picture', () => {
  it('show what came, changed and went', () => {
    const { document, marks } = mergedPicture(before, after, diff);
    expect(document.nodes.map(({ id }) => id)).toEqual(['fetch', 'mail', 'log']);
    expect(document.edges.map(({ id }) => id)).toEqual(['e2', 'e1']);
    expect(Object.fromEntries(marks)).toEqual({
      fetch: 'changed',
      mail: 'added',
      log: 'removed',
      e1: 'removed',
      e2: 'added',
    });
  });

  it('mark nothing that was only moved', () => {
    const moved = made({ nodes: [{ ...fetch, position: { x: 500, y: 20 } }, log], edges: before.edges });
    expect(mergedPicture(before, moved, diffDocuments(before, moved)).marks.size).toBe(0);
    expect(changeListOf(diffDocuments(before, moved), before, moved)).toEqual([]);
  });
});

describe('the list of changes', () => {
  const groups = changeListOf(diff, before, after);

  it('names the workflow, then steps, then connections', () => {
    expect(groups.map(({ mark, kind, title }) => `${mark} ${kind} ${title}`)).toEqual([
      'changed workflow Workflow',
      'added step Mail',
      'changed step Fetch',
      'removed step Log',
      'added connection Fetch → Mail',
      'removed connection Fetch → Log',
    ]);
  });

  it('has every changed param, without the place of the step', () => {
    const lines = groups.find(({ id }) => id === 'fetch')?.lines;
    expect(lines).toEqual(
      expect.arrayContaining([
        { path: 'url', before: 'https://a.example', after: 'https://b.example' },
        { path: 'method', after: 'POST' },
      ]),
    );
    expect(lines).toHaveLength(2);
  });

  it('is counted', () => {
    expect(countMarks(groups)).toEqual({ added: 2, changed: 2, removed: 2 });
  });
});
