import preset from '../../../jest.preset.js';

export default { ...preset, displayName: 'server-workflows', rootDir: import.meta.dirname };
