import type { ExecutionEvent, ExecutionEventBody, ValueRef } from '@millrace/engine';
import { payloadIdsIn } from './export-execution';

const large = (payloadId: string): ValueRef => ({ payloadId, bytes: 100_000 });
const idsIn = (body: ExecutionEventBody): string[] => payloadIdsIn({ ...body, seq: 1, atMs: 0 } as ExecutionEvent);

it('finds every value that lies out of line, whatever brought it', () => {
  const reuse = { a: { ports: { main: large('reused') }, from: 'pin' as const } };
  const started: ExecutionEventBody = {
    ...{ type: 'workflow.started', triggerNodeId: 't', trigger: large('trigger'), nodeCount: 2, reuse },
    inputs: { b: { a: large('edited') } },
    loops: { each: { items: [], turns: { 0: { reuse: { c: { ...reuse.a, ports: { main: large('in a turn') } } } } } } },
    simulation: { kind: 'test', startMs: 0, script: large('script') },
  };
  const wake = { kind: 'event' as const, name: 'sent', payload: null, stored: { payloadId: 'answer', bytes: 70_000 } };

  expect(idsIn(started)).toEqual(['trigger', 'script', 'reused', 'edited', 'in a turn']);
  expect(idsIn({ type: 'node.woken', nodeId: 'w', wake })).toEqual(['answer']);
  expect(idsIn({ type: 'node.woken', nodeId: 'w', wake: { kind: 'timeout' } })).toEqual([]);
  expect(idsIn({ type: 'workflow.resumed', edits: { a: { main: large('written') } } })).toEqual(['written']);
});
