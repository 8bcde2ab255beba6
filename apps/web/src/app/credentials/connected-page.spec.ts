import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { ConnectedPage } from './connected-page';

const told: unknown[] = [];

class Channel {
  postMessage(message: unknown): void {
    told.push(message);
  }

  close(): void {
    // Nothing is held.
  }
}

beforeEach(() => {
  told.length = 0;
  (globalThis as { BroadcastChannel: unknown }).BroadcastChannel = Channel;
  window.close = jest.fn();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: BROWSER, useValue: new FakeServer().refusesSessions() }],
  });
});

async function arrive(inputs: Readonly<Record<string, string>>): Promise<string> {
  const fixture = TestBed.createComponent(ConnectedPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
}

it('tells the page that began the sign-in, and closes', async () => {
  expect(await arrive({ credential: 'c1' })).toContain('Connected');
  expect(told).toEqual([{ credential: 'c1' }]);
  expect(window.close).toHaveBeenCalled();
});

it('says why it did not work, and stays', async () => {
  const words = await arrive({
    credential: 'c1',
    error: 'OAUTH_REFUSED',
    message: 'The service refused: access_denied.',
  });
  expect(words).toContain('Not connected');
  expect(words).toContain('The service refused: access_denied.');
  expect(told).toEqual([{ credential: 'c1', error: 'OAUTH_REFUSED', message: 'The service refused: access_denied.' }]);
  expect(window.close).not.toHaveBeenCalled();
});

it('knows nothing of a sign-in that nobody began', async () => {
  expect(await arrive({})).toContain('Nothing is known of this sign-in.');
});
