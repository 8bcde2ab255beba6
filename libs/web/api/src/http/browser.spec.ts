import { windowBrowser } from './browser';

const browser = windowBrowser(window);

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

it('what a reload interrupted is waited for, because the server may still be answering it', async () => {
  localStorage.setItem('refresh', String(Date.now() - 500));
  const run = jest.fn(() => Promise.resolve('done'));
  const result = browser.exclusively('refresh', run);
  await jest.advanceTimersByTimeAsync(1_400);
  expect(run).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(200);
  expect(await result).toBe('done');
});

it('leaves no mark behind when it is done or has failed', async () => {
  await browser.exclusively('refresh', () => Promise.resolve());
  await expect(browser.exclusively('refresh', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(localStorage.getItem('refresh')).toBeNull();
});

it('other tabs are heard through the storage', () => {
  const heard: string[] = [];
  browser.onAnnouncement((message) => heard.push(message));
  browser.announce('signed-out');
  const newValue = localStorage.getItem('millrace.tabs');
  window.dispatchEvent(new StorageEvent('storage', { key: 'millrace.tabs', newValue }));
  window.dispatchEvent(new StorageEvent('storage', { key: 'other', newValue: 'x' }));
  expect(heard).toEqual(['signed-out']);
});

it('the socket is on the server of the page', () => {
  expect(browser.socketUrl('/graphql')).toBe('ws://localhost/graphql');
});
