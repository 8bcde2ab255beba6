import type { Json } from '@millrace/workflow-model';
import { type Answers, answerFields, firstAnswers, readAnswers } from './form-answers';

/** What one field gives for an answer, or what is wrong with it. */
function read(field: Json, answer: Json | undefined): Json {
  const fields = answerFields([{ name: 'x', ...(field as object) }]);
  const { values, errors } = readAnswers(fields, answer === undefined ? {} : { x: answer });
  return errors['x'] ?? values['x'] ?? null;
}

describe('a form that is filled in by hand', () => {
  it.each<[Json, Json | undefined, Json]>([
    [{}, undefined, ''],
    [{}, 'a', 'a'],
    [{ kind: 'number' }, '1.5', 1.5],
    [{ kind: 'number' }, '', null],
    [{ kind: 'number' }, 'many', 'Enter a number.'],
    [{ kind: 'email' }, ' ada@example.com ', 'ada@example.com'],
    [{ kind: 'email' }, 'ada', 'Enter an address such as ada@example.com.'],
    [{ kind: 'url' }, 'javascript:alert(1)', 'Enter an address that begins with https://.'],
    [{ kind: 'url' }, '', ''],
    [{ kind: 'select', options: ['a', 1] }, '1', '1'],
    [{ kind: 'radio', options: ['a'] }, 'b', 'Choose from the list.'],
    [{ kind: 'multi', options: ['a', 'b'] }, ['b', 'a', 'c'], ['a', 'b']],
    [{ kind: 'multi', options: ['a'], required: true }, undefined, 'Choose at least one.'],
    [{ kind: 'checkbox' }, undefined, false],
    [{ kind: 'checkbox' }, true, true],
    [{ kind: 'checkbox', required: true }, false, 'This has to be checked.'],
    [{ kind: 'file' }, undefined, null],
    [{ kind: 'file', multiple: true }, undefined, []],
    [{ kind: 'file', required: true }, undefined, 'Choose a file.'],
    [{ kind: 'file' }, { fileName: 'a', bytes: 1 }, { fileName: 'a', bytes: 1 }],
    [{ required: true }, '', 'This is needed.'],
  ])('%j: %j is %j, as its page reads it', (field, answer, expected) => {
    expect(read(field, answer)).toEqual(expected);
  });

  it('takes files only as far as the start of a run holds them', () => {
    const large = { fileName: 'a', bytes: 2 * 1024 * 1024 };
    expect(read({ kind: 'file', multiple: true }, [large])).toEqual([large]);
    expect(read({ kind: 'file', multiple: true }, [large, large])).toMatch(/2\.5 MB/);
  });

  it('leaves out what is no field yet, and begins with what the fields say', () => {
    const config: Json = [
      { label: 'No name' },
      'odd',
      { name: 'a', value: 7 },
      { name: 'f', kind: 'file', value: 'x' },
    ];
    expect(answerFields(config).map(({ name, label }) => [name, label])).toEqual([
      ['a', 'a'],
      ['f', 'f'],
    ]);
    expect(firstAnswers(config)).toEqual<Answers>({ a: 7 });
    expect(answerFields(undefined)).toEqual([]);
  });
});
