import type { SubscriptionContext } from '@millrace/node-sdk';
import { TestSignal, testNode } from '@millrace/node-sdk/testing';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { LoopbackHttp } from '../../../../testing/loopback-http';
import { startService } from '../../../../testing/service-trial';
import type { ServiceTrial } from '../../../../testing/service-trial';
import { telegramCredential } from '../../telegram.credential';
import { telegramSubscription } from '../../telegram.subscription';
import { triggerDefinition } from './trigger.definition';
import { triggerNode } from './trigger.executor';

const address = 'https://millrace.example/hooks/0190a000-0000-7000-8000-000000000001';
let telegram: ServiceTrial;

beforeAll(async () => {
  telegram = await startService('telegram', telegramCredential, { botToken: '123:abc' });
});
beforeEach(() => telegram.server.reset());
afterAll(() => telegram.server.stop());

const ctx = (rawParams: JsonObject = {}): SubscriptionContext => ({
  http: new LoopbackHttp(),
  signal: new TestSignal(),
  nowMs: 0,
  credential: async () => telegram.credential,
  rawParams,
  address,
  token: 'the-token_1',
});

describe('Telegram trigger', () => {
  it('hands on what came', async () => {
    const trigger = { update_id: 1, message: { text: '{{ hi }}' } };
    expect((await testNode(triggerNode, { trigger })).main).toEqual(trigger);
  });

  it('starts on messages unless told otherwise', () => {
    expect(triggerDefinition.params.parse({})).toEqual({ updates: ['message'] });
    expect(triggerDefinition.params.safeParse({ updates: [] }).success).toBe(false);
    expect(triggerDefinition.params.safeParse({ updates: ['everything'] }).success).toBe(false);
    expect(triggerDefinition.startsOn).toBe('webhook');
  });

  it('tells Telegram where to call, with which secret, and for what', async () => {
    telegram.server.answerNext({ body: { ok: true, result: true } }, { body: { ok: true, result: true } });
    await telegramSubscription.subscribe(ctx());
    await telegramSubscription.subscribe(ctx({ updates: ['callback_query'] }));
    expect(telegram.server.calls).toMatchObject([
      {
        operation: 'setWebhook',
        flaws: [],
        body: { url: address, secret_token: 'the-token_1', allowed_updates: ['message'] },
      },
      { flaws: [], body: { allowed_updates: ['callback_query'] } },
    ]);
  });

  it('tells it to stop only while it calls this address', async () => {
    const info = (url: string) => ({ body: { ok: true, result: { url } } });
    telegram.server.answerNext(info(address), { body: { ok: true, result: true } }, info('https://elsewhere.example/'));
    await telegramSubscription.unsubscribe(ctx());
    await telegramSubscription.unsubscribe(ctx());
    const operations = telegram.server.calls.map(({ operation }) => operation);
    expect(operations).toEqual(['getWebhookInfo', 'deleteWebhook', 'getWebhookInfo']);
    expect(telegram.server.calls.flatMap(({ flaws }) => flaws)).toEqual([]);
  });

  it('says what Telegram has against the address, and waits when it is busy', async () => {
    const description = 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook';
    telegram.server.answerNext(
      { status: 400, body: { ok: false, error_code: 400, description } },
      { status: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } },
    );
    const refused = { failure: { code: 'TELEGRAM_WEBHOOK_REFUSED', fault: 'user' } };
    await expect(telegramSubscription.subscribe(ctx())).rejects.toMatchObject(refused);
    const passing = { failure: { code: 'TELEGRAM_UNAVAILABLE', fault: 'transient' } };
    await expect(telegramSubscription.subscribe(ctx())).rejects.toMatchObject(passing);
  });

  it('knows an update that comes again', () => {
    expect(telegramSubscription.deliveryId({ update_id: 7 })).toBe('7');
    const others: Json[] = [{}, null, 'text', { update_id: '7' }];
    for (const body of others) {
      expect(telegramSubscription.deliveryId(body)).toBeUndefined();
    }
  });

  it('says what to call by hand', () => {
    expect(telegramSubscription.byHand('/hooks/x')).toMatch(/setWebhook.*\/hooks\/x/);
    expect(telegramSubscription.tokenHeader).toBe(telegramSubscription.tokenHeader.toLowerCase());
  });
});
