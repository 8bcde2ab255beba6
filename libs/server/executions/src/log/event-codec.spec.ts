import type { ExecutionEventBody } from '@millrace/engine';
import { decodeEventTuple, encodeEvent } from './event-codec';
import { noticeLines, readNotices } from './event-notices';
import { INLINE_BYTES, storeValue } from './value-ref';

it('gives an event back as it was, with seq and time', () => {
  const event: ExecutionEventBody = { type: 'node.started', nodeId: 'a\nb', attempt: 2 };
  const { type, nodeId, body } = encodeEvent(event);
  expect(body).toBe('{"attempt":2}');
  expect(decodeEventTuple([7, 1234.5, type, nodeId, JSON.parse(body) as object])).toEqual({
    ...event,
    seq: 7,
    atMs: 1234.5,
  });
});

it('writes every body as one line', () => {
  const { body } = encodeEvent({ type: 'node.log', nodeId: 'a', level: 'info', message: 'two\nlines\u2028' });
  expect(body).not.toContain('\n');
});

it('keeps notices within what the bell takes, and reads them back', () => {
  const notices = Array.from({ length: 200 }, (_none, seq) => ({
    executionId: '01890000-0000-7000-8000-000000000000',
    seq: seq + 1_000_000,
    workspaceId: '01890000-0000-7000-8000-000000000001',
    workflowId: '01890000-0000-7000-8000-000000000002',
    status: 'completed' as const,
  }));
  const lines = noticeLines(notices);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(7_900);
  expect(lines.flatMap(readNotices)).toEqual(notices);
});

it('keeps small values in place and large ones apart, counted in bytes', () => {
  expect(storeValue({ a: 1 })).toEqual({ ref: { value: { a: 1 } } });
  const inPlace = 'x'.repeat(INLINE_BYTES - 2);
  expect(storeValue(inPlace).payload).toBeUndefined();
  expect(storeValue(`${inPlace}x`).ref).toEqual({ payloadId: expect.any(String), bytes: INLINE_BYTES + 1 });
  expect(storeValue('€'.repeat(INLINE_BYTES / 3 + 1)).payload?.bytes).toBeGreaterThan(INLINE_BYTES);
});
