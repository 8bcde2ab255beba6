import { addressIn, replyToken, withReplyToken } from './addresses';
import { messageIdOf } from './message-id';

describe('the Message-ID of a node', () => {
  it.each([
    ['e1:node-1:0', 'Acme <hello@Acme.example>', '<e1.node-1@acme.example>'],
    ['e1:send:each/3', 'a@b.example', '<e1.send.each.3@b.example>'],
    ['e1:agent:0:turn-2-call-1', 'a@b.example', '<e1.agent.turn-2-call-1@b.example>'],
    ['e1:node-1:0', 'a@[10.0.0.1]', '<e1.node-1@millrace.invalid>'],
  ])('of %s from %s is %s', (key, from, expected) => {
    expect(messageIdOf(key, from)).toBe(expected);
  });

  it('holds nothing that headers may not hold, and stays apart from others', () => {
    const ids = ['e1:a b:0', 'e1:a-b:0', 'e1:a>b:0', 'e1:ä:0'].map((key) => messageIdOf(key, 'a@b.example'));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^<[\w.-]+@b\.example>$/);
  });

  it('is never too long for a header', () => {
    const [one, two] = ['x', 'y'].map((end) => messageIdOf(`e1:${'n'.repeat(200)}${end}:0`, 'a@b.example'));
    expect(one?.length).toBeLessThan(100);
    expect(one).not.toBe(two);
  });
});

describe('addresses', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['Ada <ada@example.com>', 'ada@example.com'],
    ['"Lovelace, Ada" <ada@example.com>', 'ada@example.com'],
    ['ada', undefined],
    ['a@b@c', undefined],
    ['', undefined],
  ])('are found in %s', (text, expected) => {
    expect(addressIn(text)).toBe(expected === undefined ? undefined : expected);
  });

  it('take a token that follows from the Message-ID', () => {
    expect(withReplyToken('Acme <hello@acme.example>', '<1@x>')).toBe(`hello+${replyToken('<1@x>')}@acme.example`);
    expect(replyToken('<1@x>')).toMatch(/^[\da-f]{20}$/);
    expect(replyToken('<1@x>')).not.toBe(replyToken('<2@x>'));
  });
});
