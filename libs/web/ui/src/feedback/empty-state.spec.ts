import { ChangeDetectionStrategy, Component } from '@angular/core';
import { show } from '../testing';
import { EmptyState } from './empty-state';

@Component({
  selector: 'mr-test-page',
  imports: [EmptyState],
  template: `
    <mr-empty page heading="There is no such run" text="It may have been deleted." />
    <mr-empty heading="No runs yet" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {}

it('is the heading of the page only where it stands for the page', async () => {
  const { element } = await show(Page);
  expect([...element.querySelectorAll('h1')].map((one) => one.textContent)).toEqual(['There is no such run']);
  expect(element.textContent).toContain('No runs yet');
});
