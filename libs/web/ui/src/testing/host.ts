import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';

/** A component on the page of a test, with loaders for what is in it and for what floats above the page. */
export interface Shown<T> {
  readonly fixture: ComponentFixture<T>;
  readonly page: T;
  readonly element: HTMLElement;
  readonly inside: HarnessLoader;
  readonly everywhere: HarnessLoader;
}

/** Shows a component and waits until it is quiet. */
export async function show<T>(component: Type<T>): Promise<Shown<T>> {
  const fixture = TestBed.createComponent(component);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  return {
    fixture,
    page: fixture.componentInstance,
    element: fixture.nativeElement as HTMLElement,
    inside: TestbedHarnessEnvironment.loader(fixture),
    everywhere: TestbedHarnessEnvironment.documentRootLoader(fixture),
  };
}
