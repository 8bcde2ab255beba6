import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'chaos-e2e', rootDir: import.meta.dirname, testTimeout: 300_000 };
