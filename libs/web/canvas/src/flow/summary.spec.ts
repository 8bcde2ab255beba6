import { summaryOf } from './summary';

it('names are filled in, and a summary is one line', () => {
  expect(summaryOf('{{method}} {{url}}', { method: 'POST', url: 'api.stripe.com' })).toBe('POST api.stripe.com');
});

it('inverted sections stand in for what is not configured', () => {
  const template = '{{method}}{{^method}}GET{{/method}} {{url}}';
  expect(summaryOf(template, { url: 'x' })).toBe('GET x');
});

it('sections repeat over lists, and names inside see each element first', () => {
  expect(
    summaryOf('{{value}}: {{#cases}}{{label}} {{/cases}}', { value: 'x', cases: [{ label: 'a' }, { label: 'b' }] }),
  ).toBe('x: a b');
  expect(summaryOf('{{#methods}}{{.}} {{/methods}}', { methods: ['GET', 'POST'] })).toBe('GET POST');
});

it('templates and expressions of the person show as they are written', () => {
  expect(summaryOf('{{url}}', { url: 'https://{{host}}/' })).toBe('https://{{host}}/');
  expect(summaryOf('{{url}}', { url: { $expr: 'trigger.url' } })).toBe('trigger.url');
});

it('names that objects bring along are not values', () => {
  expect(summaryOf('{{constructor}}{{toString}}', {})).toBe('');
});
