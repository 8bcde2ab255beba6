import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { CREDENTIAL_API } from '../credentials/api/credential-api';
import { MemoryCredentialApi, rowOf } from '../credentials/testing/memory-credential-api';
import { coreDefinitions } from '../node-view/testing/core-definitions';
import { NodePalette, type PaletteDrag } from './node-palette';
import type { PalettePurpose } from './palette-lines';
import { NodePaletteHarness } from './testing/node-palette.harness';

@Component({
  selector: 'mr-test-host',
  imports: [NodePalette],
  template: `
    <mr-node-palette
      [catalogue]="catalogue"
      [purpose]="purpose()"
      [complete]="complete()"
      (picked)="picked.push($event)"
      (described)="described.push($event)"
      (dragged)="drags.push($event)"
      (closed)="closed.set(closed() + 1)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly catalogue = new NodeCatalogue(coreDefinitions);
  readonly purpose = signal<PalettePurpose>('next');
  readonly complete = signal(true);
  readonly picked: string[] = [];
  readonly described: string[] = [];
  readonly drags: PaletteDrag[] = [];
  readonly closed = signal(0);
}

const credentials = new MemoryCredentialApi();
beforeEach(() => {
  credentials.rows = [];
  TestBed.configureTestingModule({ providers: [{ provide: CREDENTIAL_API, useValue: credentials }] });
});

async function open(purpose: PalettePurpose = 'next') {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentInstance.purpose.set(purpose);
  const palette = await TestbedHarnessEnvironment.loader(fixture).getHarness(NodePaletteHarness);
  return { palette, host: fixture.componentInstance, fixture };
}

afterEach(() => document.body.replaceChildren());

describe('the drawer of nodes', () => {
  it('asks what triggers an empty workflow, and offers nothing else', async () => {
    const { palette } = await open('trigger');
    expect(await palette.heading()).toBe('What triggers this workflow?');
    expect(await palette.titles()).toContain('Manual trigger');
    expect(await palette.titles()).not.toContain('HTTP request');
  });

  it('has the search ready, and asks what happens next', async () => {
    const { palette } = await open();
    expect(await palette.heading()).toBe('What happens next?');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('palette-search');
    expect(await palette.titles()).toContain('HTTP request');
  });

  it('says which steps need a credential, and for which there is one', async () => {
    credentials.rows = [rowOf({ id: 'mine', type: 'smtp' })];
    const { palette, host, fixture } = await open();
    const [log] = host.catalogue.all().filter(({ type }) => type === 'log');
    const needs = (type: string, wanted: string) => ({
      ...log!,
      type,
      title: type,
      credentials: [{ id: 'account', types: [wanted], required: true }],
    });
    host.catalogue.load([log!, needs('Mail', 'smtp'), needs('Chat', 'slack')]);
    await fixture.whenStable();
    expect(await palette.accounts()).toEqual({ Chat: 'Needs a credential', Mail: 'Credential ready' });
  });

  it('lets Enter wait until all definitions are there', async () => {
    const { palette, host, fixture } = await open();
    const all = host.catalogue.all();
    host.catalogue.load(all.filter(({ type }) => type === 'log'));
    host.complete.set(false);
    await palette.type('http');
    await palette.press(TestKey.ENTER);
    expect(host.picked).toEqual([]);
    host.catalogue.load(all);
    host.complete.set(true);
    await fixture.whenStable();
    expect(host.picked).toEqual(['http-request']);
  });

  it('finds by name and by other words, and Enter picks the best', async () => {
    const { palette, host } = await open();
    await palette.type('http');
    expect(await palette.active()).toBe('HTTP request');
    await palette.type('if');
    expect(await palette.titles()).toContain('Condition');
    await palette.type('condition');
    await palette.press(TestKey.ENTER);
    expect(host.picked).toEqual(['condition']);
  });

  it('moves with the arrows, around the ends as well', async () => {
    const { palette, host } = await open();
    const titles = await palette.titles();
    expect(await palette.active()).toBe(titles[0]);
    await palette.press(TestKey.DOWN_ARROW);
    expect(await palette.active()).toBe(titles[1]);
    await palette.press(TestKey.UP_ARROW);
    await palette.press(TestKey.UP_ARROW);
    expect(await palette.active()).toBe(titles.at(-1));
    await palette.press(TestKey.ENTER);
    expect(host.picked).toHaveLength(1);
  });

  it('marks what was found without pulling words apart', async () => {
    const { palette, host, fixture } = await open();
    const [log] = host.catalogue.all().filter(({ type }) => type === 'log');
    host.catalogue.load([{ ...log!, title: 'E-mail: send' }]);
    await palette.type('mail');
    const title = (fixture.nativeElement as HTMLElement).querySelector('[role=option] .title');
    expect(title?.textContent?.trim()).toBe('E-mail: send');
    expect(title?.querySelector('mark')?.textContent).toBe('mail');
  });

  it('lets the words describe what no step is called', async () => {
    const { palette, host, fixture } = await open();
    await palette.type('create a stripe customer zzzz');
    const button = (fixture.nativeElement as HTMLElement).querySelector('[data-testid=palette-describe]');
    (button as HTMLButtonElement).click();
    expect(host.described).toEqual(['create a stripe customer zzzz']);
  });

  it('shows one category at a time', async () => {
    const { palette } = await open();
    const all = await palette.count();
    await palette.choose('Logic');
    expect(await palette.titles()).toContain('Condition');
    expect(await palette.titles()).not.toContain('HTTP request');
    await palette.choose('Logic');
    expect(await palette.count()).toBe(all);
  });

  it('enters an app with the right arrow or Enter, and leaves it with the left one or Escape', async () => {
    const { palette, host, fixture } = await open();
    const [log] = host.catalogue.all().filter(({ type }) => type === 'log');
    const issue = (name: string) => ({
      ...log!,
      type: `git/${name}`,
      title: `Git: ${name} issue`,
      category: 'action' as const,
    });
    host.catalogue.load([issue('create'), issue('get'), log!]);
    await fixture.whenStable();
    expect(await palette.titles()).toEqual(['Git', 'Log']);
    await palette.press(TestKey.RIGHT_ARROW);
    expect(await palette.heading()).toBe('Git');
    expect(await palette.titles()).toEqual(['Create issue', 'Get issue']);
    await palette.press(TestKey.LEFT_ARROW);
    expect(await palette.heading()).toBe('What happens next?');
    await palette.press(TestKey.ENTER);
    await palette.press(TestKey.ESCAPE);
    expect(await palette.heading()).toBe('What happens next?');
    expect(host.closed()).toBe(0);
    await palette.press(TestKey.ENTER);
    await palette.press(TestKey.DOWN_ARROW);
    await palette.press(TestKey.ENTER);
    expect(host.picked).toEqual(['git/get']);
  });

  it('leaves the search with the first Escape and the drawer with the second', async () => {
    const { palette, host } = await open();
    await palette.type('condition');
    await palette.press(TestKey.ESCAPE);
    expect([host.closed(), (await palette.count()) > 1]).toEqual([0, true]);
    await palette.press(TestKey.ESCAPE);
    expect(host.closed()).toBe(1);
  });

  it('offers a way on when nothing is called that', async () => {
    const { palette, fixture } = await open();
    await palette.type('zzzz');
    expect(await palette.count()).toBe(0);
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('No step is called that');
  });

  it('lets a line be dragged out, and does not pick it then', async () => {
    const { palette, host } = await open();
    const line = await palette.line('merge');
    const at = (clientX: number) => ({ button: 0, clientX, clientY: 10, pointerId: 1 });
    await line.dispatchEvent('pointerdown', at(100));
    await line.dispatchEvent('pointermove', at(102));
    expect(await palette.isDragging()).toBe(false);
    await line.dispatchEvent('pointermove', at(60));
    expect(await palette.isDragging()).toBe(true);
    await line.dispatchEvent('pointerup', at(40));
    await line.click();
    expect(host.drags.map(({ type, x, phase }) => [type, x, phase])).toEqual([
      ['merge', 60, 'move'],
      ['merge', 40, 'drop'],
    ]);
    expect([host.picked, await palette.isDragging()]).toEqual([[], false]);
  });
});
