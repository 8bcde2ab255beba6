import { TestBed } from '@angular/core/testing';
import { CommandRegistry } from './command-registry';

const source = (id: string, heading: string) => ({ id, heading, commands: () => [] });

it('a later source stands in for an earlier one of its id until it goes', () => {
  const registry = TestBed.inject(CommandRegistry);
  registry.register(source('nodes', 'New workflow with'), source('pages', 'Pages'));
  const remove = registry.register(source('nodes', 'Add'));
  expect(registry.sources().map(({ heading }) => heading)).toEqual(['Add', 'Pages']);
  remove();
  expect(registry.sources().map(({ heading }) => heading)).toEqual(['New workflow with', 'Pages']);
});
