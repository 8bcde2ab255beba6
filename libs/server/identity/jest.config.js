import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-identity', rootDir: import.meta.dirname };
