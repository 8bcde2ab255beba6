import type { JsonObject } from '@millrace/workflow-model';

/** A document that can run: start, then a note of what happened. */
export function greeting(name = 'Greeting', message = 'Hello'): JsonObject {
  return {
    name,
    nodes: [
      { id: 'start', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 }, config: {} },
      { id: 'note', type: 'log', label: 'Note', position: { x: 320, y: 0 }, config: { message } },
    ],
    edges: [{ id: 'e1', source: 'start', sourceHandle: 'main', target: 'note', targetHandle: 'main' }],
    metadata: { tags: ['demo'], description: 'Says hello' },
  };
}

/** A document with one mistake of every kind: cycle, dangling edge, unknown type, misspelt reference, missing param. */
export function broken(): JsonObject {
  return {
    name: 'Broken',
    nodes: [
      { id: 'start', type: 'manual-trigger', label: 'Start', config: {} },
      { id: 'a', type: 'log', label: 'First', config: { message: 'a' } },
      { id: 'b', type: 'log', label: 'Second', config: { message: '{{Frist.data.message}}' } },
      { id: 'c', type: 'logg', label: 'Third', config: {} },
      { id: 'd', type: 'http-request', label: 'Fourth', config: {} },
    ],
    edges: [
      { id: 'e0', source: 'start', target: 'a' },
      { id: 'e1', source: 'a', target: 'b' },
      { id: 'e2', source: 'b', target: 'a' },
      { id: 'e3', source: 'a', target: 'nowhere' },
      { id: 'e4', source: 'a', target: 'c' },
      { id: 'e5', source: 'a', target: 'd' },
    ],
  };
}
