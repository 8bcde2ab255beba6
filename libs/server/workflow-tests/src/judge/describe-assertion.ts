import type { TestAssertion, ValueCheck } from '@millrace/workflow-model';

/** The assertion as a sentence; `labelOf` tells what people call a node. */
export function describeAssertion(assertion: TestAssertion, labelOf: (nodeId: string) => string): string {
  const node = 'nodeId' in assertion ? placed(labelOf(assertion.nodeId), assertion.path) : '';
  switch (assertion.kind) {
    case 'status':
      return `The run is ${assertion.status}${assertion.errorCode ? ` with ${assertion.errorCode}` : ''}`;
    case 'output':
      return `The output${at(assertion.field)} ${wordsOf(assertion.check)}`;
    case 'node':
      return `What ${node} gives${assertion.port ? ` on ${assertion.port}` : ''}${at(assertion.field)} ${wordsOf(assertion.check)}`;
    case 'call':
      if (assertion.field === 'params') return `What ${node} is to do ${wordsOf(assertion.check)}`;
      return `The call of ${node}${at(assertion.field)} ${wordsOf(assertion.check)}`;
    case 'branch':
      return `${node} takes the way “${assertion.port}”`;
    case 'ran':
      return `${node} runs${assertion.attempts === undefined ? '' : ` in ${assertion.attempts === 1 ? 'one attempt' : `${assertion.attempts} attempts`}`}`;
    case 'not-run':
      return `${node} does not run`;
    case 'failed':
      return `${node} fails${assertion.errorCode ? ` with ${assertion.errorCode}` : ''}`;
    case 'expression':
      return assertion.expression.length > 120 ? `${assertion.expression.slice(0, 119)}…` : assertion.expression;
  }
}

function placed(label: string, path: string | undefined): string {
  return path === undefined ? `“${label}”` : `“${label}” in ${path}`;
}

function at(field: string | undefined): string {
  return field ? ` at ${field}` : '';
}

function wordsOf(check: ValueCheck): string {
  switch (check.kind) {
    case 'equals':
      return `equals ${short(check.value)}`;
    case 'contains':
      return `contains ${short(check.value)}`;
    case 'schema':
      return 'fits the schema';
    case 'snapshot':
      return 'is as in the snapshot';
    case 'expression':
      return `makes “${short(check.expression, false)}” true`;
    case 'exists':
      return 'exists';
  }
}

function short(value: unknown, asJson = true): string {
  const text = asJson ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
