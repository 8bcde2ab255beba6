import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER, Session } from '@millrace/web-api';
import { FakeServer } from '@millrace/web-api/testing';
import { App } from './app';

it('the root shows the page of the route, and its sign until it is known who is there', async () => {
  const server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: BROWSER, useValue: server }] });
  const fixture = TestBed.createComponent(App);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  expect(element.querySelector('router-outlet')).not.toBeNull();
  expect(element.querySelector('mr-splash')).not.toBeNull();
  await TestBed.inject(Session).restore();
  await fixture.whenStable();
  expect(element.querySelector('mr-splash')).toBeNull();
});
