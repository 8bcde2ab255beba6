import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button';

@Component({
  selector: 'mr-test-host',
  imports: [Button],
  template: `<button mr-button type="button" [busy]="busy()" [held]="held()" (click)="count.set(count() + 1)">
    Run
  </button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly busy = signal(false);
  readonly held = signal(false);
  readonly count = signal(0);
}

it.each(['busy', 'held'] as const)('a button that is %s does nothing and keeps the keyboard', async (state) => {
  const fixture = TestBed.createComponent(Host);
  const { componentInstance: host, nativeElement } = fixture;
  document.body.append(nativeElement as HTMLElement);
  await fixture.whenStable();
  const button = (nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
  button.focus();
  button.click();
  host[state].set(true);
  await fixture.whenStable();
  button.click();
  expect([host.count(), document.activeElement, button.getAttribute('aria-disabled')]).toEqual([1, button, 'true']);
  host[state].set(false);
  await fixture.whenStable();
  button.click();
  expect([host.count(), button.getAttribute('aria-disabled')]).toEqual([2, null]);
});
