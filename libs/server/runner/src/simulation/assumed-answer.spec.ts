import type { NodeAt } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import { assumedAnswer } from './assumed-answer';

const answerTo = (prompt: Json | undefined): Json => {
  const wait = { kind: 'event' as const, name: 'ok', ...(prompt === undefined ? {} : { prompt }) };
  return assumedAnswer({ wait } as NodeAt['node']).payload;
};

it('approves, says that it only assumes so, and leaves the data as it is', () => {
  expect(answerTo({ kind: 'approval', title: 'Boss' })).toEqual({
    approved: true,
    record: { reason: 'Assumed by the dry run: nobody said how it is decided.' },
  });
  const editable = answerTo({ kind: 'approval', editable: true, payload: { amount: 3 } });
  expect(editable).toMatchObject({ approved: true, record: { payload: { amount: 3 } } });
});

it('fills a form in with its defaults, its first choices and samples', () => {
  const field = (name: string, kind: string, more: object = {}) => ({ name, kind, label: name, ...more });
  const prompt = {
    kind: 'form',
    fields: [
      field('name', 'text'),
      field('city', 'text', { value: 'Ulm' }),
      field('age', 'number'),
      field('size', 'select', { options: ['S', 'M'] }),
      field('colours', 'multi', { options: ['red', 'blue'] }),
      field('agreed', 'checkbox'),
      field('paper', 'file'),
      field('papers', 'file', { multiple: true }),
    ],
  };
  expect(answerTo(prompt as unknown as Json)).toEqual({
    ...{ name: 'Sample', city: 'Ulm', age: 1, size: 'S', colours: ['red'], agreed: true, paper: null, papers: [] },
  });
});

it.each([[undefined], [{ kind: 'webhook' }], [{ kind: 'event' }], ['words']] as [Json | undefined][])(
  'lets anything else come empty: %j',
  (prompt) => {
    expect(answerTo(prompt)).toEqual({});
  },
);
