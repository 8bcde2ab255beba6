import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NodeForm } from '../form/node-form';
import { NODE_VIEW_API, type NodeViewApi, type WebhookAddress } from '../ports/node-view-api';
import { coreDefinitions } from '../testing/core-definitions';
import { NodeCatalogue } from '../../session/catalogue/node-catalogue';
import { EditorSession } from '../../session/editor-session';
import { documentOf, expressions } from '../../session/testing/documents';
import { ManualTimers } from '../../session/testing/manual-timers';
import { MemoryGateway } from '../../session/testing/memory-gateway';
import { WebhookCard } from './webhook-card';

/** The card of a webhook with these facts, as text. */
async function textOf(facts: Partial<WebhookAddress>, credentials?: Record<string, string>): Promise<string> {
  const webhook: WebhookAddress = {
    ...{ id: 'w', nodeId: 'hook', url: 'https://x.test/hooks/w', methods: ['POST'], auth: 'TOKEN' },
    ...{ isLive: true, secretIssued: false },
    ...facts,
  };
  const api = { webhooks: () => Promise.resolve([webhook]) } as unknown as NodeViewApi;
  TestBed.configureTestingModule({ providers: [{ provide: NODE_VIEW_API, useValue: api }] });
  const node = { id: 'hook', type: 'webhook-trigger', label: 'Hook', ...(credentials && { credentials }) };
  const session = new EditorSession({
    catalogue: new NodeCatalogue(coreDefinitions),
    gateway: new MemoryGateway(documentOf([node], [])),
    expressions,
    timers: new ManualTimers(),
  });
  await session.load('workflow');
  const fixture = TestBed.createComponent(WebhookCard);
  fixture.componentRef.setInput('form', new NodeForm(session, signal('hook')));
  await fixture.whenStable();
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent ?? '';
}

describe('the card of a webhook', () => {
  it('offers a secret where this installation makes it', async () => {
    expect(await textOf({})).toContain('Issue secret');
    TestBed.resetTestingModule();
    expect(await textOf({ auth: 'HMAC', secretIssued: true })).toContain('Issue a new one');
  });

  it('names the account where the sender makes it', async () => {
    for (const auth of ['STRIPE', 'GITHUB', 'SLACK', 'STANDARD_WEBHOOKS', 'SERVICE']) {
      const text = await textOf({ auth });
      expect(text).toContain('the account that is chosen');
      expect(text).not.toContain('Issue');
      TestBed.resetTestingModule();
    }
    expect(await textOf({ auth: 'HMAC' }, { hmacKey: 'c1' })).not.toContain('Issue');
  });

  it('asks for nothing where anybody may call', async () => {
    const text = await textOf({ auth: 'NONE' });
    expect(text).not.toMatch(/secret/i);
  });

  it('tells what keeps calls from being taken', async () => {
    expect(await textOf({ auth: 'STRIPE', notice: 'The secret is being read.' })).toContain(
      'The secret is being read.',
    );
  });
});
