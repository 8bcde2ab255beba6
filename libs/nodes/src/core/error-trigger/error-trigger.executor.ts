import { implementNode, output } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { errorTriggerDefinition } from './error-trigger.definition';

/** Hands the report on. A run by hand has none: it gets one to build with. */
export const errorTriggerNode = implementNode(errorTriggerDefinition, {
  run: (ctx) => output(isReport(ctx.trigger) ? ctx.trigger : SAMPLE),
});

/** What a failure looks like. */
const SAMPLE = {
  execution: {
    id: '019a0000-0000-7000-8000-000000000000',
    url: 'https://millrace.example.com/runs/019a0000-0000-7000-8000-000000000000',
    mode: 'schedule',
    startedAt: '2026-01-15T09:00:00.000Z',
    finishedAt: '2026-01-15T09:00:02.000Z',
    retryOf: null,
  },
  workflow: { id: '019a0000-0000-7000-8000-000000000001', name: 'Example workflow', version: '1.0.0' },
  error: {
    code: 'HTTP_STATUS',
    message: 'GET https://api.example.com/orders answered 503 Service Unavailable.',
    node: { id: 'fetch', label: 'Fetch orders', type: 'http-request' },
    httpStatus: 503,
  },
  lastNode: { id: 'fetch', label: 'Fetch orders', type: 'http-request' },
  trigger: { scheduledFor: '2026-01-15T09:00:00.000Z' },
};

function isReport(trigger: Json): boolean {
  return typeof trigger === 'object' && trigger !== null && !Array.isArray(trigger) && 'error' in trigger;
}
