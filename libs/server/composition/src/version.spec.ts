import { readFileSync } from 'node:fs';
import { productVersion } from './version';

it('the product tells the version of its package', () => {
  expect(productVersion).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});
