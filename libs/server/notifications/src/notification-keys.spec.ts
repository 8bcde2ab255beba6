import { readConfig } from '@millrace/server-platform';
import { Webhook } from 'standardwebhooks';
import { NotificationKeys } from './notification-keys';
import { notificationsConfig } from './notifications.config';

const keys = new NotificationKeys(readConfig({ JWT_SECRET_KEY: 'k'.repeat(40) }, [notificationsConfig]));
const at = new Date();
const endpoint = { id: 'e', secretGeneration: 1, secretIssuedAt: at };
const message = { id: 'm', at, body: '{"type":"execution.failed"}' };

it('signs so that any library for Standard Webhooks can check it', () => {
  const headers = keys.headers(endpoint, message);
  expect(new Webhook(keys.secret('e', 1)).verify(message.body, headers)).toEqual({ type: 'execution.failed' });
  expect(() => new Webhook(keys.secret('e', 1)).verify(`${message.body} `, headers)).toThrow();
  expect(() => new Webhook(keys.secret('other', 1)).verify(message.body, headers)).toThrow();
});

it('signs with both secrets for a day after a new one was issued, then with the new one alone', () => {
  const rotated = { ...endpoint, secretGeneration: 2 };
  const both = keys.headers(rotated, message);
  for (const generation of [1, 2]) {
    expect(() => new Webhook(keys.secret('e', generation)).verify(message.body, both)).not.toThrow();
  }
  const later = keys.headers({ ...rotated, secretIssuedAt: new Date(at.getTime() - 25 * 3_600_000) }, message);
  expect(() => new Webhook(keys.secret('e', 2)).verify(message.body, later)).not.toThrow();
  expect(() => new Webhook(keys.secret('e', 1)).verify(message.body, later)).toThrow();
});
