import type { NodeRun } from '../session/run/node-run';
import { waitWords } from './wait-words';

const now = new Date(2026, 0, 5, 9, 0).getTime();
const at = (day: number, hour: number, minute: number): number => new Date(2026, 0, day, hour, minute).getTime();
const told = (parts: Partial<NodeRun>): string =>
  waitWords(
    { nodeId: 'n', status: 'waiting', attempt: 1, maxAttempts: 1, ports: {}, isDisabled: false, ...parts },
    now,
  );
const event = (prompt?: object) => ({
  wait: { kind: 'event', name: 'order.paid', prompt } as unknown as NodeRun['wait'],
});

describe('what a step waits for', () => {
  it('is a time: of today, of this week, of another day', () => {
    const wait = { kind: 'timer' } as NodeRun['wait'];
    expect(told({ wait, waitsUntilMs: at(5, 14, 5) })).toBe('until 14:05');
    expect(told({ wait, waitsUntilMs: at(8, 14, 5) })).toBe('until Thu 14:05');
    expect(told({ wait, waitsUntilMs: at(25, 14, 5) })).toBe('until 25 Jan 14:05');
  });

  it('is a person, and until when', () => {
    expect(
      told(event({ kind: 'approval', assignees: ['mail:ana.lovelace@example.com', 'user:1', 'role:editor'] })),
    ).toBe('for approval by Ana Lovelace, editors');
    expect(told({ ...event({ kind: 'approval' }), waitsUntilMs: at(5, 18, 0) })).toBe('for approval, until 18:00');
  });

  it('is a form, a call, a workflow or an event', () => {
    expect([
      told(event({ kind: 'form' })),
      told(event({ kind: 'webhook' })),
      told(event({ kind: 'workflow' })),
    ]).toEqual(['for its form', 'for a call', 'for its workflow']);
    expect(told(event())).toBe('for the event “order.paid”');
  });

  it('is the next attempt', () => {
    expect(told({ status: 'retrying', waitsUntilMs: at(5, 9, 1) })).toBe('tries again at 09:01');
  });

  it('is nothing while it runs, or is over', () => {
    expect(told({ status: 'running' })).toBe('');
    expect(told({ status: 'completed', waitsUntilMs: at(5, 9, 1) })).toBe('');
  });
});
