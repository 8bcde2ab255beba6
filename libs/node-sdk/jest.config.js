import preset from '../../jest.preset.js';

export default { ...preset, displayName: 'node-sdk', rootDir: import.meta.dirname };
