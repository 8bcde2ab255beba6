import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { formNode } from './form.executor';

const field = { name: 'email', kind: 'email', required: true };

async function waitOf(params: JsonObject) {
  const result = await testNode(formNode, { params, input: { who: 'Ada' }, label: 'Ask' });
  return result.failure?.code ?? (result.outcome.kind === 'suspended' ? result.outcome.wait : result.outcome);
}

describe('form', () => {
  it('waits for its own form and for no other event, for ever', async () => {
    const wait = await waitOf({ fields: [field] });
    expect(wait).toMatchObject({
      kind: 'event',
      prompt: {
        kind: 'form',
        title: 'Ask',
        fields: [{ name: 'email', label: 'email', kind: 'email', required: true }],
      },
    });
    expect(wait).toMatchObject({ name: expect.stringMatching(/^form_.+:node-1:0$/) });
    expect(wait).not.toHaveProperty('timeoutAt');
  });

  it('shows what templates say, and what it starts with', async () => {
    const fields = [
      { name: 'name', label: 'Name', value: '{{ input.who }}', help: 'As on the card', placeholder: 'Ada' },
    ];
    expect(
      await waitOf({
        title: 'Hello {{ input.who }}',
        description: 'Dear {{ input.who }}',
        button: 'Go',
        thanks: 'Done',
        fields,
        timeout: 'P1D',
      }),
    ).toMatchObject({
      timeoutAt: '2026-01-16T10:00:00.000Z',
      prompt: {
        title: 'Hello Ada',
        description: 'Dear Ada',
        button: 'Go',
        thanks: 'Done',
        fields: [{ value: 'Ada', help: 'As on the card', placeholder: 'Ada' }],
      },
    });
  });

  it('says which files it takes', async () => {
    const fields: JsonObject[] = [
      { name: 'bill', kind: 'file', accept: '.pdf, image/*', maxMegabytes: 2, multiple: true },
      { name: 'any', kind: 'file' },
      { name: 'text', accept: '.pdf' },
    ];
    expect(await waitOf({ fields })).toMatchObject({
      prompt: {
        fields: [
          { name: 'bill', kind: 'file', label: 'bill', accept: '.pdf, image/*', maxMegabytes: 2, multiple: true },
          { name: 'any', kind: 'file', label: 'any' },
          { name: 'text', kind: 'text', label: 'text' },
        ],
      },
    });
  });

  it('gives what was filled in, or goes on at its timeout port', async () => {
    const sent = await testNode(formNode, {
      params: { fields: [field] },
      wake: { kind: 'event', name: 'x', payload: { email: 'a@b.c' } },
    });
    expect(sent.outcome).toMatchObject({ ports: { main: { email: 'a@b.c' } } });
    const late = await testNode(formNode, { params: { fields: [field] }, wake: { kind: 'timeout' } });
    expect(late.outcome).toMatchObject({ ports: { timeout: { sent: false } } });
  });

  it.each<[JsonObject, string]>([
    [{}, 'INVALID_PARAMS'],
    [{ fields: [] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: '1a' }] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: '__proto__' }] }, 'INVALID_PARAMS'],
    [{ fields: [field, field] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: 'a', kind: 'select' }] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: 'a', kind: 'folder' }] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: 'a', kind: 'file', accept: 'pictures' }] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: 'a', kind: 'file', accept: '"><script>' }] }, 'INVALID_PARAMS'],
    [{ fields: [{ name: 'a', kind: 'file', maxMegabytes: 0 }] }, 'INVALID_PARAMS'],
    [{ fields: [field], timeout: 'soon' }, 'INVALID_PARAMS'],
    [{ fields: [field], timeout: 'P20Y' }, 'WAIT_TOO_LONG'],
  ])('refuses %j', async (params, code) => {
    expect(await waitOf(params)).toBe(code);
  });
});
