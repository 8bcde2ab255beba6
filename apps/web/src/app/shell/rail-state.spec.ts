import { TestBed } from '@angular/core/testing';
import { RailState } from './rail-state';

function stateAt(width: number): RailState {
  TestBed.resetTestingModule();
  Object.defineProperty(window, 'innerWidth', { value: width, configurable: true });
  return TestBed.inject(RailState);
}

beforeEach(() => localStorage.clear());

it('is narrow in a narrow window until somebody widens it', () => {
  expect(stateAt(1_024).isNarrow()).toBe(true);
  const state = stateAt(1_440);
  expect(state.isNarrow()).toBe(false);
  state.toggle();
  expect(stateAt(1_440).isNarrow()).toBe(true);
});

it('what was chosen holds at any width', () => {
  stateAt(1_024).toggle();
  expect(stateAt(1_024).isNarrow()).toBe(false);
});
