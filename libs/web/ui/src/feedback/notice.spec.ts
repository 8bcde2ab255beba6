import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { show } from '../testing';
import { Notice } from './notice';

@Component({
  selector: 'mr-test-page',
  imports: [Notice],
  template: `
    @if (problem(); as text) {
      <mr-notice [text]="text" dismissable (dismissed)="problem.set(null)" />
    }
    <mr-notice tone="info" text="Stays" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly problem = signal<string | null>('It did not work');
}

it('is taken away by whoever shows it, where it may be', async () => {
  const { element, fixture } = await show(Page);
  const buttons = element.querySelectorAll('button');
  expect([...buttons].map((one) => one.getAttribute('aria-label'))).toEqual(['Dismiss']);
  expect(element.querySelector('[role="alert"]')?.textContent).toContain('It did not work');
  buttons[0]?.click();
  await fixture.whenStable();
  expect(element.textContent).not.toContain('It did not work');
  expect(element.textContent).toContain('Stays');
});
