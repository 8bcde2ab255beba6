import path from 'node:path';
import presets from 'jest-preset-angular/presets/index.js';
import preset from './jest.preset.js';

/** Jest in jsdom for a browser library or application; templates are compiled by jest-preset-angular. */
export function webPreset(displayName, rootDir) {
  return {
    ...presets.createCjsPreset({ tsconfig: path.join(rootDir, 'tsconfig.spec.json') }),
    displayName,
    rootDir,
    // With --experimental-vm-modules, ESM packages must be left to Node.
    transformIgnorePatterns: ['/node_modules/'],
    testMatch: preset.testMatch,
    moduleNameMapper: preset.moduleNameMapper,
    setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  };
}
