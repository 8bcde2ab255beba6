import '../testing/structured-clone';
import { coreDefinitions } from '../../node-view/testing/core-definitions';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { EditorSession } from '../editor-session';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';

const input = { type: 'object', properties: { amount: { title: 'Amount' } }, required: ['amount'] };

it('what a workflow needs that a step runs is missed once that is known, until it is filled in', async () => {
  const timers = new ManualTimers();
  const session = new EditorSession({ catalogue: new NodeCatalogue(coreDefinitions), timers, expressions });
  session.view(
    documentOf(
      [
        { id: 'start', type: 'manual-trigger' },
        { id: 'run', type: 'run-workflow', config: { workflowId: 'w1', input: {} } },
      ],
      ['start>run'],
    ),
  );
  session.setReadonly(false);
  const codes = (): readonly string[] => session.problems.of('run').map(({ code }) => code);
  expect(codes()).toEqual([]);
  session.params.called.learn('w1', { name: 'Other', input });
  expect(codes()).toEqual(['CALLED_INPUT_MISSING']);
  expect(session.problems.canPublish()).toBe(false);
  session.actions.setParam('run', ['input', 'amount'], 3);
  await timers.pass(1_000);
  expect(codes()).toEqual([]);
  session.dispose();
});
