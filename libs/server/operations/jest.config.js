import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-operations', rootDir: import.meta.dirname };
