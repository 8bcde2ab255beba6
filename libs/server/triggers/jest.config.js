import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-triggers', rootDir: import.meta.dirname };
