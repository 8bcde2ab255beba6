import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { DropFiles } from './drop-files';

@Component({
  imports: [DropFiles],
  template: '<div class="host" (mrDropFiles)="taken.push($event)"><p></p></div>',
})
class Host {
  readonly taken: (readonly File[])[] = [];
}

let fixture: ComponentFixture<Host>;

beforeEach(() => {
  fixture = TestBed.createComponent(Host);
  fixture.detectChanges();
});

function fire(type: string, files: readonly File[], types = ['Files']): Event {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer: { types, files } });
  fixture.nativeElement.querySelector('p').dispatchEvent(event);
  fixture.detectChanges();
  return event;
}

const isMarked = (): boolean => fixture.nativeElement.querySelector('.host').classList.contains('mr-files-over');

it('takes files, and is marked while they are over it or what it holds', () => {
  const file = new File(['{}'], 'a.json');
  fire('dragenter', []);
  fire('dragenter', []);
  fire('dragleave', []);
  expect(isMarked()).toBe(true);
  expect(fire('dragover', []).defaultPrevented).toBe(true);
  fire('drop', [file]);
  expect(isMarked()).toBe(false);
  expect(fixture.componentInstance.taken).toEqual([[file]]);
});

it('lets everything else that is dragged alone', () => {
  fire('dragenter', [], ['text/plain']);
  expect(isMarked()).toBe(false);
  expect(fire('drop', [], ['text/plain']).defaultPrevented).toBe(false);
  expect(fixture.componentInstance.taken).toEqual([]);
});
