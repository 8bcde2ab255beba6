import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-catalog', rootDir: import.meta.dirname };
