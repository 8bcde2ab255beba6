import { formValue, parseWebhookBody } from './webhook-body';

const parse = (type: string, text: string): unknown => parseWebhookBody(type, Buffer.from(text));

describe('what the body of a webhook call means', () => {
  it('reads JSON, also of vendor types and without a type', () => {
    expect(parse('application/json', '{"a":[1,2]}')).toEqual({ a: [1, 2] });
    expect(parse('application/vnd.github+json', 'true')).toBe(true);
    expect(parse('', '{"a":1}')).toEqual({ a: 1 });
  });

  it('reads forms, with repeated names as lists', () => {
    expect(parse('application/x-www-form-urlencoded', 'a=1&b=x%20y&a=2&a=3')).toEqual({ a: ['1', '2', '3'], b: 'x y' });
  });

  it('keeps text as text and other bytes as base64', () => {
    expect(parse('text/plain', '{"a":1}')).toBe('{"a":1}');
    expect(parse('application/pdf', '%PDF')).toEqual({ mimeType: 'application/pdf', bytes: 4, base64: 'JVBERg==' });
  });

  it('takes an empty body for an empty object', () => {
    expect(parse('application/json', '')).toEqual({});
  });

  it.each([
    ['broken', '{"a":'],
    ['a prototype', '{"__proto__":{"admin":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['deep nesting', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('refuses JSON with %s', (_what, text) => {
    expect(() => parse('application/json', text)).toThrow(
      expect.objectContaining({ code: 'WEBHOOK_BODY_INVALID', status: 400 }),
    );
  });

  it('refuses a form field that is called like a prototype', () => {
    expect(() => formValue([['__proto__', 'x']])).toThrow(/__proto__/);
  });
});
