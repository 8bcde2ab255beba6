import { newId } from '@millrace/server-platform';
import { usageOf, type ModelCall } from './model-usage';

const call = (nodeId: string, parts: Partial<ModelCall> = {}): ModelCall => ({
  ...{ nodeId, path: null, inputTokens: 10, outputTokens: 5, totalTokens: 15, costUsd: 0.25, isApart: false },
  ...parts,
});

describe('what models took in a run', () => {
  it('is the sum over its steps and turns', () => {
    const calls = [call('a'), call('b', { path: 'each/0' }), call('b', { path: 'each/1', totalTokens: null })];
    expect(usageOf(calls)).toEqual({
      inputTokens: 30,
      outputTokens: 15,
      totalTokens: 45,
      costUsd: 0.75,
      isPartial: false,
    });
  });

  it('counts the items of a step once, not again in the list that it gives', () => {
    const calls = [call('a', { path: 'a/0' }), call('a', { path: 'a/1' }), call('a')];
    expect(usageOf(calls)).toMatchObject({ totalTokens: 30, costUsd: 0.5 });
  });

  it('says when a price is not known, or a value is kept apart', () => {
    expect(usageOf([call('a'), call('b', { costUsd: null })])).toMatchObject({ costUsd: 0.25, isPartial: true });
    expect(usageOf([call('a', { costUsd: null })])).toMatchObject({ costUsd: null, isPartial: true });
    const apart = { inputTokens: null, outputTokens: null, totalTokens: null, costUsd: null, isApart: true };
    expect(usageOf([call(newId(), apart)])).toMatchObject({ totalTokens: 0, isPartial: true });
  });

  it('is nothing when no model was asked', () => {
    const silent = { inputTokens: null, outputTokens: null, totalTokens: null, costUsd: null };
    expect(usageOf([])).toBeNull();
    expect(usageOf([call('a', silent)])).toBeNull();
  });
});
