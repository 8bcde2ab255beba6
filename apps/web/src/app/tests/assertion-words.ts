import type { Json, TestAssertion } from '@millrace/workflow-model';

const LONGEST = 60;

/** An assertion as a sentence; `nameOf` gives the names of steps. */
export function assertionWords(assertion: TestAssertion, nameOf: (nodeId: string) => string): string {
  switch (assertion.kind) {
    case 'status':
      return `The run ends as ${assertion.status}${withCode(assertion.errorCode)}`;
    case 'output':
      return `The result${at(assertion.field)} ${judged(assertion.check)}`;
    case 'node':
      return `The output of ${nameOf(assertion.nodeId)}${at(assertion.field)} ${judged(assertion.check)}`;
    case 'call':
      if (assertion.field === 'params') return `What ${nameOf(assertion.nodeId)} is to do ${judged(assertion.check)}`;
      return `The request of ${nameOf(assertion.nodeId)}${at(assertion.field)} ${judged(assertion.check)}`;
    case 'branch':
      return `${nameOf(assertion.nodeId)} goes on at “${assertion.port}”`;
    case 'ran':
      return `${nameOf(assertion.nodeId)} runs${assertion.attempts === undefined ? '' : `, with ${assertion.attempts} tries`}`;
    case 'not-run':
      return `${nameOf(assertion.nodeId)} does not run`;
    case 'failed':
      return `${nameOf(assertion.nodeId)} fails${withCode(assertion.errorCode)}`;
    case 'expression':
      return `It is true that ${assertion.expression}`;
  }
}

type Check = Extract<TestAssertion, { check: object }>['check'];

function judged(check: Check): string {
  switch (check.kind) {
    case 'equals':
      return `equals ${short(check.value)}`;
    case 'contains':
      return `contains ${short(check.value)}`;
    case 'schema':
      return 'fits a JSON Schema';
    case 'snapshot':
      return check.value === undefined ? 'is kept as a snapshot' : `is as it was: ${short(check.value)}`;
    case 'expression':
      return `fulfils ${check.expression}`;
    case 'exists':
      return 'is there';
  }
}

function at(field: string | undefined): string {
  return field === undefined ? '' : ` at ${field}`;
}

function withCode(code: string | undefined): string {
  return code === undefined ? '' : ` with ${code}`;
}

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
