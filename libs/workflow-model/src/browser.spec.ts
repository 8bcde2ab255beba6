import * as browser from './browser';
import * as checks from './checks';
import * as everything from './index';

it('what the browser is given at once is what everybody is given, without schemas and checks', () => {
  const late = new Set([...Object.keys(checks), ...Object.keys(everything).filter((name) => name.endsWith('Schema'))]);
  expect(Object.keys(browser).sort()).toEqual(
    Object.keys(everything)
      .filter((name) => !late.has(name))
      .sort(),
  );
  expect(everything).toMatchObject({ ...browser, ...checks });
});
