import { TestBed } from '@angular/core/testing';
import type { LiveNode } from '../../session/run/live-output';
import { LiveView } from './live-view';

async function words(live: LiveNode): Promise<string> {
  const fixture = TestBed.createComponent(LiveView);
  fixture.componentRef.setInput('live', live);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

it('shows the text as it is written', async () => {
  const live = { turns: [{ turn: 0, text: 'Foxes <b>are</b>', tools: [] }], tail: '', hasGaps: false };
  expect(await words(live)).toBe('WritingFoxes <b>are</b>');
});

it('lists turns and tools of an agent', async () => {
  const tool = { step: 's', name: 'find', status: 'running' as const };
  const text = await words({
    turns: [{ turn: 1, text: 'I look.', tools: [tool, { ...tool, step: 't', status: 'failed' }] }],
    tail: '',
    hasGaps: false,
  });
  expect(text).toBe('WritingTurn 1I look.findis usedfindfailed');
});

it('says in which round of a loop it is, and that something was missed', async () => {
  const text = await words({ turns: [], tail: '', hasGaps: true, path: 'each/2' });
  expect(text).toContain('Writing in round 3');
  expect(text).toContain('was not heard');
});
