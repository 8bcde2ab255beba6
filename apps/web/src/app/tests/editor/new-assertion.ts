import type { EditorSession } from '@millrace/web-canvas';
import type { TestAssertion, ValueCheck } from '@millrace/workflow-model';
import { portOf } from './empty-test';

/** An assertion of a kind to begin with: about the last step, expecting what is known. */
export function newAssertion(kind: TestAssertion['kind'], session: EditorSession): TestAssertion {
  const nodeId = session.index().order.at(-1) ?? '';
  switch (kind) {
    case 'status':
      return { kind, status: 'completed' };
    case 'output':
      return { kind, check: { kind: 'snapshot' } };
    case 'node':
    case 'call':
      return { kind, nodeId, check: { kind: 'snapshot' } };
    case 'branch':
      return { kind, nodeId, port: portOf(session, nodeId) };
    case 'ran':
    case 'not-run':
    case 'failed':
      return { kind, nodeId };
    case 'expression':
      return { kind, expression: 'run.status == "completed"' };
  }
}

/** A check of another kind; what can be kept of the one before is. */
export function checkOf(kind: ValueCheck['kind'], before: ValueCheck): ValueCheck {
  const value = 'value' in before ? before.value : undefined;
  switch (kind) {
    case 'equals':
    case 'contains':
      return { kind, value: value ?? null };
    case 'snapshot':
      return value === undefined ? { kind } : { kind, value };
    case 'schema':
      return { kind, schema: { type: 'object' } };
    case 'expression':
      return { kind, expression: 'value != null' };
    case 'exists':
      return { kind };
  }
}
