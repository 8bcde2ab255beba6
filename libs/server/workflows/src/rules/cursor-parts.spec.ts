import { cursorOf } from '@millrace/server-platform';
import { cursorParts } from './cursor-parts';

const id = '01890000-0000-7000-8000-000000000000';

describe('cursorParts', () => {
  it('gives back what the cursor was made of', () => {
    expect(cursorParts(cursorOf(['name', 'Äpfel', id]), 'name', 'text')).toEqual({ value: 'Äpfel', id });
  });

  it.each([
    ['text that is no cursor', 'hello'],
    ['a cursor of another order', cursorOf(['updated', 'A', id])],
    ['an id that is none', cursorOf(['name', 'A', "' OR 1=1"])],
    ['a number for a text', cursorOf(['name', 7, id])],
    ['too few parts', cursorOf(['name', id])],
    ['a NUL character', cursorOf(['name', 'a\u0000', id])],
  ])('refuses %s', (_what, cursor) => {
    expect(() => cursorParts(cursor, 'name', 'text')).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });

  it('refuses a time that is none', () => {
    expect(() => cursorParts(cursorOf(['updated', 'soon', id]), 'updated', 'time')).toThrow('cursor');
    expect(cursorParts(cursorOf(['updated', '2026-01-02 03:04:05.678+00', id]), 'updated', 'time').id).toBe(id);
  });
});
