import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'api-e2e', rootDir: import.meta.dirname, testTimeout: 150_000 };
