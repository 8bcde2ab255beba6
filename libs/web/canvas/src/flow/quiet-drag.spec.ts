import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { QuietDrag } from './quiet-drag';

@Component({
  selector: 'mr-test-page',
  imports: [QuietDrag],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: '<f-flow mrQuietDrag></f-flow>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {}

it('only the mark of a drag is kept off, which can be taken away as before', () => {
  const { nativeElement } = TestBed.createComponent(Page) as { nativeElement: HTMLElement };
  const { classList } = nativeElement.querySelector('f-flow') as HTMLElement;
  classList.add('f-dragging', 'f-connections-dragging');
  expect([...classList]).toEqual(['f-connections-dragging']);
  classList.remove('f-dragging', 'f-connections-dragging');
  expect([...classList]).toEqual([]);
});
